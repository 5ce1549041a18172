import { getEventListeners } from "node:events";
import { expect, test, vi } from "vitest";
import type { ApiPromise, ApiResponse } from "../../templates/runtime/api-promise.ts";
import {
  AbortError,
  BadRequestError,
  NotFoundError,
  SdkError,
  TimeoutError,
} from "../../templates/runtime/errors.ts";
import { jsonBody } from "../../templates/runtime/json.ts";
import type { Operation } from "../../templates/runtime/operation.ts";
import type { CallOptions } from "../../templates/runtime/options.ts";
import { inHeader, inPath, inQuery } from "../../templates/runtime/places.ts";
import type { Polling, PollPromise } from "../../templates/runtime/polling.ts";
import { callPolled, fromAnswer, fromCall, fromHeader, PollError } from "../../templates/runtime/polling.ts";
import type { Transport } from "../../templates/runtime/transport.ts";
import { call } from "../../templates/runtime/transport.ts";
import { always, type Answer, hurry, inTurn, json, open, rejection, serve } from "./server.ts";

type Job = { readonly state?: string; readonly rows?: readonly number[] };

const startJob: Operation = {
  id: "startJob",
  method: "POST",
  path: "/shops/{shop}/jobs",
  parameters: [{ in: inPath, name: "shop" }],
  body: jsonBody,
  accept: "application/json",
};

const getJob: Operation = {
  id: "getJob",
  method: "GET",
  path: "/shops/{shop}/jobs/{id}",
  parameters: [
    { in: inPath, name: "shop" },
    { in: inPath, name: "id" },
    { in: inQuery, name: "kind" },
    { in: inHeader, name: "x-key", field: "key" },
  ],
};

const polling: Polling = {
  ask: (transport: Transport, params: object, options?: CallOptions): ApiPromise<Job> =>
    call(transport, getJob, params, options),
  from: { shop: fromCall("shop"), id: fromAnswer("job", "id") },
  state: ["state"],
  done: ["ready", null],
  failed: ["broken"],
};

const params = { shop: "a/b", body: { kind: "full" } };
const began: Answer = json(202, { job: { id: "7" } }, { "x-job-key": "k" });
const running: Answer = json(200, { state: "running" });
const ready: Answer = json(200, { state: "ready", rows: [1] });

function start(
  transport: Transport,
  more: Partial<Polling> = {},
  options?: CallOptions,
): PollPromise<unknown, Job, ApiResponse<number, unknown>> {
  return callPolled(transport, startJob, params, options, { ...polling, ...more });
}

test("asks until it is done", async () => {
  const server = await serve(inTurn(began, running, running, ready));
  const seen: unknown[] = [];
  const onPoll = (job: Job): void => void seen.push(job.state);
  const result = await start(open(server)).result({ interval: 1, onPoll });
  expect(result).toEqual({ state: "ready", rows: [1] });
  expect(seen).toEqual(["running", "running", "ready"]);
  expect(server.received.map(({ method, url }) => `${method} ${url}`)).toEqual([
    "POST /shops/a%2Fb/jobs",
    ...seen.map(() => "GET /shops/a%2Fb/jobs/7"),
  ]);
});

test("takes values from wherever the link says", async () => {
  const server = await serve(inTurn(began, ready));
  const from = {
    shop: () => "fixed",
    id: fromAnswer("job", "id"),
    kind: fromCall("body", "kind"),
    key: fromHeader("X-Job-Key"),
  };
  await start(open(server), { from }).result({ interval: 1 });
  expect(server.received[1]).toMatchObject({
    url: "/shops/fixed/jobs/7?kind=full",
    headers: { "x-key": "k" },
  });
});

test("says what is missing where the answer does not have what the link takes", async () => {
  const server = await serve(json(202, {}));
  const error = await rejection(start(open(server)).result({ interval: 1 }));
  expect(error).toBeInstanceOf(SdkError);
  expect(String(error)).toContain("Give id");
});

test("waits 5 s, then half as long again, up to a minute", async () => {
  const waits = hurry();
  const answers = Array.from({ length: 6 }, () => running);
  const server = await serve(inTurn(began, ...answers, ready));
  await start(open(server)).result({ timeout: 0 });
  expect(waits).toEqual([5000, 7500, 11_250, 16_875, 25_312.5, 37_968.75, 56_953.125]);
});

