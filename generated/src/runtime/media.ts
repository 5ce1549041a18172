// Part of the runtime that specwright ships with each client. Do not edit.
// What only operations need whose bodies are not always, or not at all, JSON.
import { refusal } from "./error-message.js";
import type { AnswerKind, BodyWriter, Reader, Taker } from "./operation.js";

/** Takes a body as bytes. */
export const takeBytes: Taker = (response) => response.blob();

/** How a body of a media type is read. */
export function kindOf(type: string): AnswerKind {
  if (/[/+]json$/i.test(type)) return "json";
  return /^text\/|[/+]xml$/i.test(type) ? "text" : "bytes";
}

/**
 * Reads a success as what it says it is, without a word as what is described first. Throws a `TypeError` where it
 * says that it is of a kind which the API does not describe.
 */
export const readAs: Reader = (content, response, operation) => {
  const { as = [] } = operation;
  const said = typeOf(response);
  const kind = said && as[0] !== "any" ? kindOf(said) : as[0];
  return readKind(kind && as.includes(kind) ? kind : undefined, content, response, operation);
};

/** The media type that an answer says it is of, without its parameters. */
export function typeOf({ headers }: Response): string | undefined {
  return headers.get("content-type")?.split(/\s*[;,]/)[0];
}

/** Reads a success as this; throws a `TypeError` where it is none that the API describes. */
export async function readKind(
  kind: AnswerKind | undefined,
  ...[content, response, operation]: Parameters<Reader>
): Promise<unknown> {
  const { json } = operation;
  if (content instanceof Blob && content.size === 0) return undefined;
  if (!kind) throw new TypeError(`the API describes no ${typeOf(response)} here`);
  if (kind === "bytes" || kind === "any") return content;
  // Only readers of streams are handed what is unread.
  const text = content instanceof Blob ? await content.text() : (content as string);
  if (kind === "text") return text;
  return json ? json(text, response, operation) : JSON.parse(text);
}

/** Reads nothing, where the API describes no body. */
export const readNothing: Reader = () => undefined;

/** Writes a body that may be left out. */
export function optional(write: BodyWriter): BodyWriter {
  return (value, contentType, site) =>
    value === undefined ? { body: null } : write(value, contentType, site);
}

/**
 * Writes a body in the media type asked for, else in the first of these. A range such as `image/*` stands for all of
 * its types.
 */
export function bodyOf(writers: Readonly<Record<string, BodyWriter>>): BodyWriter {
  const known = Object.entries(writers);
  return (value, contentType = known[0]?.[0] ?? "", site) => {
    // A key may be a range, and a type may have parameters that its key has not.
    const [, write] =
      known.find(([type]) => type === contentType) ??
      known.find(([type]) => contentType.startsWith(type.replace(/\*.*/, ""))) ??
      [];
    if (!write) throw refusal(site, `contentType must be one of ${known.map(([type]) => type).join(", ")}`);
    return write(value, contentType, site);
  };
}
