import { getEventListeners } from "node:events";
import type { ServerResponse } from "node:http";
import { expect, expectTypeOf, test, vi } from "vitest";
import { bigintJson } from "../../templates/runtime/bigint-json.ts";
import {
  AbortError,
  ConnectionError,
  DecodeError,
  SdkError,
  ServerError,
  TimeoutError,
} from "../../templates/runtime/errors.ts";
import { exactJson } from "../../templates/runtime/int64.ts";
import type { Operation } from "../../templates/runtime/operation.ts";
import type { CallOptions } from "../../templates/runtime/options.ts";
import type { Stream } from "../../templates/runtime/streaming.ts";
import {
  eventsOfJson,
  eventsOrLines,
  readEventData,
  readEvents,
  readJsonLines,
  takeAnyStream,
  takeStream,
} from "../../templates/runtime/streaming.ts";
import { call } from "../../templates/runtime/transport.ts";
import type { Answer } from "./server.ts";
import { always, inTurn, json, listOrders, open, rejection, serve } from "./server.ts";

const events = { "content-type": "text/event-stream" };
const lines = { "content-type": "application/x-ndjson" };

const watch: Operation = { ...listOrders, id: "watch", take: takeStream, read: readEventData };
const list: Operation = { ...listOrders, id: "list", take: takeAnyStream, read: readJsonLines };

/** An answer that stays open after these pieces, and what tells that the caller has left. */
function openEnd(headers: Record<string, string>, ...pieces: readonly (string | Uint8Array)[]) {
  let leave = (): void => undefined;
  const left = new Promise<void>((resolve) => {
    leave = resolve;
  });
  const sent: ServerResponse[] = [];
  const answer: Answer = (response) => {
    response.on("close", () => leave());
    sent.push(response.writeHead(200, headers));
    response.flushHeaders();
    for (const piece of pieces) response.write(piece);
  };
  return { answer, left, sent };
}

async function stream(answer: Answer, operation = watch, options?: CallOptions): Promise<Stream<unknown>> {
  return call<Stream<unknown>>(open(await serve(answer)), operation, {}, { maxRetries: 0, ...options });
}

/** The items up to the end, and the error if it ends with one. */
async function drain(items: AsyncIterable<unknown>): Promise<{ items: unknown[]; error?: unknown }> {
  const found: unknown[] = [];
  try {
    for await (const item of items) found.push(item);
  } catch (error) {
    return { items: found, error };
  }
  return { items: found };
}

test.each<readonly [Operation, headers: Record<string, string>, body: string, items: readonly unknown[]]>([
  [watch, events, 'data: {"a":1}\n\ndata: 2\n\n', [{ a: 1 }, 2]],
  [watch, { "content-type": "Text/Event-Stream; charset=utf-8" }, "data: 1\n\n", [1]],
  [watch, {}, "data: 1\n\n", [1]],
  [watch, events, "", []],
  [watch, events, "\uFEFFdata: 1\n\n: ping\n\ndata:\n\ndata: [DONE]\n\ndata: 2\n\n", [1]],
  [{ ...watch, read: readEvents }, events, "id: 1\ndata: [DONE]\n\n", [{ id: "1", data: "[DONE]" }]],
  [{ ...watch, read: eventsOfJson() }, events, "data: {}\n\ndata: [DONE]\n\ndata: 1\n\n", [{ data: {} }]],
  [
    { ...watch, read: eventsOfJson("a", "message") },
    events,
    "event: a\ndata: 1\n\nevent: b\ndata: 2\n\ndata: 3\n\n",
    [{ event: "a", data: 1 }, { event: "b", data: "2" }, { data: 3 }],
  ],
  [list, lines, '{"a":1}\n\n2', [{ a: 1 }, 2]],
  [list, { "content-type": "text/plain" }, "1\n2\n", [1, 2]],
  [list, {}, "\uFEFF1\n", [1]],
  [list, { "content-type": "application/json-seq" }, "\x1e1\n\x1e2\n", [1, 2]],
  [{ ...watch, read: eventsOrLines(readEventData) }, events, "data: 1\n\n", [1]],
  [{ ...watch, read: eventsOrLines(readEventData) }, lines, "1\n", [1]],
])("%o %o %j", async (operation, headers, body, items) => {
  expect(await drain(await stream(always(200, body, headers), operation))).toEqual({ items });
});

test("a character in two pieces stays whole", async () => {
  const text = Buffer.from('data: "ä€😀"\n\n');
  for (let cut = 7; cut < 17; cut++) {
    const answer: Answer = (response) => {
      response.writeHead(200, events).write(text.subarray(0, cut));
      setTimeout(() => response.end(text.subarray(cut)), 5);
    };
    expect(await drain(await stream(answer))).toEqual({ items: ["ä€😀"] });
  }
});

