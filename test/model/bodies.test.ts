import { expect, it } from "vitest";
import { apiFrom, bare, operationFrom } from "../builders/spec-texts.ts";

it("has no body where none is described, or where the description cannot be found", () => {
  expect(operationFrom("summary: x").body).toBeUndefined();
  expect(operationFrom("requestBody: { $ref: '#/nowhere' }").body).toBeUndefined();
});

it("is a body even if nothing is said of it", () => {
  expect(bare(operationFrom("requestBody: 5").body)).toEqual({ required: false, media: [] });
  expect(bare(operationFrom("requestBody: {}").body)).toEqual({ required: false, media: [] });
});

it("keeps every media type as it is written, in the order of the spec", () => {
  const { body } = operationFrom(
    `requestBody: { required: true, description: D, content: {
       text/*: {}, "application/json; charset=utf-8": { schema: { type: string } }, Application/XML: 5, image/png: { schema: true }, lost/type: { $ref: '#/nowhere' } } }`,
  );
  const media = (type: string, shape?: object): object => ({
    type,
    ...(shape && { shape }),
    encodings: [],
    examples: [],
  });
  expect(bare(body)).toEqual({
    required: true,
    description: "D",
    media: [
      media("text/*"),
      media("application/json; charset=utf-8", { kind: "string" }),
      media("Application/XML"),
      media("image/png", { kind: "any" }),
    ],
  });
});

it("says how each property of a form travels", () => {
  const { body } = operationFrom(
    `requestBody: { content: { multipart/form-data: {
       schema: { type: object },
       encoding: {
         file: { contentType: image/png, headers: { X-Name: { required: true, schema: { type: string } }, Content-Type: {} } },
         list: { style: pipeDelimited, explode: false, allowReserved: true },
         plain: { style: nonsense },
         wrong: 5 } } } }`,
  );
  const header = { name: "X-Name", required: true, explode: false, shape: { kind: "string" }, examples: [] };
  expect(bare(body?.media[0]?.encodings)).toEqual([
    { property: "file", contentType: "image/png", headers: [header] },
    { property: "list", headers: [], style: "pipeDelimited", explode: false, allowReserved: true },
    { property: "plain", headers: [] },
    { property: "wrong", headers: [] },
  ]);
});

it("keeps the examples with their places, and the shape of each item of a stream", () => {
  const { body } = operationFrom(
    `requestBody: { content: { application/jsonl: {
       itemSchema: { type: integer }, example: 1,
       examples: { a: { summary: S, value: null }, b: { value: { c: 1 } }, d: { $ref: '#/nowhere' } } } } }`,
    "",
    "3.2.0",
  );
  expect(bare(body?.media)).toEqual([
    {
      type: "application/jsonl",
      itemShape: { kind: "number", integer: true },
      encodings: [],
      examples: [{ value: 1 }, { name: "a", summary: "S", value: null }, { name: "b", value: { c: 1 } }],
    },
  ]);
  const content = "/paths/~1a/post/requestBody/content/application~1jsonl";
  expect(body?.media[0]?.examples.map(({ place }) => place?.pointer)).toEqual([
    `${content}/example`,
    `${content}/examples/a/value`,
    `${content}/examples/b/value`,
  ]);
});

it("follows references to bodies and to media types, across files", () => {
  const [operation] = apiFrom({
    "openapi.yaml": `openapi: 3.2.0
paths: { /a: { post: { requestBody: { $ref: '#/components/requestBodies/B' } } } }
components:
  requestBodies: { B: { $ref: body.yaml } }
  mediaTypes: { M: { schema: { type: string } } }`,
    "body.yaml":
      "{ required: true, content: { application/json: { $ref: 'openapi.yaml#/components/mediaTypes/M' } } }",
  }).operations;
  expect(operation?.body).toMatchObject({
    place: { file: "body.yaml", pointer: "" },
    required: true,
    media: [
      { place: { file: "openapi.yaml", pointer: "/components/mediaTypes/M" }, shape: { kind: "string" } },
    ],
  });
});
