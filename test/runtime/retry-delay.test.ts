import { expect, test } from "vitest";
import {
  AbortError,
  ConnectionError,
  DecodeError,
  SdkError,
  TimeoutError,
  errorClass,
} from "../../templates/runtime/errors.ts";
import { retryAfterOf, retryDelay } from "../../templates/runtime/retry.ts";

function answered(status: number, retryAfter?: number): SdkError {
  return new (errorClass(status))("no", { status, retryAfter });
}

/** A call broken by what a runtime's `fetch` rejects with. */
function broken(cause: unknown): SdkError {
  return new ConnectionError("broken", { cause });
}

function coded(code: string): TypeError {
  return new TypeError("fetch failed", { cause: Object.assign(new Error("x"), { code }) });
}

const statuses = [
  300, 304, 400, 401, 403, 404, 405, 408, 409, 410, 422, 425, 429, 500, 501, 502, 503, 504, 599,
];
const passing = new Set([408, 409, 429, 500, 502, 503, 504, 599]);

test.each(statuses)("%i: a call that may be repeated is, where the status passes", (status) => {
  expect(retryDelay(answered(status), 0, true) !== undefined).toBe(passing.has(status));
  expect(retryDelay(answered(status, 7), 0, true)).toBe(passing.has(status) ? 7 : undefined);
});

test.each(statuses)("%i: one that may not is, where nothing has been done", (status) => {
  expect(retryDelay(answered(status), 0, false) !== undefined).toBe(status === 429);
  expect(retryDelay(answered(status, 7), 0, false)).toBe([429, 503].includes(status) ? 7 : undefined);
});

test.each<[string, unknown, boolean, boolean]>([
  ["ECONNREFUSED", broken(coded("ECONNREFUSED")), true, true],
  ["ENOTFOUND", broken(coded("ENOTFOUND")), true, true],
  ["EAI_AGAIN", broken(coded("EAI_AGAIN")), true, true],
  ["UND_ERR_CONNECT_TIMEOUT", broken(coded("UND_ERR_CONNECT_TIMEOUT")), true, true],
  ["UND_ERR_HEADERS_TIMEOUT", broken(coded("UND_ERR_HEADERS_TIMEOUT")), true, false],
  ["a refusal in words", broken(new TypeError("Connection refused (os error 111)")), true, true],
  ["ECONNRESET", broken(coded("ECONNRESET")), true, false],
  ["UND_ERR_SOCKET", broken(coded("UND_ERR_SOCKET")), true, false],
  ["EPIPE", broken(coded("EPIPE")), true, false],
  ["a browser's word for everything", broken(new TypeError("Failed to fetch")), true, false],
  ["something that is no error", broken(undefined), true, false],
  ["a timeout", new TimeoutError("late", { cause: undefined }), true, false],
  ["an abort", new AbortError("gone", { cause: coded("ECONNREFUSED") }), false, false],
  ["a wrong body", new DecodeError("odd", { status: 503 }), false, false],
  ["a wrong call", new SdkError("wrong"), false, false],
  ["an error of somebody else", coded("ECONNREFUSED"), false, false],
  ["no error", undefined, false, false],
])("%s", (_case, error, safe, unsafe) => {
  expect([true, false].map((isSafe) => retryDelay(error, 0, isSafe) !== undefined)).toEqual([safe, unsafe]);
});

test("waits double up to eight seconds, and are never quite the same", () => {
  const waits = (attempt: number): number[] =>
    Array.from({ length: 200 }, () => retryDelay(answered(500), attempt, true) ?? -1);
  for (const [attempt, longest] of [500, 1000, 2000, 4000, 8000, 8000].entries()) {
    const some = waits(attempt);
    expect(Math.min(...some)).toBeGreaterThanOrEqual(longest * 0.75);
    expect(Math.max(...some)).toBeLessThanOrEqual(longest);
    expect(new Set(some).size).toBeGreaterThan(100);
  }
  expect(Math.max(...waits(2000))).toBeLessThanOrEqual(8000);
});

test("nobody waits longer than a minute", () => {
  expect(retryDelay(answered(429, 60_000), 0, false)).toBe(60_000);
  expect(retryDelay(answered(429, 60_001), 0, false)).toBeUndefined();
  expect(retryDelay(answered(503, 60_001), 0, true)).toBeUndefined();
});

test.each<[string, number | undefined]>([
  ["0", 0],
  ["2", 2000],
  ["1.5", 1500],
  [" 3 ", 3000],
  ["86400", 86_400_000],
  ["", undefined],
  ["-1", undefined],
  ["soon", undefined],
  ["NaN", undefined],
  ["1e999", Number.POSITIVE_INFINITY],
  ["Wed, 21 Oct 2015 07:28:00 GMT", undefined],
])("Retry-After: %s", (value, milliseconds) => {
  expect(retryAfterOf(503, new Headers({ "retry-after": value }))).toBe(milliseconds);
});

test.each<[string, string]>([
  ["as HTTP writes it", new Date(Date.now() + 30_000).toUTCString()],
  ["in ISO 8601", new Date(Date.now() + 30_000).toISOString()],
])("Retry-After as a date %s", (_case, date) => {
  const asked = retryAfterOf(503, new Headers({ "retry-after": date })) ?? -1;
  expect(asked).toBeGreaterThan(20_000);
  expect(asked).toBeLessThanOrEqual(30_000);
});

test.each(["x-ratelimit-reset", "ratelimit-reset", "X-Rate-Limit-Reset", "x-acme-ratelimit-reset"])(
  "%s, as seconds or as a time",
  (name) => {
    expect(retryAfterOf(429, new Headers({ [name]: "20" }))).toBe(20_000);
    const time = String(Math.floor(Date.now() / 1000) + 30);
    const asked = retryAfterOf(429, new Headers({ [name]: time })) ?? -1;
    expect(asked).toBeGreaterThan(20_000);
    expect(asked).toBeLessThanOrEqual(30_000);
    expect(retryAfterOf(429, new Headers({ [name]: "1445412480" }))).toBeUndefined();
    expect(retryAfterOf(429, new Headers({ [name]: "later" }))).toBeUndefined();
    // Elsewhere it tells of a window that is not used up.
    expect(retryAfterOf(503, new Headers({ [name]: "20" }))).toBeUndefined();
    expect(retryAfterOf(429, new Headers({ [name]: "20", "retry-after": "1" }))).toBe(1000);
  },
);

test("without a word nothing is asked", () => {
  expect(retryAfterOf(429, new Headers({ "x-ratelimit-remaining": "0", "x-reset": "1" }))).toBeUndefined();
});
