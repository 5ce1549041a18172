// Part of the runtime that specwright ships with each client. Do not edit.
import type { Parameter, ParameterWriter } from "./operation.js";

/** Percent-encodes everything but the unreserved characters of RFC 3986 section 2.3. */
export function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Lists and maps are taken apart by a style; everything else is one value. */
export function isComposite(value: unknown): value is object {
  return typeof value === "object" && value !== null && !(value instanceof Date);
}

/**
 * One value as text: a date in ISO 8601, an object or list as JSON, anything else as JSON would print it,
 * unquoted.
 */
export function textOf(value: unknown): string {
  if (isComposite(value)) return JSON.stringify(value);
  return value instanceof Date ? value.toISOString() : String(value);
}

/**
 * The texts of a value: of each item of a list, of each field of an object with its key, else of the value
 * itself. `undefined` and `null` are left out, inside lists too (RFC 6570 section 2.3).
 */
export function membersOf(value: unknown): readonly (readonly [key: string | undefined, text: string])[] {
  const members: readonly [string, unknown][] = isComposite(value) ? Object.entries(value) : [["", value]];
  const keyed = isComposite(value) && !Array.isArray(value);
  return members.flatMap(([key, part]) => (part == null ? [] : [[keyed ? key : undefined, textOf(part)]]));
}

/**
 * Writes a value in the style that a place has unless the spec names another (OpenAPI, "Parameter Object").
 * Path and header, simple: `a,b`; objects as `key,a`; in a header nothing is percent-encoded. Query and
 * cookie, form, exploded: `name=a&name=b` or `name=a; name=b`; objects as `key=a`. RFC 6570 sections 3.2.2
 * and 3.2.8.
 */
export function writeDefault(place: Parameter["in"], name: string, value: unknown): string {
  const simple = place === "path" || place === "header";
  const write = place === "header" ? String : encode;
  return membersOf(value)
    .map(([key = simple ? undefined : name, text]) =>
      key === undefined ? write(text) : `${write(key)}${simple ? "," : "="}${write(text)}`,
    )
    .join(simple ? "," : place === "cookie" ? "; " : "&");
}

// The same as writers, for `reserved` and for the fields of a form.
export const pathSimple: ParameterWriter = (name, value) => writeDefault("path", name, value);
export const queryForm: ParameterWriter = (name, value) => writeDefault("query", name, value);
export const headerSimple: ParameterWriter = (name, value) => writeDefault("header", name, value);
export const cookieForm: ParameterWriter = (name, value) => writeDefault("cookie", name, value);
