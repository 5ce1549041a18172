// Ajv is the independent judge of the values that prove a change.
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { type Json, printJson } from "../../../generator/json.ts";
import type { Place } from "../../../generator/location.ts";
import type { Direction } from "../../../generator/values/verdict.ts";

/** Whether the schema at a place takes a value, where values go in a direction. */
export type Judge = (place: Pick<Place, "pointer">, value: Json) => boolean;

/** A judge by the schemas of one spec, which is one file of JSON. */
export function judgeOf(spec: string, direction: Direction): Judge {
  const ajv = new Ajv2020({ strict: false, logger: false, validateSchema: false });
  addFormats.default(ajv);
  ajv.addSchema(
    { ...withoutHidden(JSON.parse(spec), direction === "request" ? "readOnly" : "writeOnly") },
    "spec",
  );
  return ({ pointer }, value) =>
    ajv.compile({ $ref: `spec#${encodeURI(pointer)}` })(JSON.parse(printJson(value)));
}

type Tree = Record<string, unknown>;

/** JSON Schema does not know that some properties travel one way only: the other way, whatever stands there is ignored. */
function withoutHidden(value: unknown, mark: "readOnly" | "writeOnly"): Tree {
  return inside(value) as Tree;

  function inside(node: unknown): unknown {
    if (Array.isArray(node)) return node.map(inside);
    if (!isTree(node)) return node;
    const { properties, required } = node;
    const hidden = Object.entries(isTree(properties) ? properties : {}).flatMap(([name, schema]) =>
      isTree(schema) && schema[mark] === true ? [name] : [],
    );
    const entries = Object.entries(node).map(([key, inner]) => [key, inside(inner)] as const);
    return {
      ...Object.fromEntries(entries),
      ...(isTree(properties) ? { properties: inside(ignored(properties, hidden)) } : {}),
      ...(Array.isArray(required)
        ? { required: required.filter((name) => !hidden.includes(String(name))) }
        : {}),
    };
  }
}

function ignored(tree: Tree, names: readonly string[]): Tree {
  return Object.fromEntries(
    Object.entries(tree).map(([name, schema]) => [name, names.includes(name) ? true : schema]),
  );
}

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
