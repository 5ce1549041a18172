// Whatever is wrong with a spec has been told before the model is built, and the model is built all the same: nothing
// that comes after a fault may break on it.
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { defaultConfig } from "../../generator/config/config.ts";
import { readTree } from "../../generator/disk.ts";
import { type Json, printJson } from "../../generator/json.ts";
import { loadSpec } from "../../generator/load/load-spec.ts";
import { buildModel } from "../../generator/model/build-model.ts";
import { buildNames } from "../../generator/names/build-names.ts";
import { buildPages } from "../../generator/view/build-pages.ts";
import { openViews } from "../../generator/view/view-context.ts";
import { damaged } from "../builders/damage.ts";
import { apiFrom } from "../builders/spec-texts.ts";
import { golden, repository, stories } from "../stories.ts";
import { diceOf } from "../values/random-schema.ts";

const entry = "openapi.yaml";
const specs = [
  ["our own", join(repository, "spec")] as const,
  ...stories.map((story) => [story, join(golden, story, "spec")] as const),
];

/** The files of a folder as the loader reads them. */
function valuesUnder(folder: string): ReadonlyMap<string, Json> {
  const texts = readTree(folder);
  const { value } = loadSpec(entry, (file) => texts.get(file));
  return new Map([...(value?.files ?? [])].map(([file, { value: content }]) => [file, content]));
}

/** Makes everything that is made of a spec from the model on, however wrong it is. How many files that are. */
function makeAll(files: ReadonlyMap<string, Json>): number {
  const texts = new Map([...files].map(([file, value]) => [file, printJson(value)]));
  const { value: document } = loadSpec(entry, (file) => texts.get(file));
  if (document === undefined) return 0;
  const api = buildModel(document);
  return buildPages(openViews(api, buildNames(api).value, defaultConfig, entry)).length;
}

function isRefused(make: () => unknown): boolean {
  try {
    make();
    return false;
  } catch {
    return true;
  }
}

describe.each(specs)("the spec %s", (_, folder) => {
  it("may be wrong in any place", () => {
    const values = valuesUnder(folder);
    const files = [...values.keys()];
    expect(makeAll(values)).toBeGreaterThan(5);
    const seeds = [...Array.from({ length: 10 }).keys()];
    const refused = seeds.filter((seed) => {
      const dice = diceOf(seed);
      const broken = new Map(values);
      for (let faults = Math.ceil(dice() * 4); faults > 0; faults--) {
        const file = files[Math.floor(dice() * files.length)] ?? entry;
        broken.set(file, damaged(dice, broken.get(file) ?? null));
      }
      return isRefused(() => makeAll(broken));
    });
    expect(refused).toEqual([]);
  });
});

const garbage = [
  "null",
  "5",
  "text",
  "[5, [], {}]",
  "{ a: 5, b: [], __proto__: {} }",
  "{ $ref: '#' }",
  "{ $ref: 5 }",
];

const keywords = [
  ..."allOf oneOf anyOf not if then else properties patternProperties additionalProperties propertyNames".split(
    " ",
  ),
  ..."required items prefixItems contains enum const type format pattern minimum maxLength uniqueItems".split(
    " ",
  ),
  ..."dependentRequired dependentSchemas discriminator default examples externalDocs contentSchema".split(
    " ",
  ),
  ..."x-enum-varnames x-enum-descriptions x-extensible-enum unevaluatedProperties unevaluatedItems".split(
    " ",
  ),
];

const inOperation = [
  "parameters: PLACE",
  "parameters: [PLACE]",
  "parameters: [{ name: a, in: query, schema: PLACE, content: PLACE, examples: PLACE, style: PLACE }]",
  "requestBody: PLACE",
  "requestBody: { content: PLACE }",
  "requestBody: { content: { a/b: PLACE } }",
  "requestBody: { content: { a/b: { schema: PLACE, encoding: PLACE, examples: PLACE } } }",
  "requestBody: { content: { multipart/form-data: { encoding: { a: PLACE } } } }",
  "responses: PLACE",
  "responses: { default: PLACE }",
  "responses: { default: { headers: PLACE, content: PLACE, links: PLACE } }",
  "responses: { default: { headers: { a: PLACE }, content: { a/b: PLACE }, links: { c: PLACE } } }",
  "responses: { default: { links: { c: { parameters: PLACE, requestBody: PLACE, server: PLACE, x-polling: PLACE } } } }",
  "callbacks: PLACE",
  "callbacks: { a: PLACE }",
  "callbacks: { a: { b: PLACE } }",
  "tags: PLACE, summary: PLACE, operationId: PLACE, deprecated: PLACE, security: PLACE, servers: PLACE",
  "x-permissions: PLACE, x-pagination: PLACE, x-name: PLACE, externalDocs: PLACE",
];

it.each([
  "x-anything: PLACE",
  "info: PLACE",
  "servers: PLACE",
  "servers: [{ variables: PLACE }]",
  "tags: PLACE",
  "security: PLACE",
  "security: [PLACE]",
  "paths: PLACE",
  "paths: { /a: PLACE }",
  "paths: { /a: { parameters: PLACE } }",
  "paths: { /a: { get: PLACE } }",
  ...inOperation.map((fields) => `paths: { /a: { get: { ${fields} } } }`),
  "webhooks: PLACE",
  "webhooks: { a: PLACE }",
  "components: PLACE",
  "components: { schemas: PLACE, securitySchemes: PLACE }",
  "components: { schemas: { A: PLACE }, securitySchemes: { B: PLACE } }",
  "components: { securitySchemes: { A: { type: oauth2, flows: PLACE } } }",
  "components: { securitySchemes: { A: { type: oauth2, flows: { implicit: PLACE } } } }",
  ...keywords.map((keyword) => `components: { schemas: { A: { ${keyword}: PLACE } } }`),
  `components: { schemas: { A: { ${keywords.map((keyword) => `${keyword}: PLACE`).join(", ")} } } }`,
])("builds a model with anything in the place of %s", (place) => {
  const texts = garbage.flatMap((value) =>
    ["3.0.3", "3.1.0"].map((version) => [place.replaceAll("PLACE", value), version] as const),
  );
  expect(texts.filter(([text, version]) => isRefused(() => buildNames(apiFrom(text, version))))).toEqual([]);
});

it("builds a model of schemas that are nested as deep as a reader lets them", () => {
  const depth = 120;
  for (const keyword of ["items: ", "not: ", "additionalProperties: ", "properties: { a: "]) {
    const close = keyword.includes("{") ? " } }" : " }";
    const schema = `${`{ ${keyword}`.repeat(depth)}{}${close.repeat(depth)}`;
    expect(apiFrom(`components: { schemas: { A: ${schema} } }`).models).toHaveLength(1);
  }
});