test.each<readonly [Operation, Answer]>([
  [watch, always(200, "data: {\n\n", { ...events, "x-trace": "abc" })],
  [list, always(200, "{\n", { ...lines, "x-trace": "abc" })],
])("an item that cannot be read is named with the call: %o", async (operation, answer) => {
  const transport = open(await serve(answer), {}, { correlationHeaders: ["x-request", "x-trace"] });
  const { error } = await drain(await call<Stream<unknown>>(transport, operation, {}));
  expect(error).toBeInstanceOf(DecodeError);
  expect(error).toMatchObject({
    correlationId: "abc",
    message: expect.stringMatching(/^200 OK: unexpected item: .* GET \/orders; correlation id abc\)$/),
  });
});

test("items come while the server is still at it", async () => {
  const { answer, sent } = openEnd(lines, "1\n");
  const items = (await stream(answer, list))[Symbol.asyncIterator]();
  expect(await items.next()).toEqual({ done: false, value: 1 });
  sent[0]?.end("2");
  expect(await items.next()).toEqual({ done: false, value: 2 });
  expect(await items.next()).toEqual({ done: true, value: undefined });
});

test("who leaves the loop leaves the server", async () => {
  const { answer, left } = openEnd(events, "data: 1\n\ndata: 2\n\n");
  for await (const item of await stream(answer)) {
    expect(item).toBe(1);
    break;
  }
  await left;
});

test("what a loop throws leaves the server", async () => {
  const { answer, left } = openEnd(events, "data: 1\n\n");
  const loop = async (): Promise<void> => {
    for await (const item of await stream(answer)) throw new Error(String(item));
  };
  await expect(loop()).rejects.toThrow("1");
  await left;
});

test("the end that a server says ends the connection", async () => {
  const { answer, left } = openEnd(events, "data: 1\n\ndata: [DONE]\n\n");
  expect(await drain(await stream(answer))).toEqual({ items: [1] });
  await left;
});

test("return() does not wait for the next item, nor for the first", async () => {
  const first = openEnd(events);
  const items = (await stream(first.answer))[Symbol.asyncIterator]();
  const next = items.next();
  await items.return?.();
  expect(await next).toEqual({ done: true, value: undefined });
  await first.left;
  const second = openEnd(events);
  await (await stream(second.answer))[Symbol.asyncIterator]().return?.();
  await second.left;
});

test("cancel() ends a stream before it is read and while it is", async () => {
  const first = openEnd(events, "data: 1\n\n");
  const unread = await stream(first.answer);
  unread.cancel();
  await first.left;
  expect(await drain(unread)).toEqual({ items: [] });
  const second = openEnd(events);
  const waiting = await stream(second.answer);
  const drained = drain(waiting);
  waiting.cancel();
  expect(await drained).toEqual({ items: [] });
  await second.left;
});

test("a stream is read once", async () => {
  const items = await stream(always(200, "data: 1\n\n", events));
  expect(await drain(items)).toEqual({ items: [1] });
  expect((await drain(items)).error).toBeInstanceOf(SdkError);
  expect((await drain(items)).error).toMatchObject({
    message: "A stream can be read once (watch: GET /orders)",
    operationId: "watch",
  });
});

test("a connection that breaks is a ConnectionError after the items before it", async () => {
  const answer: Answer = (response) => {
    response.writeHead(200, { ...events, "content-length": 1000 }).write("data: 1\n\ndata: 2");
    setTimeout(() => response.destroy(), 20);
  };
  const { items, error } = await drain(await stream(answer));
  expect(items).toEqual([1]);
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error).not.toBeInstanceOf(TimeoutError);
  expect(error).toMatchObject({
    message: expect.stringMatching(/^The stream broke off: .+ \(watch: GET \/orders\)$/),
    cause: expect.anything(),
  });
});

test.each([
  [watch, events, "data: 1\n\ndata: {a\n\ndata: 2\n\n", "{a"],
  [list, lines, "1\n<p>\n2\n", "<p>"],
])("an item that is no JSON is a DecodeError with its text", async (operation, headers, body, text) => {
  const { answer, left } = openEnd(headers, body);
  const { items, error } = await drain(await stream(answer, operation));
  expect(items).toEqual([1]);
  expect(error).toBeInstanceOf(DecodeError);
  expect(error).toMatchObject({
    status: 200,
    text,
    cause: expect.any(SyntaxError),
    operationId: operation.id,
  });
  expect(error).toHaveProperty("message", expect.stringMatching(/^200 OK: unexpected item: /));
  await left;
});

