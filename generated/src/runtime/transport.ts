// Part of the runtime that specwright ships with each client. Do not edit.
import { answerOf, readBody } from "./answer.js";
import type { ApiPromise, ApiResponse } from "./api-promise.js";
import { apiPromise } from "./api-promise.js";
import { authorize } from "./auth.js";
import { baseUrlOf } from "./base-url.js";
import { withDeadline } from "./deadline.js";
import { messageOf, reasonOf } from "./error-message.js";
import { ConnectionError } from "./errors.js";
import type { ApiDescription, Operation } from "./operation.js";
import type { CallOptions, Settings } from "./options.js";
import type { Fields } from "./request.js";
import { assemble, headerPieces, wordOf, writeBody, writeParameters } from "./request.js";

export type { CallOptions, HeaderOverrides, TransportOptions } from "./options.js";

/**
 * Where a transport keeps what it was opened with; a symbol, so that no name of the API can clash with it.
 */
export const core: unique symbol = /* @__PURE__ */ Symbol("core");

/** What a transport was opened with. */
export interface Core {
  readonly api: ApiDescription;
  readonly settings: Settings;
}

/** What sends the calls of one API for one caller. */
export interface Transport {
  readonly [core]: Core;
}

/** Opens a transport. Nothing is sent and nothing is checked before the first call. */
export function openTransport(api: ApiDescription, options: Settings = {}): Transport {
  return { [core]: { api, settings: { ...options } } };
}

/**
 * Calls an operation. The call starts at once and never throws: whatever is wrong rejects with an `SdkError`
 * of the kind that `errors.ts` lists, or with what the caller's own code threw. `params` holds the parameters
 * by field; of these `body` is the body, `contentType` its media type and `accept` the Accept header.
 */
export function call<T, R extends ApiResponse<number, T> = ApiResponse<number, T>>(
  transport: Transport,
  operation: Operation,
  params: object | undefined,
  options?: CallOptions,
): ApiPromise<T, R> {
  // What an answer holds is the spec's word, and the only proof of it.
  return apiPromise<T, R>(send(transport, operation, params, options) as Promise<R>);
}

async function send(
  transport: Transport,
  operation: Operation,
  params: object | undefined,
  options: CallOptions = {},
): Promise<ApiResponse<number, unknown>> {
  const { api, settings } = transport[core];
  const fields: Fields = new Map<string, unknown>(Object.entries(params ?? {}));
  const { path, pieces } = writeParameters(operation, fields);
  const called = { ...operation, path };
  const base = baseUrlOf(api, called, settings);
  const { body = null, contentType } = writeBody(called, fields);
  const own = headerPieces({
    accept: wordOf(fields, "accept") ?? called.accept,
    "content-type": contentType,
    "user-agent": userAgentOf(api),
  });
  const callers = [...headerPieces(settings.headers), ...pieces, ...headerPieces(options.headers)];
  const timeout = options.timeout ?? settings.timeout ?? 60_000;
  return withDeadline(called, options.signal, timeout, async (signal) => {
    const proof = await authorize(api, called, settings.auth);
    const { headers, query } = assemble(called, [...own, ...proof, ...callers]);
    // A fetch of the caller's own may not look at the signal before it sends.
    signal.throwIfAborted();
    // Node wants `duplex` beside a stream; not every library of types knows it.
    const init: RequestInit & { duplex: "half" } = {
      method: called.method,
      headers,
      body,
      signal,
      duplex: "half",
    };
    const [response, content] = await exchange(settings.fetch ?? fetch, called, base + path + query, init);
    return answerOf(api, called, response, content);
  });
}

/**
 * Sends a request and reads the answer to its end, so that whatever breaks on the way is a `ConnectionError`.
 */
async function exchange(
  // Called bare: a browser's own fetch refuses to be another object's method.
  plainFetch: typeof fetch,
  called: Operation,
  url: string,
  init: RequestInit,
): Promise<readonly [Response, string | Blob]> {
  try {
    const response = await plainFetch(url, init);
    return [response, await readBody(response, called)];
  } catch (cause) {
    const message = messageOf(called, `No whole answer from ${url.split("/", 3).join("/")}`, reasonOf(cause));
    throw new ConnectionError(message, { operationId: called.id, cause });
  }
}

/** A browser names itself, and another name makes its cross-origin calls ask first (CORS preflight). */
function userAgentOf(api: ApiDescription): string | undefined {
  return /Mozilla/.test(Reflect.get(globalThis, "navigator")?.userAgent) ? undefined : api.userAgent;
}
