import { expect, it } from "vitest";
import type { SpecVersion } from "../../generator/load/document.ts";
import type { FieldShape, ObjectKind } from "../../generator/load/grammar/grammar.ts";
import { grammarOf, shapeOf } from "../../generator/load/grammar/grammar-of.ts";

const versions = ["3.0", "3.1", "3.2"] as const satisfies readonly SpecVersion[];

/** The versions in which an object may hold a field. */
function versionsWith(kind: ObjectKind, name: string): readonly SpecVersion[] {
  return versions.filter((version) => shapeOf(grammarOf(kind, version), name) !== undefined);
}

it.each<[ObjectKind, string, readonly SpecVersion[]]>([
  ["OpenAPI", "webhooks", ["3.1", "3.2"]],
  ["OpenAPI", "jsonSchemaDialect", ["3.1", "3.2"]],
  ["OpenAPI", "$self", ["3.2"]],
  ["Info", "summary", ["3.1", "3.2"]],
  ["License", "identifier", ["3.1", "3.2"]],
  ["Server", "name", ["3.2"]],
  ["Components", "pathItems", ["3.1", "3.2"]],
  ["Components", "mediaTypes", ["3.2"]],
  ["Path Item", "trace", ["3.0", "3.1", "3.2"]],
  ["Path Item", "query", ["3.2"]],
  ["Path Item", "additionalOperations", ["3.2"]],
  ["Media Type", "itemSchema", ["3.2"]],
  ["Media Type", "prefixEncoding", ["3.2"]],
  ["Media Type", "itemEncoding", ["3.2"]],
  ["Encoding", "encoding", ["3.2"]],
  ["Response", "summary", ["3.2"]],
  ["Example", "dataValue", ["3.2"]],
  ["Example", "serializedValue", ["3.2"]],
  ["Header", "allowReserved", ["3.0", "3.1"]],
  ["Header", "name", []],
  ["Tag", "parent", ["3.2"]],
  ["Tag", "kind", ["3.2"]],
  ["Tag", "summary", ["3.2"]],
  ["Reference", "description", ["3.1", "3.2"]],
  ["Discriminator", "defaultMapping", ["3.2"]],
  ["XML", "nodeType", ["3.2"]],
  ["Security Scheme", "deprecated", ["3.2"]],
  ["Security Scheme", "oauth2MetadataUrl", ["3.2"]],
  ["OAuth Flows", "deviceAuthorization", ["3.2"]],
  ["OAuth Flow", "deviceAuthorizationUrl", ["3.2"]],
  ["Schema", "nullable", ["3.0", "3.1", "3.2"]],
  ["Schema", "example", ["3.0", "3.1", "3.2"]],
  ["Schema", "examples", ["3.1", "3.2"]],
  ["Schema", "const", ["3.1", "3.2"]],
  ["Schema", "$ref", ["3.1", "3.2"]],
  ["Schema", "prefixItems", ["3.1", "3.2"]],
  ["Schema", "unevaluatedProperties", ["3.1", "3.2"]],
  ["Schema", "definitions", ["3.1", "3.2"]],
  ["Schema", "x-own", []],
  ["Schema", "constructor", []],
  ["Operation", "__proto__", []],
  ["Paths", "/orders", ["3.0", "3.1", "3.2"]],
  ["Paths", "x-own", []],
  ["Responses", "2XX", ["3.0", "3.1", "3.2"]],
  ["Callback", "{$request.body#/url}", ["3.0", "3.1", "3.2"]],
])("lets %s hold %s in the versions that know it", (kind, name, known) => {
  expect(versionsWith(kind, name)).toEqual(known);
});

it.each<[ObjectKind, string, readonly SpecVersion[]]>([
  ["OpenAPI", "paths", ["3.0"]],
  ["OpenAPI", "info", ["3.0", "3.1", "3.2"]],
  ["Operation", "responses", ["3.0"]],
  ["Response", "description", ["3.0", "3.1"]],
  ["Parameter", "in", ["3.0", "3.1", "3.2"]],
  ["Parameter", "schema", []],
  ["Security Scheme", "type", ["3.0", "3.1", "3.2"]],
])("demands of %s a %s in the versions that do", (kind, name, demanding) => {
  const found = versions.filter((version) => grammarOf(kind, version).fields[name]?.required === true);
  expect(found).toEqual(demanding);
});

it.each<[ObjectKind, readonly SpecVersion[]]>([
  ["Parameter", ["3.0", "3.1", "3.2"]],
  ["Schema", ["3.0"]],
  ["Media Type", ["3.2"]],
  ["Path Item", []],
  ["Operation", []],
])("lets a Reference stand for %s in the versions that do", (kind, referable) => {
  expect(versions.filter((version) => grammarOf(kind, version).referable)).toEqual(referable);
});

it.each<[ObjectKind, readonly SpecVersion[]]>([
  ["Discriminator", ["3.1", "3.2"]],
  ["Security Requirement", []],
  ["Reference", []],
  ["Responses", ["3.0", "3.1", "3.2"]],
])("lets %s be extended in the versions that do", (kind, extensible) => {
  expect(versions.filter((version) => grammarOf(kind, version).extensible)).toEqual(extensible);
});

it.each([
  ["Parameter", "in", "querystring", ["3.2"]],
  ["Parameter", "style", "cookie", ["3.2"]],
  ["Security Scheme", "type", "mutualTLS", ["3.1", "3.2"]],
  ["Schema", "type", "string", ["3.0", "3.1", "3.2"]],
  ["Schema", "type", "null", ["3.1", "3.2"]],
] as const)("knows in %s %s the word %s", (kind, name, word, known) => {
  const found = versions.filter((version) => {
    const shape = shapeOf(grammarOf(kind, version), name);
    return shape !== undefined && wordsOf(shape).includes(word);
  });
  expect(found).toEqual(known);
});

function wordsOf(shape: FieldShape): readonly string[] {
  if (shape.holds === "either") return shape.choices.flatMap(wordsOf);
  return shape.holds === "word" ? shape.words : [];
}

it("has a grammar for every kind that a field can hold", () => {
  for (const version of versions) {
    const open: ObjectKind[] = ["OpenAPI", "Reference"];
    const seen = new Set<ObjectKind>(open);
    for (let kind = open.pop(); kind !== undefined; kind = open.pop()) {
      const { fields, others } = grammarOf(kind, version);
      const shapes = [
        ...Object.values(fields).map(({ shape }) => shape),
        ...(others === undefined ? [] : [others]),
      ];
      for (const next of shapes.flatMap(kindsOf)) {
        if (!seen.has(next)) open.push(next);
        seen.add(next);
      }
    }
    expect(seen.size).toBe(30);
  }
});

function kindsOf(shape: FieldShape): readonly ObjectKind[] {
  if (shape.holds === "object") return [shape.kind];
  if (shape.holds === "list" || shape.holds === "map") return kindsOf(shape.of);
  return shape.holds === "either" ? shape.choices.flatMap(kindsOf) : [];
}