test("asks at once where the answer does not say that it is too early", async () => {
  const waits = hurry();
  const server = await serve(inTurn(json(200, { job: { id: "7" } }), running, ready));
  await start(open(server)).result();
  expect(waits).toEqual([5000]);
});

test("waits as long as an answer asks", async () => {
  const waits = hurry();
  const told = json(202, { job: { id: "7" } }, { "retry-after": "9" });
  const server = await serve(inTurn(told, json(200, { state: "running" }, { "retry-after": "20" }), ready));
  await start(open(server)).result();
  expect(waits.map((wait) => Math.round(wait / 1000))).toEqual([9, 20]);
});

test("a state may be any value, and is told apart by its kind", async () => {
  const server = await serve(
    inTurn(began, json(200, { state: "null" }), json(200, {}), json(200, { state: null })),
  );
  expect(await start(open(server)).result({ interval: 1 })).toEqual({ state: null });
});

test("a failure carries the last that was said", async () => {
  const server = await serve(inTurn(began, running, json(200, { state: "broken", why: "disk" })));
  const error = await rejection(start(open(server)).result({ interval: 1 }));
  expect(error).toBeInstanceOf(PollError);
  expect(error).toBeInstanceOf(SdkError);
  expect(error).toMatchObject({
    name: "PollError",
    body: { state: "broken", why: "disk" },
    operationId: "startJob",
    message: 'Ended as "broken" (startJob: POST /shops/{shop}/jobs)',
  });
});

test("what takes too long is told with its last state, and asked for no more", async () => {
  const server = await serve(inTurn(began, running));
  const error = await rejection(start(open(server)).result({ interval: 20, timeout: 150 }));
  expect(error).toBeInstanceOf(TimeoutError);
  expect(String(error)).toContain('Not done within 150 ms: the last state is "running"');
  const { length } = server.received;
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(server.received.length).toBe(length);
});

test("a look that hangs takes no longer than the whole may", async () => {
  const server = await serve(inTurn(began, () => undefined));
  const error = await rejection(start(open(server)).result({ interval: 1, timeout: 100 }));
  expect(String(error)).toContain("Not done within 100 ms: nothing was said of it");
});

test("a call that hangs takes no longer either", async () => {
  const server = await serve(() => undefined);
  const controller = new AbortController();
  const job = start(open(server), {}, { signal: controller.signal });
  expect(await rejection(job.result({ timeout: 50 }))).toBeInstanceOf(TimeoutError);
  controller.abort();
  expect(await rejection(job)).toBeInstanceOf(AbortError);
});

test("what passes ends no wait, however often it comes", async () => {
  const waits = hurry();
  const busy = json(429, {}, { "retry-after": "30" });
  const broken: Answer = (response) => response.destroy();
  const server = await serve(inTurn(began, busy, busy, json(500, {}), broken, ready));
  const result = await start(open(server), {}, { maxRetries: 0 }).result({ timeout: 0 });
  expect(result).toEqual({ state: "ready", rows: [1] });
  expect(server.received).toHaveLength(6);
  expect(waits.map((wait) => Math.round(wait / 1000))).toEqual([5, 30, 30, 17, 25]);
});

test("who is asked to wait for longer than a call would, waits", async () => {
  const server = await serve(inTurn(began, json(429, {}, { "retry-after": "90" })));
  const error = await rejection(start(open(server)).result({ interval: 1, timeout: 200 }));
  expect(String(error)).toContain("Not done within 200 ms");
  expect(server.received).toHaveLength(2);
});

test("what does not pass ends it", async () => {
  const server = await serve(inTurn(began, running, json(404, {})));
  expect(await rejection(start(open(server)).result({ interval: 1 }))).toBeInstanceOf(NotFoundError);
  expect(server.received).toHaveLength(3);
});

test("a call that fails begins nothing", async () => {
  const server = await serve(json(400, {}));
  expect(await rejection(start(open(server)).result({ interval: 1 }))).toBeInstanceOf(BadRequestError);
  expect(server.received).toHaveLength(1);
});

test("what is done already is not asked for", async () => {
  const server = await serve(ready);
  expect(await start(open(server), { isSame: true }).result()).toEqual({ state: "ready", rows: [1] });
  expect(server.received).toHaveLength(1);
});

test("what is under way already is not asked for at once", async () => {
  const waits = hurry();
  const server = await serve(inTurn(running, ready));
  const from = { shop: fromCall("shop"), id: () => "7" };
  expect(await start(open(server), { isSame: true, from }).result()).toEqual({ state: "ready", rows: [1] });
  expect(waits).toEqual([5000]);
});

