// What a spec calls its schemas and tags become names of files. Disks differ in what they take for one name.
import { beforeAll, expect, it } from "vitest";
import type { Generated } from "../../generator/generate.ts";
import { generateTexts } from "../stories.ts";

const long = "Accounts".repeat(40);

/** Names that some disk cannot tell apart, or has no room for, or keeps for itself. */
const names: readonly string[] = [
  // Too long for most disks, in one byte for each letter and in several.
  [
    `${long}A`,
    `${long}B`,
    `${long}b`,
    long,
    "客".repeat(100),
    "é".repeat(250),
    "é".repeat(251),
    "𝒜".repeat(80),
  ],
  // So long that what is added to a name makes it too long.
  [198, 200, 201, 250, 252, 255, 256].flatMap((length) => ["x".repeat(length), "X".repeat(length)]),
  // The same but for the case of letters, plain ones and others.
  ["order", "Order", "ORDER", "oRDER"],
  ["straße", "STRASSE", "strasse", "Straẞe"],
  ["ſale", "Sale", "sale", "kelvin", "\u212Aelvin", "ﬁle", "FILE", "ŉame", "ʼName"],
  ["ὈΔΟΣ", "ὀδος", "ὀδοσ", "ıstanbul", "Istanbul", "İstanbul", "i\u0307stanbul", "istanbul"],
  ["Ǆ", "ǅ", "ǆ", "Ꭰ", "ꭰ", "ᾳ", "ΑΙ", "\u1E9E", "ss"],
  // The same but for how their letters are put together.
  ["café", "cafe\u0301", "CAFÉ", "한글", "\u1112\u1161\u11AB\u1100\u1173\u11AF", "Å", "\u212B", "A\u030A"],
  // Devices, with and without what is taken for an ending.
  ["con", "Prn", "AUX", "nul", "Com1", "lpt9", "COM0", "con.txt", "nul.", "aux ", "com¹", "conIn$", "clock$"],
  // What ways are made of, and what stands in the same folders anyway.
  [".", "..", "...", "a.", "a ", "a/b", "a\\b", "a:b", "../../a", "~", "-rf", "*", "🔥", "", " ", "\0"],
  "index client transport schema runtime models operations README LICENSE package webhooks api".split(" "),
  "__proto__ constructor toString hasOwnProperty".split(" "),
].flat();

function isCode(name: string): boolean {
  return /^[\p{ID_Start}_]\p{ID_Continue}*$/u.test(name);
}

const text = { type: "object", properties: { a: { type: "string" } } };

/** Each name as a schema's key, as what a schema is called, as a tag and as an operation. */
function specOf(called: readonly string[]): string {
  const content = (schema: object): object => ({ "application/json": { schema } });
  const paths = called.map((name, index) => {
    const $ref = `#/components/schemas/${encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"))}`;
    const body = {
      content: content({ allOf: [{ $ref }, { $ref: `#/components/schemas/Called-${index}` }] }),
    };
    const fields = { requestBody: body, responses: { "200": { description: "It.", ...body } } };
    return [`/p${index}`, { post: { tags: [name], operationId: `${name}-${index}`, ...fields } }] as const;
  });
  const schemas = [
    ...called.map(
      (name) => [name, { ...text, properties: { a: { type: "string", readOnly: true } } }] as const,
    ),
    ...called.map((name, index) => {
      return [`Called-${index}`, { ...text, [isCode(name) ? "x-name" : "title"]: name }] as const;
    }),
  ];
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Names", version: "1" },
    paths: Object.fromEntries(paths),
    components: { schemas: Object.fromEntries(schemas) },
  });
}

let made: Generated;
let parts: readonly string[];
beforeAll(async () => {
  const { value, diagnostics } = await generateTexts({ "spec/a.json": specOf(names) });
  expect(diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message)).toEqual(
    [],
  );
  made = value;
  parts = value.files.flatMap(({ path }) => path.split("/"));
}, 120_000);

it("makes a file for each of them", () => {
  const count = (folder: string): number => made.files.filter(({ path }) => path.startsWith(folder)).length;
  expect(count("src/models/")).toBe(2 * names.length);
  expect(count("docs/models/")).toBe(2 * names.length);
  expect(count("src/operations/")).toBe(names.length);
});

/** Other ways to tell whether two names are one, by disks that are stricter and by such as are laxer than ours. */
const folds: readonly (readonly [string, (path: string) => string])[] = [
  ["as they are", (path) => path],
  ["in small letters", (path) => path.normalize("NFC").toLowerCase()],
  ["in capitals", (path) => path.normalize("NFC").toUpperCase()],
  ["in capitals, one letter for each", (path) => path.normalize("NFC").replace(/./gu, capital)],
  ["taken apart, in small letters", (path) => path.normalize("NFD").toLowerCase()],
  ["folded and put together", (path) => path.normalize("NFC").toUpperCase().toLowerCase().normalize("NFC")],
];

it.each(folds)("makes no two files that are one if they are read %s", (_, fold) => {
  const seen = new Map<string, string>();
  const same = made.files.flatMap(({ path }) => {
    const other = seen.get(fold(path));
    seen.set(fold(path), path);
    return other === undefined ? [] : [`${other} and ${path}`];
  });
  expect(same).toEqual([]);
});

/** How NTFS compares: a letter of which the capital is one letter, too. */
function capital(letter: string): string {
  const large = letter.toUpperCase();
  return large.length === letter.length ? large : letter;
}

it("makes no file that is a device", () => {
  const device = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$)(?:$|[ .:])/i;
  expect(parts.filter((part) => device.test(part))).toEqual([]);
});

it("makes no file that ends in a dot or a space, or holds a sign that no file may have", () => {
  expect(parts.filter((part) => /^$|^\.\.?$|[. ]$|[<>:"|?*\\\u0000-\u001f\u007f]/.test(part))).toEqual([]);
});

it("makes no name of a file that is longer than disks take", () => {
  const bytes = (part: string): number => new TextEncoder().encode(part).length;
  expect(parts.filter((part) => bytes(part) > 255 || part.length > 255)).toEqual([]);
});

it("gives every name its own name, whatever stands beside it", async () => {
  const { value } = await generateTexts({ "spec/a.json": specOf(names.toReversed()) });
  const sorted = (generated: Generated): readonly string[] =>
    generated.files
      .map(({ path }) => path)
      .filter((path) => path.startsWith("src/operations/"))
      .sort();
  expect(sorted(value)).toEqual(sorted(made));
}, 120_000);
