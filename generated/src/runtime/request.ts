// Part of the runtime that specwright ships with each client. Do not edit.
import type { Site } from "./error-message.js";
import { refusal } from "./error-message.js";
import type { Operation, Parameter, WrittenBody } from "./operation.js";
import type { HeaderOverrides } from "./options.js";
import { encode, writeDefault } from "./parameters.js";

/** The caller's parameters by field: only the object's own, so that no field reads from a prototype. */
export type Fields = ReadonlyMap<string, unknown>;

/**
 * What a request carries besides its body: a header, or pairs of the query or the Cookie header as they are
 * written. `null` takes a header away, `undefined` says nothing.
 */
export type Piece = readonly [place: Parameter["in"], name: string, text: string | null | undefined];

/** What URLs take for "here" and "up", and nothing at all: each would make the path another operation's. */
const misleading = /^(\.|%(25)?2e){0,2}$/i;

/**
 * Writes the caller's parameters: the path with its template filled, and the pieces of everything else.
 * Throws an `SdkError` where a value of the path is missing, empty, `.` or `..`. In the path `/`, `?` and `#`
 * stay encoded whatever the style (OpenAPI, "Path Templating").
 */
export function writeParameters(
  operation: Operation,
  fields: Fields,
): { readonly path: string; readonly pieces: readonly Piece[] } {
  let { path } = operation;
  const pieces: Piece[] = [];
  for (const { in: place, name, field = name, default: fallback, write } of operation.parameters ?? []) {
    const value = fields.get(field) ?? fallback;
    const text = value === undefined ? "" : write ? write(name, value) : writeDefault(place, name, value);
    if (place === "path") {
      if (value === "" || misleading.test(text)) {
        throw refusal(operation, `${field} must not be missing, empty, "." or ".."`);
      }
      path = path.replaceAll(`{${name}}`, () => text.replace(/[/?#]/g, encode));
    } else if (text) pieces.push([place, name, text]);
  }
  return { path, pieces };
}

/** Headers by name, as pieces. */
export function headerPieces(headers: HeaderOverrides = {}): readonly Piece[] {
  return Object.entries(headers).map(([name, text]) => ["header", name, text]);
}

/**
 * Puts the pieces of a request together; of headers of one name the last one wins. Throws an `SdkError` where
 * HTTP cannot carry a header.
 */
export function assemble(
  site: Site,
  pieces: readonly Piece[],
): { readonly headers: Headers; readonly query: string } {
  const headers = new Headers();
  let query = "";
  for (const [place, name, text] of pieces) {
    try {
      if (text === undefined) continue;
      if (text === null) headers.delete(name);
      else if (place === "header") headers.set(name, text);
      else if (place !== "cookie") query += `${query ? "&" : "?"}${text}`;
      else headers.set(place, headers.has(place) ? `${headers.get(place)}; ${text}` : text);
    } catch {
      // The platform's own message would quote the value, and it may be a secret.
      throw refusal(site, `HTTP cannot carry this ${place}: ${name}`);
    }
  }
  return { headers, query };
}

/** A reserved field that says something in words. */
export function wordOf(fields: Fields, field: "accept" | "contentType"): string | undefined {
  const value = fields.get(field);
  return typeof value === "string" ? value : undefined;
}

/** The body that the caller gave, in the media type asked for, else in the operation's first. */
export function writeBody(operation: Operation, fields: Fields): WrittenBody {
  const value = fields.get("body");
  const writers = Object.entries(operation.body ?? {});
  if (value === undefined || !writers[0]) return { body: null };
  const type = wordOf(fields, "contentType") ?? writers[0][0];
  // A key may be a range, and a type may have parameters that its key has not.
  const [, write] =
    writers.find(([known]) => known === type) ??
    writers.find(([known]) => type.startsWith(known.replace(/\*.*/, ""))) ??
    [];
  if (!write) {
    throw refusal(operation, `contentType must be one of ${writers.map(([known]) => known).join(", ")}`);
  }
  return write(value, type);
}