test("what has failed already is told", async () => {
  const server = await serve(json(200, { state: "broken" }));
  expect(await rejection(start(open(server), { isSame: true }).result())).toBeInstanceOf(PollError);
});

test("a state of another kind of answer is none", async () => {
  const server = await serve(inTurn(json(200, { state: "ready", job: { id: "7" } }), ready));
  expect(await start(open(server)).result()).toEqual({ state: "ready", rows: [1] });
  expect(server.received).toHaveLength(2);
});

test("a status without a link is the end", async () => {
  const server = await serve(json(200, { rows: [2] }));
  expect(await start(open(server), { after: ["202"] }).result()).toEqual({ rows: [2] });
});

test.each(["of the call", "of the wait"])("a signal %s ends the wait at once", async (whose) => {
  const server = await serve(inTurn(began, running));
  const controller = new AbortController();
  const other = new AbortController();
  const isCalls = whose === "of the call";
  const job = start(open(server), {}, { signal: (isCalls ? controller : other).signal });
  await job;
  const wait = job.result({ interval: 60_000, signal: (isCalls ? other : controller).signal });
  setTimeout(() => controller.abort("enough"), 20);
  const started = Date.now();
  const error = await rejection(wait);
  expect(error).toBeInstanceOf(AbortError);
  expect(error).toMatchObject({ cause: "enough" });
  expect(Date.now() - started).toBeLessThan(1000);
  for (const { signal } of [controller, other]) expect(getEventListeners(signal, "abort")).toEqual([]);
});

test("a signal that has ended before lets nothing begin, and nothing goes unheard", async () => {
  const unhandled: unknown[] = [];
  const note = (error: unknown): void => void unhandled.push(error);
  process.on("unhandledRejection", note);
  const server = await serve(json(400, {}));
  const ended = AbortSignal.abort();
  expect(await rejection(start(open(server)).result({ signal: ended }))).toBeInstanceOf(AbortError);
  const both = { signal: new AbortController().signal };
  expect(await rejection(start(open(server), {}, both).result({ signal: ended }))).toBeInstanceOf(AbortError);
  await new Promise((resolve) => setTimeout(resolve, 50));
  process.off("unhandledRejection", note);
  expect(unhandled).toEqual([]);
});

test("leaves no timer behind", async () => {
  const timers = new Set<unknown>();
  const { setTimeout: begin, clearTimeout: end } = globalThis;
  vi.stubGlobal("setTimeout", (act: () => void, milliseconds: number) => {
    const isOurs = new Error("here").stack?.includes("/deadline.ts") === true;
    const timer: unknown = begin(() => {
      timers.delete(timer);
      act();
    }, milliseconds);
    if (isOurs) timers.add(timer);
    return timer;
  });
  vi.stubGlobal("clearTimeout", (timer: NodeJS.Timeout) => {
    timers.delete(timer);
    end(timer);
  });
  const server = await serve(inTurn(began, running, ready, began, running));
  await start(open(server)).result({ interval: 1 });
  await rejection(start(open(server)).result({ interval: 60_000, timeout: 50 }));
  vi.unstubAllGlobals();
  expect([...timers]).toEqual([]);
});

test("what the caller's own function throws ends the wait", async () => {
  const server = await serve(inTurn(began, running));
  const error = new RangeError("mine");
  const onPoll = (): void => {
    throw error;
  };
  expect(await rejection(start(open(server)).result({ interval: 1, onPoll }))).toBe(error);
});

test("the call is still a call", async () => {
  const server = await serve(inTurn(began, running, ready));
  const job = start(open(server), {}, { query: { debug: "1" }, headers: { "x-a": "b" } });
  expect(await job).toEqual({ job: { id: "7" } });
  expect(await job.withResponse()).toMatchObject({ status: 202 });
  expect(server.received).toHaveLength(1);
  await job.result({ interval: 1 });
  expect(server.received.map(({ url }) => url)).toEqual([
    "/shops/a%2Fb/jobs?debug=1",
    "/shops/a%2Fb/jobs/7",
    "/shops/a%2Fb/jobs/7",
  ]);
  expect(server.received.map(({ headers }) => headers["x-a"])).toEqual(["b", "b", "b"]);
  const raw = await start(open(await serve(always(202, "{}")))).asResponse();
  expect(await raw.text()).toBe("{}");
});
