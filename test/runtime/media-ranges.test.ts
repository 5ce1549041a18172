import { expect, test } from "vitest";
import { DecodeError } from "../../templates/runtime/errors.ts";
import { exactJson } from "../../templates/runtime/int64.ts";
import { readByType } from "../../templates/runtime/media-ranges.ts";
import { takeBytes } from "../../templates/runtime/media.ts";
import type { AnswerKind, Operation } from "../../templates/runtime/operation.ts";
import { readEvents, takeStream } from "../../templates/runtime/streaming.ts";
import { call } from "../../templates/runtime/transport.ts";
import { always, listOrders, open, rejection, serve } from "./server.ts";

type Types = Readonly<Record<string, readonly AnswerKind[]>>;

async function data(type: string, body: string, operation: Operation): Promise<unknown> {
  const headers = { "content-type": type };
  return call(open(await serve(always(200, body, headers))), operation, {});
}

const ranged = (types: Types): Operation => ({ ...listOrders, take: takeBytes, read: readByType(types) });

const images: Types = { "image/*": ["bytes"], "image/svg+xml": ["text"], "application/json": ["json"] };
const anything: Types = { "text/csv": ["text"], "*/*": ["bytes"], "text/*": ["json"] };

test.each<[Types, string, string, unknown]>([
  [images, "image/png", "a", expect.any(Blob)],
  [images, "image/svg+xml", "<svg/>", "<svg/>"],
  [images, "Image/SVG+XML; charset=utf-8", "<svg/>", "<svg/>"],
  [images, "image/vnd.a+xml", "<a/>", expect.any(Blob)],
  [images, "image/vnd.a+json", "{}", expect.any(Blob)],
  [images, "application/json", "[1]", [1]],
  // Nothing fits these but their like.
  [images, "application/problem+json", "[1]", [1]],
  [images, "application/octet-stream", "a", expect.any(Blob)],
  [images, "text/plain", "a", "a"],
  // Without a word an answer is what stands first.
  [images, "", "a", expect.any(Blob)],
  [{ "application/json": ["json"], "image/*": ["bytes"] }, "", "[1]", [1]],
  [anything, "text/csv", "1", "1"],
  [anything, "text/plain", "1", 1],
  [anything, "application/json", "1", expect.any(Blob)],
  [anything, "nonsense", "1", expect.any(Blob)],
  [anything, "constructor", "1", expect.any(Blob)],
  [{ "*/*": ["text", "json"] }, "application/json", '"a"', "a"],
  [{ "*/*": ["text", "json"] }, "text/plain", '"a"', '"a"'],
  [{ "*/*": ["text", "json"] }, "image/png", "a", "a"],
  [{ "*/*": ["json"], "text/plain": ["text"] }, "application/octet-stream", "1", 1],
])("of %j an answer of %s", async (types, type, body, value) => {
  expect(await data(type, body, ranged(types))).toEqual(value);
});

test("what an API does not describe is no success", async () => {
  const operation = ranged({ "image/*": ["bytes"], "application/json": ["json"] });
  const error = await rejection(data("text/html", "<p>", operation));
  expect(error).toBeInstanceOf(DecodeError);
  expect(error).toMatchObject({
    message: expect.stringContaining("the API describes no text/html here"),
    text: "<p>",
  });
});

test("an empty body is none, and JSON is read with care", async () => {
  expect(await data("image/png", "", ranged(images))).toBeUndefined();
  const careful: Operation = { ...ranged(images), json: exactJson };
  expect(await data("application/json", "[1]", careful)).toEqual([1]);
  const error = await rejection(data("application/json", "[9007199254740993]", careful));
  expect(error).toBeInstanceOf(DecodeError);
});

test("a stream is one, beside a range as well", async () => {
  const read = readByType({ "text/*": ["text"], "application/*": ["json"] }, readEvents);
  const operation: Operation = { ...listOrders, take: takeStream, read };
  const items: unknown[] = [];
  const stream = (await data("text/event-stream", "data: a\n\n", operation)) as AsyncIterable<unknown>;
  for await (const item of stream) items.push(item);
  expect(items).toEqual([{ data: "a" }]);
  expect(await data("text/plain", "data: a", operation)).toBe("data: a");
  expect(await data("application/x-any", "[1]", operation)).toEqual([1]);
});
