import { present } from "./draft.js";
import { refusal } from "./error-message.js";
import { jsonText } from "./int64.js";
import type { BodyWriter } from "./operation.js";
import type { BinaryBody } from "./raw.js";
import { binaryBody } from "./raw.js";

/** Values to be sent one after the other, or what can be sent as it is. */
export type JsonLines<Item> = Iterable<Item> | AsyncIterable<Item> | BinaryBody;

/**
 * Writes values as JSON, a line each, with a separator before each in a sequence (RFC 7464). What comes from an async
 * iterable is sent as it comes, and not again.
 */
export const linesBody: BodyWriter = (value, contentType = "application/x-ndjson", site) => {
  const given = present(value, site);
  const isSequence = /json-seq/i.test(contentType);
  const line = (item: unknown): string => `${isSequence ? "\x1e" : ""}${jsonText(item)}\n`;
  const isBytes = given instanceof Blob || given instanceof ArrayBuffer || ArrayBuffer.isView(given);
  if (typeof given !== "string" && !isBytes && !(given instanceof ReadableStream)) {
    if (isIterable(given)) return { body: Array.from(given, line).join(""), contentType };
    if (isAsyncIterable(given)) return { body: streamOf(given, line), contentType };
    throw refusal(site, "body must be a list, an iterable, or what can be sent as it is");
  }
  return binaryBody(given, contentType, site);
};

function isIterable(value: unknown): value is Iterable<unknown> {
  return Symbol.iterator in Object(value);
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return Symbol.asyncIterator in Object(value);
}

function streamOf(items: AsyncIterable<unknown>, line: (item: unknown) => string): ReadableStream {
  const encoder = new TextEncoder();
  const iterator = items[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(line(value)));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
