import { bundleSpec } from "../../generator/bundle/bundle-spec.ts";
import { isList, isMap, type Json } from "../../generator/json.ts";
import type { SpecDocument } from "../../generator/load/document.ts";
import { loadSpec } from "../../generator/load/load-spec.ts";
import { buildModel } from "../../generator/model/build-model.ts";
import { buildNames } from "../../generator/names/build-names.ts";
import type { Names } from "../../generator/names/names.ts";

/** Texts of a spec by the paths of their files; the first one is the entry. */
export type Files = Readonly<Record<string, string>>;

export function documentOf(files: Files): SpecDocument {
  const [entry = ""] = Object.keys(files);
  const { value } = loadSpec(entry, (file) => (Object.hasOwn(files, file) ? files[file] : undefined));
  if (value === undefined) throw new Error(`${entry} is no spec.`);
  return value;
}

/** The bundle of a spec as JavaScript would have it. */
export function bundleOf(files: Files): unknown {
  return plain(bundleJson(documentOf(files)));
}

export function bundleJson(document: SpecDocument, names = buildNames(buildModel(document)).value): Json {
  return bundleSpec(document, names);
}

/** Names of nothing. */
export const noNames: Names = {
  models: new Map(),
  groups: [],
  operations: new Map(),
  webhooks: { list: "", body: "", types: new Map() },
  variables: new Map(),
};

export function plain(value: Json): unknown {
  if (isMap(value)) return Object.fromEntries([...value].map(([key, member]) => [key, plain(member)]));
  return isList(value) ? value.map(plain) : value;
}

const head = 'openapi: 3.1.0\ninfo: { title: Orders, version: "1" }\n';

/** A spec of several files: the entry from its third line on, and the others by their paths. */
export function filesOf(body: string, others: Files = {}, version = "3.1.0"): Files {
  return { "openapi.yaml": head.replace("3.1.0", version) + body, ...others };
}

/** An operation whose answer has this schema. */
export function answering(schema: string): string {
  return `{ responses: { "200": { description: ok, content: { application/json: { schema: ${schema} } } } } }`;
}
