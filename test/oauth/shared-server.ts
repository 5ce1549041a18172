import { afterAll, beforeAll, beforeEach, onTestFinished, vi } from "vitest";
import { startAuthorizationServer, type AuthorizationServer } from "./authorization-server.ts";

/** One authorization server for the tests of a file; it has forgotten everything it was sent before each. */
export function sharedServer(): () => AuthorizationServer {
  let server: AuthorizationServer | undefined;
  beforeAll(async () => {
    server = await startAuthorizationServer();
  });
  beforeEach(() => server?.forget());
  afterAll(() => server?.close());
  return () => {
    if (server === undefined) throw new Error("The server stands only while tests run.");
    return server;
  };
}

/** A clock that the test sets, for client and server alike; timers stay real. Moves on by that many milliseconds. */
export function ownClock(): (milliseconds: number) => void {
  vi.useFakeTimers({ toFake: ["Date"] });
  onTestFinished(() => void vi.useRealTimers());
  return (milliseconds) => vi.setSystemTime(Date.now() + milliseconds);
}

/** The fields of a form as they were sent. */
export function formOf({ body }: { readonly body: string }): Readonly<Record<string, string>> {
  return Object.fromEntries(new URLSearchParams(body));
}

/** Until the condition holds, and what hangs on it has been done; the test fails if it never does. */
export async function until(condition: () => boolean): Promise<void> {
  await vi.waitFor(
    () => {
      if (!condition()) throw new Error("It never came to that.");
    },
    { timeout: 3000, interval: 5 },
  );
  await new Promise((resolve) => setImmediate(resolve));
}
