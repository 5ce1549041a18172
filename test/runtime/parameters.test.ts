import { expect, test } from "vitest";
import type { ParameterWriter } from "../../templates/runtime/operation.ts";
import * as defaults from "../../templates/runtime/parameters.ts";
import * as styles from "../../templates/runtime/styles.ts";

// The values of RFC 6570 section 3.2.
const list = ["red", "green", "blue"];
const keys = { semi: ";", dot: ".", comma: "," };
const empty = "";

type Row = readonly [style: ParameterWriter, name: string, value: unknown, written: string];

const rows: readonly Row[] = [
  [defaults.pathSimple, "var", "value", "value"],
  [defaults.pathSimple, "hello", "Hello World!", "Hello%20World%21"],
  [defaults.pathSimple, "list", list, "red,green,blue"],
  [defaults.pathSimple, "keys", keys, "semi,%3B,dot,.,comma,%2C"],
  [styles.pathSimpleExploded, "list", list, "red,green,blue"],
  [styles.pathSimpleExploded, "keys", keys, "semi=%3B,dot=.,comma=%2C"],
  [styles.pathLabel, "var", "value", ".value"],
  [styles.pathLabel, "list", list, ".red,green,blue"],
  [styles.pathLabel, "keys", keys, ".semi,%3B,dot,.,comma,%2C"],
  [styles.pathLabelExploded, "list", list, ".red.green.blue"],
  [styles.pathLabelExploded, "keys", keys, ".semi=%3B.dot=..comma=%2C"],
  [styles.pathMatrix, "var", "value", ";var=value"],
  [styles.pathMatrix, "empty", empty, ";empty"],
  [styles.pathMatrix, "list", list, ";list=red,green,blue"],
  [styles.pathMatrix, "keys", keys, ";keys=semi,%3B,dot,.,comma,%2C"],
  [styles.pathMatrixExploded, "list", list, ";list=red;list=green;list=blue"],
  [styles.pathMatrixExploded, "keys", keys, ";semi=%3B;dot=.;comma=%2C"],
  [styles.pathMatrixExploded, "list", ["a", ""], ";list=a;list"],
  [defaults.queryForm, "var", "value", "var=value"],
  [defaults.queryForm, "empty", empty, "empty="],
  [defaults.queryForm, "list", list, "list=red&list=green&list=blue"],
  [defaults.queryForm, "keys", keys, "semi=%3B&dot=.&comma=%2C"],
  [defaults.queryForm, "a&b", "c=d", "a%26b=c%3Dd"],
  [defaults.scalar, "var", "a b/c", "a%20b%2Fc"],
  [defaults.scalar, "var", false, "false"],
  [defaults.scalarPair, "a&b", "c=d", "a%26b=c%3Dd"],
  [defaults.scalarPair, "since", new Date(0), "since=1970-01-01T00%3A00%3A00.000Z"],
  [styles.queryFormJoined, "list", list, "list=red,green,blue"],
  [styles.queryFormJoined, "keys", keys, "keys=semi,%3B,dot,.,comma,%2C"],
  [styles.querySpace, "list", list, "list=red%20green%20blue"],
  [styles.queryPipe, "list", list, "list=red%7Cgreen%7Cblue"],
  [styles.queryDeepObject, "keys", keys, "keys%5Bsemi%5D=%3B&keys%5Bdot%5D=.&keys%5Bcomma%5D=%2C"],
  [styles.queryDeepObject, "f", { a: { b: 1 }, c: [1, 2] }, "f%5Ba%5D%5Bb%5D=1&f%5Bc%5D=1&f%5Bc%5D=2"],
  [
    styles.queryDeepObject,
    "f",
    { a: null, b: undefined, c: [], d: new Date(0) },
    "f%5Bd%5D=1970-01-01T00%3A00%3A00.000Z",
  ],
  [defaults.headerSimple, "list", list, "red,green,blue"],
  [defaults.headerSimple, "keys", keys, "semi,;,dot,.,comma,,"],
  [styles.headerSimpleExploded, "keys", keys, "semi=;,dot=.,comma=,"],
  [defaults.cookieForm, "list", list, "list=red; list=green; list=blue"],
  [defaults.cookieForm, "keys", keys, "semi=%3B; dot=.; comma=%2C"],
  [styles.cookieFormJoined, "list", list, "list=red,green,blue"],
  [styles.cookiePlain, "list", ["a b", "c%"], "list=a b; list=c%"],
  [styles.cookiePlain, "keys", { a: 1 }, "a=1"],
  [styles.cookiePlainJoined, "list", list, "list=red,green,blue"],
  [
    styles.queryJson,
    "q",
    { a: [1, "ü"], big: 2n ** 60n },
    `q=${encodeURIComponent('{"a":[1,"ü"],"big":1152921504606846976}')}`,
  ],
  [styles.pathJson, "q", { a: 1 }, "%7B%22a%22%3A1%7D"],
  [styles.headerJson, "q", { a: "ü→" }, '{"a":"\\u00fc\\u2192"}'],
  [styles.cookieJson, "q", [1], "q=%5B1%5D"],
  [styles.querystringJson, "q", { a: 1 }, "%7B%22a%22%3A1%7D"],
  [styles.querystringText, "q", "a=1&b", "a=1&b"],
];

