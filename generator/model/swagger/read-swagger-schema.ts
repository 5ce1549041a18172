import type { Json } from "../../json.ts";
import type { SpecNode } from "../../load/document.ts";
import { mapOf } from "../../load/node.ts";
import type { Heirs } from "../list-heirs.ts";

/**
 * A Schema Object of Swagger 2.0 in the words of OpenAPI 3.0, where the two differ: `x-nullable`, a discriminator that
 * is a text, `type: file`. It stays where it was written, and so does what is in it.
 */
export function readSwaggerSchema(node: SpecNode, heirs: Heirs): SpecNode {
  const schema = mapOf(node);
  const isPlain = !["x-nullable", "discriminator"].some((key) => schema?.has(key));
  if (schema === undefined || (isPlain && schema.get("type") !== "file")) return node;
  const words = [...schema].flatMap(([key, value]): readonly (readonly [string, Json])[] => {
    if (key === "x-nullable") return [["nullable", value]];
    if (key === "type" && value === "file") return fileWords;
    if (key !== "discriminator" || typeof value !== "string") return [[key, value]];
    const mapping = new Map(heirs(node).map((name) => [name, name] as const));
    return [
      [
        key,
        new Map<string, Json>([
          ["propertyName", value],
          ["mapping", mapping],
        ]),
      ],
    ];
  });
  return { value: new Map(words), place: node.place };
}

/** What OpenAPI 3.0 calls a file. */
export const fileWords: readonly (readonly [string, Json])[] = [
  ["type", "string"],
  ["format", "binary"],
];
