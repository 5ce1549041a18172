import { createServer } from "node:http";
import type { IncomingHttpHeaders, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { onTestFinished, vi } from "vitest";
import type { ApiDescription, Operation } from "../../templates/runtime/operation.ts";
import type { Settings } from "../../templates/runtime/options.ts";
import { inPath } from "../../templates/runtime/places.ts";
import type { Transport } from "../../templates/runtime/transport.ts";
import { openTransport } from "../../templates/runtime/transport.ts";

/** A request as it came over the wire. */
export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export type Answer = (response: ServerResponse, request: Received) => void;

export interface TestServer {
  readonly url: string;
  readonly received: readonly Received[];
}

/** A real server on loopback that writes down what it is sent; it ends with the test. */
export async function serve(answer: Answer, port = 0): Promise<TestServer> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      const record = { method, url, headers, body: Buffer.concat(chunks).toString() };
      received.push(record);
      answer(response, record);
    });
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const taken = typeof address === "object" ? address?.port : undefined;
  return { url: `http://127.0.0.1:${taken}`, received };
}

/** Answers the first request in the first way, and so on; all others in the last. */
export function inTurn(...answers: readonly Answer[]): Answer {
  let count = 0;
  return (response, request) => answers[Math.min(count++, answers.length - 1)]?.(response, request);
}

/** A port of loopback on which nobody listens. */
export async function unusedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" ? (address?.port ?? 0) : 0;
}

/**
 * Until the test ends, waits between attempts are over at once; tells how long they would have been. What is
 * shorter or longer than such a wait is a deadline, and stays.
 */
export function hurry(): readonly number[] {
  const waits: number[] = [];
  const { setTimeout: start } = globalThis;
  vi.stubGlobal("setTimeout", (act: () => void, milliseconds = 0, ...rest: readonly unknown[]) => {
    // The platform's fetch has timers of its own.
    const isOurs = new Error("here").stack?.includes("/deadline.ts") === true;
    const isWait = isOurs && milliseconds > 300 && milliseconds < 60_000;
    if (isWait) waits.push(milliseconds);
    return Reflect.apply(start, globalThis, [act, isWait ? 0 : milliseconds, ...rest]);
  });
  onTestFinished(() => void vi.unstubAllGlobals());
  return waits;
}

/** Answers everything the same way. */
export function always(
  status: number,
  body: string | Uint8Array = "",
  headers: OutgoingHttpHeaders = {},
): Answer {
  return (response) => response.writeHead(status, headers).end(body);
}

/** Answers everything with JSON. */
export function json(status: number, value: unknown, headers: OutgoingHttpHeaders = {}): Answer {
  return always(status, JSON.stringify(value), { "content-type": "application/json", ...headers });
}

/** An API that names no server. */
export const nowhere: ApiDescription = { servers: [], userAgent: "test/0" };

/** An API of a server that is never reached. */
export const elsewhere: ApiDescription = { ...nowhere, servers: [{ url: "http://a.example" }] };

/** An API of one server without authentication, unless the test says otherwise. */
export function describe(server: TestServer, api: Partial<ApiDescription> = {}): ApiDescription {
  return { servers: [{ url: server.url }], userAgent: "test/0", ...api };
}

/** A transport to the server. */
export function open(
  server: TestServer,
  settings: Settings = {},
  api: Partial<ApiDescription> = {},
): Transport {
  return openTransport(describe(server, api), settings);
}

export const getOrder: Operation = {
  id: "getOrder",
  method: "GET",
  path: "/orders/{orderId}",
  parameters: [{ in: inPath, name: "orderId" }],
  accept: "application/json",
};

export const listOrders: Operation = {
  id: "listOrders",
  method: "GET",
  path: "/orders",
  accept: "application/json",
};

/** The error that a call rejects with; fails the test if it does not reject. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => {
      throw new Error("The call was expected to reject.");
    },
    (error: unknown) => error,
  );
}

/** Never answers. */
export const silent: Answer = () => undefined;

/** Begins a body, and does not go on. */
export const slow: Answer = (response) => {
  response.writeHead(200, { "content-type": "application/json" });
  response.write("[1,");
};

/** Breaks off in the middle of a body. */
export const cut: Answer = (response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
  response.write("[1,", () => response.destroy());
};
