import { isList, isMap, type Json, type JsonMap } from "../json.ts";
import { childPointer } from "../location.ts";
import type { SourceFile } from "./source-file.ts";
import { resolveUri, splitReference } from "./uri.ts";

/** The URI of a file: its own `$self` (OpenAPI 3.2, section 4.1.2.2) or, without one, its path. */
export function baseOf({ file, value }: SourceFile): string {
  const self = isMap(value) ? value.get("$self") : undefined;
  return typeof self === "string" ? resolveUri(self, file) : file;
}

/**
 * What a file gives names: the pointer of each `$id` by its URI, and of each anchor by `URI#name` (JSON
 * Schema core, sections 8.2.1 and 8.2.2). The first of two equal names counts.
 */
export function identifiersIn(source: SourceFile): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const base = baseOf(source);
  if (base !== source.file) found.set(base, "");
  if (source.hasIdentifiers) {
    scan(source.value, { base, pointer: "", isNames: false }, found);
  }
  return found;
}

/** The URI that the `$id` of an object gives it; undefined if it has none. */
export function identifierOf(value: Json | undefined, base: string): string | undefined {
  const id = isMap(value) ? value.get("$id") : undefined;
  // A bare fragment was how earlier drafts wrote an anchor.
  return typeof id !== "string" || id.startsWith("#") ? undefined : resolveUri(splitReference(id).uri, base);
}

interface Here {
  readonly base: string;
  readonly pointer: string;
  /** Whether the keys here are names that the author chose, so that none of them is a keyword. */
  readonly isNames: boolean;
}

function scan(value: Json, here: Here, found: Map<string, string>): void {
  if (isList(value)) {
    for (const [index, item] of value.entries()) {
      scan(item, { ...here, pointer: childPointer(here.pointer, index), isNames: false }, found);
    }
  }
  if (!isMap(value)) return;
  const base = (here.isNames ? undefined : identifierOf(value, here.base)) ?? here.base;
  if (base !== here.base) add(found, base, here.pointer);
  for (const anchor of here.isNames ? [] : anchorsOf(value)) add(found, `${base}#${anchor}`, here.pointer);
  for (const [key, member] of value) {
    if (!here.isNames && (plainData.has(key) || key.startsWith("x-"))) continue;
    const isNames = !here.isNames && mapsOfNames.has(key);
    scan(member, { base, pointer: childPointer(here.pointer, key), isNames }, found);
  }
}

function anchorsOf(value: JsonMap): readonly string[] {
  const id = value.get("$id");
  const earlier = typeof id === "string" && id.startsWith("#") ? [id.slice(1)] : [];
  const names = [value.get("$anchor"), value.get("$dynamicAnchor"), ...earlier];
  return names.filter((name) => typeof name === "string");
}

function add(found: Map<string, string>, name: string, pointer: string): void {
  if (!found.has(name)) found.set(name, pointer);
}

/** Fields whose value is an instance, in which `$id` is a word like any other. */
const plainData: ReadonlySet<string> = new Set([
  "const",
  "dataValue",
  "default",
  "enum",
  "example",
  "examples",
  "value",
]);

const mapsOfNames: ReadonlySet<string> = new Set([
  "$defs",
  "callbacks",
  "content",
  "definitions",
  "dependencies",
  "dependentSchemas",
  "encoding",
  "headers",
  "links",
  "mediaTypes",
  "parameters",
  "pathItems",
  "paths",
  "patternProperties",
  "properties",
  "requestBodies",
  "responses",
  "schemas",
  "securitySchemes",
  "webhooks",
]);