test("integers of items are read with care", async () => {
  const exact = await drain(
    await stream(always(200, "9007199254740993\n", lines), { ...list, json: exactJson }),
  );
  expect(exact.error).toBeInstanceOf(DecodeError);
  const operation: Operation = { ...list, json: bigintJson, int64s: { "200": { fields: { id: "int64" } } } };
  const big = await drain(await stream(always(200, '{"id":9007199254740993}\n', lines), operation));
  expect(big).toEqual({ items: [{ id: 9007199254740993n }] });
});

test("an error rejects the call, and what passes is tried again", async () => {
  const error = await rejection(stream(json(500, { message: "No" })));
  expect(error).toBeInstanceOf(ServerError);
  expect(error).toMatchObject({ body: { message: "No" } });
  const again = inTurn(always(503, "", { "retry-after": "0" }), always(200, "data: 1\n\n", events));
  expect(await drain(await stream(again, watch, { maxRetries: 1 }))).toEqual({ items: [1] });
});

test("what is no stream is no stream", async () => {
  const page = always(200, "<p>", { "content-type": "text/html" });
  const error = await rejection(stream(page));
  expect(error).toBeInstanceOf(DecodeError);
  expect(error).toMatchObject({ text: "<p>" });
  const either: Operation = { ...watch, as: ["json"] };
  expect(await stream(json(200, { a: 1 }), either)).toEqual({ a: 1 });
  expect(await drain(await stream(always(200, "data: 1\n\n", events), either))).toEqual({ items: [1] });
  expect(await stream(always(204), either)).toBeUndefined();
});

test("the time is up for headers only", async () => {
  const { answer, sent } = openEnd(events, "data: 1\n\n");
  const items = await stream(answer, watch, { timeout: 500 });
  setTimeout(() => sent[0]?.end("data: 2\n\n"), 700);
  expect(await drain(items)).toEqual({ items: [1, 2] });
  const silent = stream(() => undefined, watch, { timeout: 60 });
  expect(await rejection(silent)).toBeInstanceOf(TimeoutError);
});

test("the caller's signal ends a stream, and hears nothing of it afterwards", async () => {
  const controller = new AbortController();
  const { signal } = controller;
  const first = await stream(always(200, "data: 1\n\n", events), watch, { signal });
  expect(getEventListeners(signal, "abort")).toEqual([]);
  expect(await drain(first)).toEqual({ items: [1] });
  expect(getEventListeners(signal, "abort")).toEqual([]);
  const { answer, left } = openEnd(events, "data: 1\n\ndata: 2\n\n");
  const found: unknown[] = [];
  const loop = async (): Promise<void> => {
    for await (const item of await stream(answer, watch, { signal })) {
      found.push(item);
      controller.abort("enough");
    }
  };
  const error = await rejection(loop());
  expect(error).toBeInstanceOf(AbortError);
  expect(error).toMatchObject({ cause: "enough", message: "Aborted (watch: GET /orders)" });
  expect(found).toEqual([1]);
  await left;
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test("the signal ends a wait for the next item, and a stream that nobody has asked yet", async () => {
  const waiting = new AbortController();
  const first = openEnd(events);
  const drained = drain(await stream(first.answer, watch, { signal: waiting.signal }));
  setTimeout(() => waiting.abort(), 20);
  expect((await drained).error).toBeInstanceOf(AbortError);
  await first.left;
  const early = new AbortController();
  const second = openEnd(events, "data: 1\n\n");
  const items = await stream(second.answer, watch, { signal: early.signal });
  early.abort();
  const { items: none, error } = await drain(items);
  expect(none).toEqual([]);
  expect(error).toBeInstanceOf(AbortError);
  await second.left;
});

test("the whole answer holds the stream, and a raw one is the caller's", async () => {
  const server = await serve(always(200, "data: 1\n\n", { ...events, "x-a": "1" }));
  const whole = await call<Stream<unknown>>(open(server), watch, {}).withResponse();
  expect([whole.status, whole.headers.get("x-a")]).toEqual([200, "1"]);
  expect(await drain(whole.data)).toEqual({ items: [1] });
  const raw = await call(open(server), watch, {}).asResponse();
  expect(await raw.text()).toBe("data: 1\n\n");
});

test("no rejection is left to nobody", async () => {
  const unhandled = vi.fn();
  process.on("unhandledRejection", unhandled);
  const answer: Answer = (response) => {
    response.writeHead(200, events).write("data: 1\n\n");
    setTimeout(() => response.destroy(), 20);
  };
  const items = (await stream(answer))[Symbol.asyncIterator]();
  await items.next();
  await new Promise((resolve) => setTimeout(resolve, 60));
  await items.return?.();
  await new Promise((resolve) => setTimeout(resolve, 20));
  process.off("unhandledRejection", unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});

test("a stream has the type of its items", () => {
  expectTypeOf<Stream<{ a: 1 }>>().toExtend<AsyncIterable<{ a: 1 }>>();
});
