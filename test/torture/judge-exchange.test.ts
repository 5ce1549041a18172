import { expect, it } from "vitest";
import { type Exchange, judgeExchange } from "./judge-exchange.ts";
import type { Expectation, Vector } from "./torture-spec.ts";

const form = new FormData();
form.append("a", "x");
form.append("b", new Blob(["{}"], { type: "application/json" }), "b.json");
const written = new Response(form);

const post: Exchange = {
  sent: {
    method: "POST",
    url: "/a?b=1",
    headers: { "x-list": "a, b", "content-type": "application/json" },
    bytes: Buffer.from('{"c":[1]}'),
  },
  absoluteUrl: "https://example.com/a?b=1",
  outcome: { value: { d: 1 } },
};
const upload: Exchange = {
  ...post,
  sent: {
    method: "POST",
    url: "/u",
    headers: { "content-type": written.headers.get("content-type") ?? "" },
    bytes: Buffer.from(await written.arrayBuffer()),
  },
};
const refused: Exchange = {
  sent: undefined,
  absoluteUrl: undefined,
  outcome: { error: new SyntaxError("no") },
};

it.each<readonly [expected: Expectation, other: Expectation, exchange: Exchange]>([
  [{ method: "POST" }, { method: "PUT" }, post],
  [{ url: "/a?b=1" }, { url: "/a" }, post],
  [{ url: "/a", urlAlso: ["/a?b=1"] }, { url: "/a", urlAlso: ["/a?b=2"] }, post],
  [{ absoluteUrl: "https://example.com/a?b=1" }, { absoluteUrl: "https://example.com/a" }, post],
  [{ headers: { "X-List": "a,b" } }, { headers: { "X-List": "a" } }, post],
  [{ headers: { "content-type": "~json$" } }, { headers: { "content-type": "~^json" } }, post],
  [{ noHeaders: ["authorization"] }, { noHeaders: ["X-List"] }, post],
  [{ jsonBody: '{ "c": [1] }' }, { jsonBody: '{"c":[2]}' }, post],
  [{ rawBody: '{"c":[1]}' }, { rawBody: "{}" }, post],
  [{ rawBody: "", rawBodyAlso: ['{"c":[1]}'] }, { rawBody: "", rawBodyAlso: ["{}"] }, post],
  [{ bodyBase64: "eyJjIjpbMV19" }, { bodyBase64: "AAEC" }, post],
  [{}, { noBody: true }, post],
  [{ anyOf: [{ throws: true }, { method: "POST" }] }, { anyOf: [{ throws: true }, { method: "PUT" }] }, post],
  [{}, { throws: true }, post],
  [{ parts: [{ name: "a", text: "x" }, { name: "b" }] }, { parts: [{ name: "a" }] }, upload],
  [
    { parts: [{ name: "a" }, { name: "b", filename: "b.json", type: "application/json", text: "{}" }] },
    { parts: [{ name: "a" }, { name: "b", filename: "c.json" }] },
    upload,
  ],
  [{ throws: true }, {}, refused],
])("finds %j, and not %j", async (expected, other, exchange) => {
  expect(await judgeExchange({ call: "a", expect: expected }, exchange)).toEqual([]);
  expect(await judgeExchange({ call: "a", expect: other }, exchange)).not.toEqual([]);
});

it.each<readonly [expected: Partial<Vector>, other: Partial<Vector>, exchange: Exchange]>([
  [{ result: { d: 1 } }, { result: { d: 2 } }, post],
  [{}, { noResult: true }, post],
  [{ noResult: true }, { result: 1 }, { ...post, outcome: { value: undefined } }],
  [{ resultNot: "throws-syntax-error" }, { result: {} }, { ...post, outcome: { value: undefined } }],
  [{ error: { name: "SyntaxError" } }, {}, { ...post, outcome: refused.outcome }],
])("sees the result: %j, and not %j", async (expected, other, exchange) => {
  expect(await judgeExchange({ call: "a", ...expected }, exchange)).toEqual([]);
  expect(await judgeExchange({ call: "a", ...other }, exchange)).not.toEqual([]);
});

it("takes no wrong JSON and no error for a success", async () => {
  const broken = { ...post, outcome: refused.outcome };
  expect(await judgeExchange({ call: "a", resultNot: "throws-syntax-error" }, broken)).not.toEqual([]);
  const noJson = { ...post, sent: { method: "", url: "", headers: {}, bytes: Buffer.from("{") } };
  expect(await judgeExchange({ call: "a", expect: { jsonBody: "{}" } }, noJson)).toEqual([
    "body is no JSON: {",
  ]);
});
