import { expect, it } from "vitest";
import type { ServerSentEvent } from "../../templates/runtime/stream-parsers.ts";
import { eventsIn, recordsIn } from "../../templates/runtime/stream-parsers.ts";

async function* pieces(...texts: readonly string[]): AsyncGenerator<string> {
  for (const text of texts) yield await Promise.resolve(text);
}

async function all<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

const events = (...texts: readonly string[]): Promise<readonly ServerSentEvent[]> =>
  all(eventsIn(pieces(...texts)));
const records = (...texts: readonly string[]): Promise<readonly unknown[]> =>
  all(recordsIn(pieces(...texts), (text) => JSON.parse(text)));

it.for<readonly [text: string, ...found: readonly ServerSentEvent[]]>([
  [""],
  ["\n\n\n"],
  ["data: a\n\n", { data: "a" }],
  ["data:a\n\n", { data: "a" }],
  ["data:  a \n\n", { data: " a " }],
  ["data: a: b\n\n", { data: "a: b" }],
  ["data: a\ndata: b\n\n", { data: "a\nb" }],
  ["data\n\ndata\ndata\n\ndata:", { data: "" }, { data: "\n" }],
  [": a comment\ndata: a\n:\n\n", { data: "a" }],
  [":\n\n"],
  ["event: a\ndata: b\n\n", { event: "a", data: "b" }],
  ["event: a\n\ndata: b\n\n", { data: "b" }],
  ["event: a\nevent: b\ndata: c\n\n", { event: "b", data: "c" }],
  ["id: 1\ndata: a\n\ndata: b\n\n", { id: "1", data: "a" }, { data: "b" }],
  ["id\ndata: a\n\n", { id: "", data: "a" }],
  ["id: 1\0\ndata: a\n\n", { data: "a" }],
  ["retry: 10\ndata: a\n\n", { retry: 10, data: "a" }],
  ["retry: 1s\nretry: -1\nretry:\ndata: a\n\n", { data: "a" }],
  ["retry: 10\n\n"],
  ["Data: a\nother: b\n data: c\n\n"],
  ["__proto__: a\ndata: a\n\n", { data: "a" }],
  ["data: a\r\rdata: b\r\n\r\ndata: c\n\r", { data: "a" }, { data: "b" }, { data: "c" }],
  ["data: a\u2028b\u0085\n\n", { data: "a\u2028b\u0085" }],
  ["data: a\n\ndata: b\n", { data: "a" }],
  ["data: a\n\ndata: b", { data: "a" }],
])("%j are these events", async ([text, ...found]) => {
  expect(await events(text)).toEqual(found);
});

it("finds the same events wherever their text is cut", async () => {
  const text = "\n: x\r\nid: 1\rdata: a\r\ndata: b\n\r\nevent: e\r\nretry: 7\r\ndata:\r\n\r\ndata: c\r\r";
  const whole = await events(text);
  expect(whole).toEqual([{ id: "1", data: "a\nb" }, { event: "e", retry: 7, data: "" }, { data: "c" }]);
  for (let cut = 0; cut <= text.length; cut++) {
    for (let next = cut; next <= text.length; next++) {
      const parts = [text.slice(0, cut), text.slice(cut, next), text.slice(next)];
      expect(await events(...parts), JSON.stringify(parts)).toEqual(whole);
    }
  }
  expect(await events(...text.split(""))).toEqual(whole);
});

it("gives an event as soon as its last line has begun to end", async () => {
  let resolve = (_: string): void => undefined;
  const promise = new Promise<string>((settle) => {
    resolve = settle;
  });
  async function* slow(): AsyncGenerator<string> {
    yield "data: a\r\r";
    yield await promise;
  }
  const found = eventsIn(slow());
  expect(await found.next()).toEqual({ done: false, value: { data: "a" } });
  resolve("\ndata: b\n\n");
  expect(await found.next()).toEqual({ done: false, value: { data: "b" } });
});

it.for<readonly [text: string, ...found: readonly unknown[]]>([
  [""],
  ["\n \r\n\n"],
  ["1", 1],
  ["1\n", 1],
  ['{"a":1}\n{"a":2}', { a: 1 }, { a: 2 }],
  ['{"a":1}\r\n\r\n[2]\r\n', { a: 1 }, [2]],
  ['\n null \n"\\n"\n', null, "\n"],
  ['"\u2028"\n', "\u2028"],
  ["\x1e1\n\x1e2\n", 1, 2],
  ["\x1e1\x1e\x1e\n2", 1, 2],
  ['\x1e{\n"a":\r\n1\n}\n\x1e[\n]\n', { a: 1 }, []],
])("%j are these values", async ([text, ...found]) => {
  expect(await records(text)).toEqual(found);
  expect(await records(...text.split(""))).toEqual(found);
});

it("finds the same values wherever their text is cut", async () => {
  for (const text of ['{"a":"b c"}\r\n\n[1,\t2]\n"d"', '\x1e{"a":\n"b c"}\n\x1e[1,\n2\n]\n\x1e"d"\n']) {
    const whole = await records(text);
    expect(whole).toEqual([{ a: "b c" }, [1, 2], "d"]);
    for (let cut = 0; cut <= text.length; cut++) {
      const parts = [text.slice(0, cut), text.slice(cut)];
      expect(await records(...parts), JSON.stringify(parts)).toEqual(whole);
    }
  }
});

it("gives a text of a sequence before the next one is there", async () => {
  async function* slow(): AsyncGenerator<string> {
    yield '\x1e{"a":\n';
    yield "1}\n";
    await new Promise(() => undefined);
  }
  const found = recordsIn(slow(), (text) => JSON.parse(text));
  expect(await found.next()).toEqual({ done: false, value: { a: 1 } });
});

it("takes a long line in many pieces in no time", async () => {
  async function* many(first: string, last: string): AsyncGenerator<string> {
    yield first;
    for (let count = 0; count < 100_000; count++) yield "0123456789";
    yield last;
  }
  const start = performance.now();
  const [event] = await all(eventsIn(many("data: ", "\n\n")));
  const [value] = await all(recordsIn(many('"', '"'), (text) => JSON.parse(text)));
  expect([event?.data.length, String(value).length]).toEqual([1_000_000, 1_000_000]);
  expect(performance.now() - start).toBeLessThan(5000);
});
