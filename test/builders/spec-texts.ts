import { printJson } from "../../generator/json.ts";
import type { SpecDocument } from "../../generator/load/document.ts";
import { loadSpec } from "../../generator/load/load-spec.ts";
import type { Api } from "../../generator/model/api.ts";
import { buildModel } from "../../generator/model/build-model.ts";
import type { Operation } from "../../generator/model/operation.ts";
import type { Shape } from "../../generator/model/shape.ts";

/** The files of a spec by their path, the entry first; or what its only file says below `info`. */
export type Texts = string | Readonly<Record<string, string>>;

/** YAML below a head of its own; the version is the spec's to choose. */
export function withHead(body: string, version = "3.1.0"): string {
  return `openapi: ${version}\ninfo: { title: Orders, version: "1" }\n${body}\n`;
}

/** Read a spec from texts. What is wrong with it is left out, as the model wants it. */
export function documentFrom(texts: Texts, version?: string): SpecDocument {
  const files = typeof texts === "string" ? { "openapi.yaml": withHead(texts, version) } : texts;
  const [entry = ""] = Object.keys(files);
  const { value } = loadSpec(entry, (file) => (Object.hasOwn(files, file) ? files[file] : undefined));
  if (value === undefined) throw new Error("The spec of this test cannot be read.");
  return value;
}

export function apiFrom(texts: Texts, version?: string): Api {
  return buildModel(documentFrom(texts, version));
}

/** The operation `GET /a`, or `POST /a` where it has a body, with these fields, in flow style: `parameters: [...], responses: {...}`. */
export function operationFrom(fields: string, around = "", version?: string): Operation {
  const method = fields.includes("requestBody") ? "post" : "get";
  const [operation] = apiFrom(`paths: { /a: { ${method}: { ${fields} } } }\n${around}`, version).operations;
  if (operation === undefined) throw new Error("The spec of this test has no operation.");
  return operation;
}

/** The shape of one schema, in flow style; others may stand beside it: `B: { type: string }`. */
export function shapeOf(schema: string, version?: string, others = ""): Shape {
  const schemas = `components:\n  schemas:\n    A: ${schema}\n${others.replace(/^(?=.)/gm, "    ")}`;
  const found = apiFrom(schemas, version).models.find(({ key }) => key === "A");
  if (found === undefined) throw new Error("The schema of this test is no model.");
  return found.shape;
}

/** What the model says, without the places: maps of the spec as plain objects, for short expectations. */
export function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== "object" || value === null) return value;
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  const told = entries.filter(
    ([key]) => value instanceof Map || !["place", "examplesAt"].includes(String(key)),
  );
  return Object.fromEntries(told.map(([key, member]) => [key, bare(member)]));
}

/** A value of the model as the JSON that `inspect` prints, on one line. */
export function printed(value: unknown): string {
  return printJson(value, "").replaceAll("\n", "");
}
