// Part of the runtime that specwright ships with each client. Do not edit.
import { present } from "./draft.js";
import { refusal } from "./error-message.js";
import type { BodyWriter } from "./operation.js";
import { textOf } from "./parameters.js";

/** What can be sent as it is. */
export type BinaryBody = Blob | ArrayBuffer | ArrayBufferView | ReadableStream | string;

/** Writes a text as it is. */
export const textBody: BodyWriter = (value, contentType = "text/plain", site) => ({
  body: textOf(present(value, site)),
  contentType,
});

/**
 * Sends bytes as they are: a `Blob`, an `ArrayBuffer`, a view of one, a `ReadableStream`, or text. Where the
 * media type is a range, the type of the `Blob` says which it is. Anything else throws an `SdkError`.
 */
export const binaryBody: BodyWriter = (value, contentType = "application/octet-stream", site) => {
  if (!isBinary(value)) {
    throw refusal(site, "body must be a Blob, an ArrayBuffer, a view of one, a ReadableStream or a string");
  }
  return { body: value, contentType: contentType.includes("*") ? typeOf(value) : contentType };
};

function isBinary(value: unknown): value is NonNullable<RequestInit["body"]> {
  return (
    typeof value === "string" ||
    ArrayBuffer.isView(value) ||
    [Blob, ArrayBuffer, ReadableStream].some((kind) => value instanceof kind)
  );
}

function typeOf(value: unknown): string {
  return (value instanceof Blob && value.type) || "application/octet-stream";
}
