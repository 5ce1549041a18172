import type { ParameterWriter } from "./operation.js";

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
  return isComposite(value) ? JSON.stringify(value) : plainText(value);
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

/** One value as it travels in a path, percent-encoded: the usual case, for which this is enough. */
export const scalar: ParameterWriter = (_name, value) => encode(plainText(value));

/** The same as pairs of a query or cookie. */
export const scalarPair: ParameterWriter = (name, value) => `${encode(name)}=${encode(plainText(value))}`;

/** One value as text: a date in ISO 8601. */
export function plainText(value: unknown): string {
  return value instanceof Date ? value.toISOString() : String(value);
}

// The style that each place has unless the spec names another. OpenAPI, "Parameter Object".

/** Path, simple: `a,b`; objects as `key,a`. RFC 6570 section 3.2.2. */
export const pathSimple: ParameterWriter = (_name, value) =>
  membersOf(value)
    .flat()
    .filter((text) => text !== undefined)
    .map(encode)
    .join(",");

/** Query, form, exploded: `name=a&name=b`; objects as `key=a`. RFC 6570 section 3.2.8. */
export const queryForm: ParameterWriter = (name, value) =>
  membersOf(value)
    .map(([key = name, text]) => `${encode(key)}=${encode(text)}`)
    .join("&");

/** Header, simple: as in a path, but nothing is percent-encoded. */
export const headerSimple: ParameterWriter = (_name, value) =>
  membersOf(value)
    .flat()
    .filter((text) => text !== undefined)
    .join(",");

/** Cookie, form, exploded: `name=a; name=b`; objects as `key=a`. */
export const cookieForm: ParameterWriter = (name, value) => queryForm(name, value).replaceAll("&", "; ");
