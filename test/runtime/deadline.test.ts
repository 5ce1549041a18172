import { getEventListeners } from "node:events";
import { expect, test, vi } from "vitest";
import { withDeadline } from "../../templates/runtime/deadline.ts";
import { AbortError, ConnectionError, TimeoutError } from "../../templates/runtime/errors.ts";
import { getOrder, rejection } from "./server.ts";

const never = (): Promise<never> => new Promise(() => undefined);

test("hands on what the work gives", async () => {
  expect(await withDeadline(getOrder, undefined, 1000, async () => 5)).toBe(5);
  const error = new Error("mine");
  expect(await rejection(withDeadline(getOrder, undefined, 1000, () => Promise.reject(error)))).toBe(error);
  const thrown = (): never => {
    throw error;
  };
  expect(await rejection(withDeadline(getOrder, undefined, 1000, thrown))).toBe(error);
});

test("ends work that does not listen, and tells it to end", async () => {
  const work = vi.fn<(signal: AbortSignal) => Promise<never>>(never);
  const error = await rejection(withDeadline(getOrder, undefined, 5, work));
  expect(error).toBeInstanceOf(TimeoutError);
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error).toMatchObject({
    message: "No whole answer within 5 ms (getOrder: GET /orders/{orderId})",
    operationId: "getOrder",
  });
  const [signal] = work.mock.calls[0] ?? [];
  expect(signal).toMatchObject({ aborted: true, reason: error });
});

test("ends with the caller's signal, whose reason is the cause", async () => {
  const controller = new AbortController();
  const promise = rejection(withDeadline(getOrder, controller.signal, 0, never));
  controller.abort("enough");
  const error = await promise;
  expect(error).toBeInstanceOf(AbortError);
  expect(error).toMatchObject({ name: "AbortError", cause: "enough", operationId: "getOrder" });
});

test("does not begin when the signal has spoken", async () => {
  const work = vi.fn(never);
  const error = await rejection(withDeadline(getOrder, AbortSignal.abort("before"), 5, work));
  expect(error).toMatchObject({ name: "AbortError", cause: "before" });
  expect(work).not.toHaveBeenCalled();
});

test.each([0, -1, Number.POSITIVE_INFINITY, Number.NaN, 2 ** 31])(
  "a timeout of %d is none",
  async (timeout) => {
    const work = (): Promise<string> => new Promise((resolve) => setTimeout(() => resolve("done"), 20));
    expect(await withDeadline(getOrder, undefined, timeout, work)).toBe("done");
  },
);

test("leaves no listener and no timer, however it ends", async () => {
  vi.useFakeTimers();
  try {
    const controller = new AbortController();
    const { signal } = controller;
    await withDeadline(getOrder, signal, 1000, async () => 5);
    await rejection(withDeadline(getOrder, signal, 1000, () => Promise.reject(new Error("mine"))));
    const late = rejection(withDeadline(getOrder, signal, 1000, never));
    expect(getEventListeners(signal, "abort")).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1000);
    await late;
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
    const aborted = rejection(withDeadline(getOrder, signal, 1000, never));
    expect(vi.getTimerCount()).toBe(1);
    controller.abort();
    await aborted;
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});
