import { expect, it } from "vitest";
import { loadSpec } from "../../generator/load/load-spec.ts";
import { buildModel } from "../../generator/model/build-model.ts";
import { validateSpec } from "../../generator/validate/validate-spec.ts";

const extensions = { "x-vendor-paging": "x-pagination", "x-ms-name": "x-name", "x-public-name": "x-name" };

function read(text: string) {
  const { value, diagnostics } = loadSpec("openapi.yaml", () => text, extensions);
  if (value === undefined) return expect.fail("It is no document.");
  expect(diagnostics).toEqual([]);
  return value;
}

const spec = (fields: string): string => `openapi: 3.1.0
info: { title: Orders, version: "1" }
paths:
  /orders:
    get:
      operationId: listOrders
      ${fields}
      responses: { "200": { description: All. } }`;

it("reads others' extensions as ours, in every object that the spec reaches", () => {
  const text = `${spec("x-vendor-paging: { style: page }")}
components:
  schemas:
    A: { x-ms-name: First, properties: { x-ms-name: { x-public-name: Inner, type: object } } }`;
  const { operations, models } = buildModel(read(text));
  expect(operations[0]?.pagination).toEqual(new Map([["style", "page"]]));
  expect(models[0]?.shape).toMatchObject({
    notes: { name: "First" },
    properties: [{ name: "x-ms-name", shape: { notes: { name: "Inner" } } }],
  });
});

it("prefers the extension that is ours", () => {
  const { operations } = buildModel(read(spec("x-ms-name: theirs\n      x-name: ours")));
  expect(operations[0]?.name).toBe("ours");
});

it("takes no data for extensions", () => {
  const text = `${spec("x-other: { x-ms-name: a }")}
components:
  schemas: { A: { type: object, example: { x-ms-name: data }, default: { x-ms-name: data } } }`;
  expect(JSON.stringify(buildModel(read(text)), (_, value) => (value instanceof Map ? [...value] : value)))
    .not //
    .toContain('"x-name"');
});

it("points at what is written", () => {
  const document = read(spec("x-vendor-paging:\n        style: pages"));
  const found = validateSpec(document).map(({ code, place, on }) => {
    const { line, column } = document.locate(place, on);
    return `${line}:${column} ${code}`;
  });
  expect(found).toEqual(["8:16 wrong-extension"]);
});
