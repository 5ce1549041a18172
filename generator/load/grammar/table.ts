import type { SpecVersion } from "../document.ts";
import type { FieldShape, ObjectKind } from "./grammar.ts";

/** `true`: in every version; a list: in these; absent: in none. */
export type InVersions = true | readonly SpecVersion[];

/** One way to write a field. */
export interface FieldEntry {
  readonly shape: FieldShape;
  readonly required?: InVersions;
  /** Absent: every version knows the field. */
  readonly versions?: readonly SpecVersion[];
}

/**
 * A kind of object in all versions at once. Of several entries for a field, the first that a version knows
 * counts.
 */
export interface ObjectTable {
  readonly kind: ObjectKind;
  readonly fields: Readonly<Record<string, FieldShape | FieldEntry | readonly FieldEntry[]>>;
  readonly others?: FieldShape;
  readonly extensible?: InVersions;
  readonly referable?: InVersions;
  readonly toleratesReference?: InVersions;
  /** Absent: every version knows the object in this form. */
  readonly versions?: readonly SpecVersion[];
}

export const from31 = ["3.1", "3.2"] as const satisfies readonly SpecVersion[];
export const from32 = ["3.2"] as const satisfies readonly SpecVersion[];
export const until31 = ["3.0", "3.1"] as const satisfies readonly SpecVersion[];
export const only30 = ["3.0"] as const satisfies readonly SpecVersion[];

export const text = { holds: "string" } as const;
export const flag = { holds: "boolean" } as const;
export const number = { holds: "number" } as const;
export const integer = { holds: "integer" } as const;
export const anything = { holds: "any" } as const;
export const texts = listOf(text);

export function referenceTo(kind: ObjectKind): FieldShape {
  return { holds: "string", refersTo: kind };
}

export function word(...words: readonly string[]): FieldShape {
  return { holds: "word", words };
}

export function object(kind: ObjectKind): FieldShape {
  return { holds: "object", kind };
}

export function listOf(of: FieldShape): FieldShape {
  return { holds: "list", of };
}

export function mapOf(of: FieldShape): FieldShape {
  return { holds: "map", of };
}

export function either(...choices: readonly FieldShape[]): FieldShape {
  return { holds: "either", choices };
}

/** A field that must be there, always or in some versions. */
export function required(shape: FieldShape, versions: InVersions = true): FieldEntry {
  return { shape, required: versions };
}

/** A field that came with OpenAPI 3.1. */
export function since31(shape: FieldShape): FieldEntry {
  return { shape, versions: from31 };
}

/** A field that came with OpenAPI 3.2. */
export function since32(shape: FieldShape): FieldEntry {
  return { shape, versions: from32 };
}

/** A schema as of 3.1, where `true` and `false` are schemas too (JSON Schema core, section 4.3.2). */
export const anySchema = either(object("Schema"), flag);

/** A field with a schema in it: a list of them, a map. */
export function withSchema(
  wrap: (schema: FieldShape) => FieldShape = (schema) => schema,
): readonly FieldEntry[] {
  return [
    { shape: wrap(object("Schema")), versions: only30 },
    { shape: wrap(anySchema), versions: from31 },
  ];
}
