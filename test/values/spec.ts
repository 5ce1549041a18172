import { type Json, printJson } from "../../generator/json.ts";
import type { SpecDocument } from "../../generator/load/document.ts";
import { loadSpec } from "../../generator/load/load-spec.ts";
import type { Api, Model } from "../../generator/model/api.ts";
import { buildModel } from "../../generator/model/build-model.ts";
import type { Shape } from "../../generator/model/shape.ts";
import { findMisfit } from "../../generator/values/find-misfit.ts";
import type { Direction, Misfit } from "../../generator/values/verdict.ts";

/** Plain data of a test as a spec holds it. */
export function json(value: unknown): Json {
  if (Array.isArray(value)) return value.map(json);
  if (typeof value === "object" && value !== null) {
    return new Map(Object.entries(value).map(([key, member]) => [key, json(member)]));
  }
  return value as Json;
}

/** What a spec holds as plain data, for judges other than ours. */
export function plain(value: Json): unknown {
  if (value instanceof Map)
    return Object.fromEntries([...value].map(([key, member]) => [key, plain(member)]));
  return Array.isArray(value) ? value.map(plain) : value;
}

export function documentOf(text: string): SpecDocument {
  const { value } = loadSpec("openapi.yaml", (file) => (file === "openapi.yaml" ? text : undefined));
  if (value === undefined) throw new Error("The spec of this test cannot be read.");
  return value;
}

export function apiOf(spec: object, version = "3.1.0"): Api {
  return buildModel(documentOf(printJson({ openapi: version, ...spec })));
}

/** One schema, those beside it, and a way to judge values by it. */
export interface Judged {
  readonly models: ReadonlyMap<string, Model>;
  readonly shape: Shape;
  readonly misfitOf: (value: unknown, direction?: Direction) => Misfit | undefined;
}

export type Schema = boolean | Readonly<Record<string, unknown>>;

/** The schema as the component `Root`, so that it may refer to itself; `others` are components too. */
export function judged(
  schema: Schema,
  others: Readonly<Record<string, Schema>> = {},
  version = "3.1.0",
): Judged {
  const api = apiOf({ components: { schemas: { Root: schema, ...others } } }, version);
  const models = new Map(api.models.map((model) => [model.id, model]));
  const shape = api.models.find(({ key }) => key === "Root")?.shape;
  if (shape === undefined) throw new Error("The schema of this test is no model.");
  const misfitOf: Judged["misfitOf"] = (value, direction = "request") =>
    findMisfit(models, shape, json(value), direction);
  return { models, shape, misfitOf };
}

/** `if`, `then`, `else`: made as text, because an object with a `then` of its own passes for a promise. */
export function conditional(condition: Schema, then: Schema = true, otherwise: Schema = true): Schema {
  const [yes, no] = [then, otherwise].map((schema) => JSON.stringify(schema));
  return JSON.parse(`{ "if": ${JSON.stringify(condition)}, "then": ${yes}, "else": ${no} }`) as Schema;
}
