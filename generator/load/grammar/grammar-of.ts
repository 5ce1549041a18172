import type { SpecVersion } from "../document.ts";
import { documentTables, securityTables } from "./document-tables.ts";
import type { Field, FieldShape, ObjectGrammar, ObjectKind } from "./grammar.ts";
import { operationTables } from "./operation-tables.ts";
import { schemaTables } from "./schema-tables.ts";
import { swaggerSchemaTables } from "./swagger-schema-tables.ts";
import { swaggerTables } from "./swagger-tables.ts";
import type { FieldEntry, InVersions, ObjectTable } from "./table.ts";

type Grammar = ReadonlyMap<ObjectKind, ObjectGrammar>;

const tables = [...documentTables, ...operationTables, ...schemaTables, ...securityTables];
const grammars: Readonly<Record<SpecVersion, Grammar>> = {
  "2.0": grammarIn("2.0", [...swaggerTables, ...swaggerSchemaTables]),
  "3.0": grammarIn("3.0", tables),
  "3.1": grammarIn("3.1", tables),
  "3.2": grammarIn("3.2", tables),
};

/** What a document is as a whole. */
export function rootKind(version: SpecVersion): ObjectKind {
  return version === "2.0" ? "Swagger" : "OpenAPI";
}

/** What the specification lets one kind of object hold in one version that knows it. */
export function grammarOf(kind: ObjectKind, version: SpecVersion): ObjectGrammar {
  const grammar = grammarIfKnown(kind, version);
  if (grammar === undefined) throw new Error(`There is no grammar of ${kind} in ${version}.`);
  return grammar;
}

/** The same; undefined where the version has no such object. */
export function grammarIfKnown(kind: ObjectKind, version: SpecVersion): ObjectGrammar | undefined {
  return grammars[version].get(kind);
}

/** Whether a `$ref` in the place of an object is read as the reference that it looks like. */
export function mayRefer({ referable, toleratesReference }: ObjectGrammar): boolean {
  return referable || toleratesReference;
}

/** What a field of an object may hold; undefined for an extension and for a field that may not be there. */
export function shapeOf(grammar: ObjectGrammar, name: string): FieldShape | undefined {
  if (Object.hasOwn(grammar.fields, name)) return grammar.fields[name]?.shape;
  return grammar.extensible && name.startsWith("x-") ? undefined : grammar.others;
}

function grammarIn(version: SpecVersion, all: readonly ObjectTable[]): Grammar {
  const known = all.filter((table) => holds(table.versions ?? true, version));
  return new Map(known.map((table) => [table.kind, objectIn(table, version)]));
}

function objectIn(table: ObjectTable, version: SpecVersion): ObjectGrammar {
  const { kind, others } = table;
  const fields = Object.entries(table.fields).flatMap(([name, entry]) => {
    const field = fieldIn(entry, version);
    return field === undefined ? [] : [[name, field] as const];
  });
  return {
    kind,
    fields: Object.fromEntries(fields),
    ...(others === undefined ? {} : { others }),
    extensible: holds(table.extensible, version),
    referable: holds(table.referable, version),
    toleratesReference: holds(table.toleratesReference, version),
  };
}

function fieldIn(entry: ObjectTable["fields"][string], version: SpecVersion): Field | undefined {
  const found = entriesOf(entry).find((one) => holds(one.versions ?? true, version));
  if (found === undefined) return undefined;
  return holds(found.required, version) ? { shape: found.shape, required: true } : { shape: found.shape };
}

function entriesOf(entry: ObjectTable["fields"][string]): readonly FieldEntry[] {
  if ("holds" in entry) return [{ shape: entry }];
  return "shape" in entry ? [entry] : entry;
}

function holds(versions: InVersions | undefined, version: SpecVersion): boolean {
  return versions === true || (versions?.includes(version) ?? false);
}