test.each(rows.map((row) => [nameOf(row[0]), ...row] as const))(
  "%s",
  (_style, write, name, value, written) => {
    expect(write(name, value)).toBe(written);
  },
);

test.each([
  ["text", "a b", "a%20b"],
  ["empty text", "", ""],
  ["whole number", 12, "12"],
  ["fraction", -0.5, "-0.5"],
  ["bigint", 9007199254740993n, "9007199254740993"],
  ["true", true, "true"],
  ["date", new Date(Date.UTC(2020, 1, 3)), "2020-02-03T00%3A00%3A00.000Z"],
  ["list with holes", ["a", null, undefined, "b"], "a,b"],
  ["object with holes", { a: 1, b: undefined, c: null }, "a,1"],
  ["object in a list", [{ a: 1 }], "%7B%22a%22%3A1%7D"],
  ["unreserved", "AZaz09-._~", "AZaz09-._~"],
  ["reserved", ":/?#[]@!$&'()*+,;=", "%3A%2F%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D"],
  ["beyond ASCII", "é€😀", "%C3%A9%E2%82%AC%F0%9F%98%80"],
])("a value as text: %s", (_case, value, written) => {
  expect(defaults.pathSimple("name", value)).toBe(written);
});

test.each([
  defaults.queryForm,
  defaults.cookieForm,
  styles.queryFormJoined,
  styles.querySpace,
  styles.queryPipe,
  styles.queryDeepObject,
  styles.cookieFormJoined,
])("an empty list or object is nothing", (write) => {
  expect([[], {}, [null], { a: undefined }].map((value) => write("name", value))).toEqual(["", "", "", ""]);
});

// RFC 6570 section 3.2.3, apart from what would end a value.
test.each([
  ["/foo/bar", "v=/foo/bar"],
  ["Hello World!", "v=Hello%20World!"],
  [":/?[]@!$'()*,;=", "v=:/?[]@!$'()*,;="],
  ["a&b#c+d", "v=a%26b%23c%2Bd"],
  ["50%", "v=50%25"],
  ["%41%2f%zz", "v=%41%2f%25zz"],
])("reserved: %s", (value, written) => {
  expect(styles.reserved(defaults.queryForm)("v", value)).toBe(written);
});

test("reserved wraps any style", () => {
  expect(styles.reserved(styles.queryFormJoined)("v", ["a:b", "c/d"])).toBe("v=a:b,c/d");
});

function nameOf(write: ParameterWriter): string {
  return Object.entries({ ...styles, ...defaults }).find(([, known]) => known === write)?.[0] ?? "";
}
