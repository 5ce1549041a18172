import { isList, isMap, type Json, type JsonMap } from "../json.ts";

/** Where a translated document keeps the one it was made of, for references that lead into the middle of it. */
export const originalKey = "x-swagger";

/** What marks a schema that was one of a file. */
export const fileMark = "x-swagger-file";

/** The sections of the root (Swagger 2.0, Swagger Object), and where OpenAPI 3.0 keeps what is in them. */
const sections: ReadonlyMap<string, string> = new Map([
  ["definitions", "schemas"],
  ["parameters", "parameters"],
  ["responses", "responses"],
]);

/**
 * A part of a Swagger 2.0 document in which every reference leads into the translated document, and every schema is
 * written in the words of OpenAPI 3.0. All else is as it was.
 *
 * @param key the one that the part stands under
 */
export function inNewWords(value: Json, key = ""): Json {
  if (isList(value)) return value.map((item) => inNewWords(item));
  if (!isMap(value)) return key === "$ref" && typeof value === "string" ? newReference(value) : value;
  if (key === "schema") return newSchema(value);
  if (key === "definitions") return eachOf(value, newSchema);
  // There a key is a name, and no word.
  if (named.has(key)) return eachOf(value, (member) => inNewWords(member));
  return eachOf(value, inNewWords);
}

const named: ReadonlySet<string> = new Set(["parameters", "responses", "headers", "paths"]);

/** A Schema Object, or what an Items Object has of one (Swagger 2.0), in the words of OpenAPI 3.0. */
export function newSchema(value: Json): Json {
  if (!isMap(value)) return value;
  const words = [...value].flatMap(newWord);
  const isNullReference = value.get("x-nullable") === true && value.has("$ref");
  if (!isNullReference) return new Map(words);
  // In 3.0 nothing may stand beside a reference.
  const reference = new Map(words.filter(([key]) => key === "$ref"));
  return new Map<string, Json>([
    ["nullable", true],
    ["allOf", [reference]],
  ]);
}

function newWord([key, value]: readonly [string, Json]): readonly (readonly [string, Json])[] {
  switch (key) {
    case "x-nullable":
      return [["nullable", value]];
    case "type":
      return value === "file" ? fileWords : [[key, value]];
    case "$ref":
      return [[key, typeof value === "string" ? newReference(value) : value]];
    case "properties":
      return [[key, isMap(value) ? eachOf(value, newSchema) : value]];
    case "allOf":
      return [[key, isList(value) ? value.map(newSchema) : value]];
    case "items":
    case "additionalProperties":
      return [[key, newSchema(value)]];
    // It tells apart what is made of the schema, which is no part of its own type.
    case "discriminator":
      return [];
    default:
      return [[key, value]];
  }
}

const fileWords: readonly (readonly [string, Json])[] = [
  ["type", "string"],
  ["format", "binary"],
  [fileMark, true],
];

/** A reference to a component leads to its new place, any other one into the original. */
function newReference(reference: string): string {
  const [, section = "", key] = /^#\/([a-z]+)\/([^/]+)$/.exec(reference) ?? [];
  const place = key === undefined ? undefined : sections.get(section);
  if (place !== undefined) return `#/components/${place}/${key}`;
  return reference.startsWith("#/") ? `#/${originalKey}${reference.slice(1)}` : reference;
}

function eachOf(object: JsonMap, turn: (value: Json, key: string) => Json): JsonMap {
  return new Map([...object].map(([key, value]) => [key, turn(value, key)]));
}
