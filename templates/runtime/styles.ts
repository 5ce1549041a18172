// The styles that are not the default of their place, each on its own so that only those who need one carry it.
// `Joined` is `explode: false`, `Exploded` is `explode: true`, where the style's usual form is the other one.
// OpenAPI 3.2, "Style Values".
import { jsonText } from "./int64.js";
import type { ParameterWriter } from "./operation.js";
import { encode, isComposite, membersOf, textOf } from "./parameters.js";

/** Keys and texts one after the other, as the styles that do not explode want them. */
function flatMembers(value: unknown, write: (text: string) => string): readonly string[] {
  return membersOf(value).flatMap(([key, text]) => (key === undefined ? [text] : [key, text]).map(write));
}

/** `name=a,b` with any separator; nothing for an empty list. */
function joined(name: string, value: unknown, separator: string): string {
  const members = flatMembers(value, encode);
  return members.length === 0 ? "" : `${encode(name)}=${members.join(separator)}`;
}

/** `a` for each item, `key=a` for each field. */
function exploded(value: unknown, write: (text: string) => string): readonly string[] {
  return membersOf(value).map(([key, text]) =>
    key === undefined ? write(text) : `${write(key)}=${write(text)}`,
  );
}

/** `;name=a`, and `;name` alone for the empty text (RFC 6570 section 3.2.7). */
function matrix(name: string, text: string): string {
  return text === "" ? `;${encode(name)}` : `;${encode(name)}=${text}`;
}

/** Query, form, not exploded: `name=a,b`. RFC 6570 section 3.2.8. */
export const queryFormJoined: ParameterWriter = (name, value) => joined(name, value, ",");

/** Query, spaceDelimited: `name=a%20b`. */
export const querySpace: ParameterWriter = (name, value) => joined(name, value, "%20");

/** Query, pipeDelimited: `name=a%7Cb`. */
export const queryPipe: ParameterWriter = (name, value) => joined(name, value, "%7C");

/**
 * Query, deepObject: `name[key]=a`. OpenAPI defines one level; deeper ones follow the same pattern
 * (`name[key][inner]=a`) and lists repeat their name.
 */
export const queryDeepObject: ParameterWriter = (name, value) => {
  if (value === undefined || value === null) return "";
  if (!isComposite(value)) return `${encode(name)}=${encode(textOf(value))}`;
  return Object.entries(value)
    .map(([key, member]) => queryDeepObject(Array.isArray(value) ? name : `${name}[${key}]`, member))
    .filter((text) => text !== "")
    .join("&");
};

/** Path, simple, exploded: `a,b`; objects as `key=value,key=value`. RFC 6570 section 3.2.2. */
export const pathSimpleExploded: ParameterWriter = (_name, value) => exploded(value, encode).join(",");

/** Path, label: `.a,b`. RFC 6570 section 3.2.5. */
export const pathLabel: ParameterWriter = (_name, value) => `.${flatMembers(value, encode).join(",")}`;

/** Path, label, exploded: `.a.b`; objects as `.key=value.key=value`. RFC 6570 section 3.2.5. */
export const pathLabelExploded: ParameterWriter = (_name, value) => `.${exploded(value, encode).join(".")}`;

/** Path, matrix: `;name=a,b`. RFC 6570 section 3.2.7. */
export const pathMatrix: ParameterWriter = (name, value) =>
  matrix(name, flatMembers(value, encode).join(","));

/** Path, matrix, exploded: `;name=a;name=b`; objects as `;key=value;key=value`. RFC 6570 section 3.2.7. */
export const pathMatrixExploded: ParameterWriter = (name, value) =>
  membersOf(value)
    .map(([key = name, text]) => matrix(key, encode(text)))
    .join("");

/** Header, simple, exploded: `a,b`; objects as `key=value,key=value`. */
export const headerSimpleExploded: ParameterWriter = (_name, value) => exploded(value, String).join(",");

/** Cookie, form, not exploded: `name=a,b`. */
export const cookieFormJoined: ParameterWriter = (name, value) => joined(name, value, ",");

/** Cookie, style cookie, exploded: as form, but as it stands, without percent-encoding. */
export const cookiePlain: ParameterWriter = (name, value) =>
  membersOf(value)
    .map(([key = name, text]) => `${key}=${text}`)
    .join("; ");

/** Cookie, style cookie, not exploded: `name=a,b`, without percent-encoding. */
export const cookiePlainJoined: ParameterWriter = (name, value) =>
  `${name}=${flatMembers(value, String).join(",")}`;

/** Query, as a JSON document: `name=%7B%22a%22%3A1%7D`. */
export const queryJson: ParameterWriter = (name, value) => `${encode(name)}=${encode(jsonText(value))}`;

/** Path, as a JSON document. */
export const pathJson: ParameterWriter = (_name, value) => encode(jsonText(value));

/** Header, as a JSON document; what a header cannot carry is escaped. */
export const headerJson: ParameterWriter = (_name, value) =>
  jsonText(value).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** Cookie, as a JSON document. */
export const cookieJson: ParameterWriter = queryJson;

/** Whole query string (OpenAPI 3.2), as a JSON document. */
export const querystringJson: ParameterWriter = pathJson;

/** Whole query string (OpenAPI 3.2), as the caller wrote it. */
export const querystringText: ParameterWriter = (_name, value) => textOf(value);

/**
 * The same style with `allowReserved`: RFC 3986's reserved characters and percent-encoded triples pass as
 * they are (RFC 6570 section 3.2.3). `#`, `&` and `+` stay encoded, since they would end the value or turn
 * into a space.
 */
export function reserved(write: ParameterWriter): ParameterWriter {
  return (name, value) =>
    write(name, value)
      .replace(/%(?:3A|2F|3F|5B|5D|40|21|24|27|28|29|2A|2C|3B|3D)/g, decodeURIComponent)
      .replace(/%25(?=[0-9A-Fa-f]{2})/g, "%");
}

/** The same in a path, where `/`, `?` and `#` stay encoded whatever the style (OpenAPI, "Path Templating"). */
export function reservedInPath(write: ParameterWriter): ParameterWriter {
  const loose = reserved(write);
  return (name, value) => loose(name, value).replace(/[/?#]/g, encode);
}
