import { expect, test } from "vitest";
import { ConnectionError, SdkError } from "../../templates/runtime/errors.ts";
import { linesBody } from "../../templates/runtime/json-lines.ts";
import { bodyOf } from "../../templates/runtime/media.ts";
import type { Operation } from "../../templates/runtime/operation.ts";
import { call } from "../../templates/runtime/transport.ts";
import type { Received } from "./server.ts";
import { always, inTurn, open, rejection, serve } from "./server.ts";

const send: Operation = {
  id: "send",
  method: "PUT",
  path: "/",
  body: bodyOf({ "application/jsonl": linesBody, "application/json-seq": linesBody }),
};

async function sent(body: unknown, contentType?: string): Promise<Received> {
  const server = await serve(always(204));
  await call(open(server), send, { body, ...(contentType === undefined ? {} : { contentType }) });
  return server.received[0] ?? expect.fail("Nothing was sent.");
}

async function* slowly(...items: readonly unknown[]): AsyncGenerator {
  for (const item of items) yield await Promise.resolve(item);
}

const items = [{ a: 1 }, "b\nc", null, 9007199254740993n];
const text = '{"a":1}\n"b\\nc"\nnull\n9007199254740993\n';

test.each<readonly [what: string, body: () => unknown, text: string]>([
  ["a list", () => items, text],
  ["an iterable", () => new Set(items), text],
  ["an async iterable", () => slowly(...items), text],
  ["nothing", () => [], ""],
  ["no item", () => slowly(), ""],
  ["text", () => "1\n2\n", "1\n2\n"],
  ["a Blob", () => new Blob(["1\n"]), "1\n"],
  ["bytes", () => new Uint8Array([49, 10]), "1\n"],
  ["a stream", () => new Blob(["1\n"]).stream(), "1\n"],
])("%s is sent line by line, or as it is", async (_, body, written) => {
  expect(await sent(body())).toMatchObject({
    body: written,
    headers: { "content-type": "application/jsonl" },
  });
});

test("a sequence has separators", async () => {
  expect(await sent([1, [2]], "application/json-seq")).toMatchObject({
    body: "\x1e1\n\x1e[2]\n",
    headers: { "content-type": "application/json-seq" },
  });
});

test.each([[undefined], [5], [{ a: 1 }]])("%j is no body of lines", async (body) => {
  const server = await serve(always(204));
  expect(await rejection(call(open(server), send, { body }))).toBeInstanceOf(SdkError);
  expect(server.received).toEqual([]);
});

test("a list is sent again, and what comes once is not", async () => {
  const broken = (): ReturnType<typeof serve> =>
    serve(inTurn(always(503, "", { "retry-after": "0" }), always(204)));
  const first = await broken();
  await call(open(first), send, { body: [1] });
  expect(first.received.map(({ body }) => body)).toEqual(["1\n", "1\n"]);
  const second = await broken();
  expect(await rejection(call(open(second), send, { body: slowly(1) }))).toMatchObject({ status: 503 });
  expect(second.received).toHaveLength(1);
});

test("what an iterable throws rejects the call", async () => {
  const server = await serve(always(204));
  async function* bad(): AsyncGenerator {
    yield await Promise.resolve(1);
    throw new Error("no more");
  }
  const error = await rejection(call(open(server, { maxRetries: 0 }), send, { body: bad() }));
  expect(error).toBeInstanceOf(ConnectionError);
});
