import { answerOf } from "./answer.js";
import type { ApiPromise, ApiResponse, Reading } from "./api-promise.js";
import { apiPromise } from "./api-promise.js";
import { pause, withDeadline } from "./deadline.js";
import type { Draft } from "./draft.js";
import { urlOf } from "./draft.js";
import { drafter } from "./drafter.js";
import { failure, reasonOf } from "./error-message.js";
import { AuthenticationError, ConnectionError, SdkError } from "./errors.js";
import type { ApiDescription, Operation, Unread } from "./operation.js";
import type { CallOptions, Settings } from "./options.js";
import { retryDelay } from "./retry.js";

export type {
  CallContext,
  CallOptions,
  Fetch,
  FetchOptions,
  HeaderOverrides,
  TransportOptions,
} from "./options.js";

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
  /** Behind a function, so that no log of a transport shows the credentials. */
  readonly [core]: () => Core;
}

/** Opens a transport. Nothing is sent and nothing is checked before the first call. */
export function openTransport(api: ApiDescription, options: Settings = {}): Transport {
  const opened = { api, settings: { ...options } };
  return { [core]: () => opened };
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
  const reading: Reading = { isRaw: false };
  // What an answer holds is the spec's word, and the only proof of it.
  return apiPromise<T, R>(send(transport, operation, params, options, reading) as Promise<R>, reading);
}

async function send(
  transport: Transport,
  operation: Operation,
  params: object | undefined,
  options: CallOptions = {},
  reading: Reading,
): Promise<ApiResponse<number, unknown>> {
  const { api, settings } = transport[core]();
  const draft = drafter(api, settings, operation, params, options);
  // Wrong parameters end here, before anybody is asked for a credential.
  const site = draft();

  /** Sends the request and reads the answer. Whatever breaks on the way is a `ConnectionError`. */
  async function exchange(
    made: Draft,
    attempt: number,
    signal: AbortSignal,
  ): Promise<ApiResponse<number, unknown>> {
    const { method, headers, body } = made;
    // Node wants `duplex` beside a stream; not every library of types knows it.
    const init: RequestInit & { readonly duplex: "half" } = {
      ...settings.fetchOptions,
      ...options.fetchOptions,
      method,
      headers,
      body,
      signal,
      duplex: "half",
    };
    // A fetch of the caller's own may not look at the signal before it sends.
    signal.throwIfAborted();
    let response: Response;
    let content: string | Blob | Unread = "";
    try {
      // Called bare: a browser's own fetch refuses to be another object's method.
      const plainFetch = settings.fetch ?? fetch;
      response = await plainFetch(urlOf(made), init, { operationId: operation.id, attempt });
      const { ok } = response;
      if (!ok || !reading.isRaw) {
        content = await (ok && operation.take ? operation.take(response, options.signal) : response.text());
      }
    } catch (cause) {
      // What stands around the requests has said all there is to say.
      if (cause instanceof SdkError) throw cause;
      throw failure(ConnectionError, made, `No whole answer from ${made.base}`, reasonOf(cause), { cause });
    }
    return answerOf(api, operation, made, response, content);
  }

  const isSafe = !/^P(OST|ATCH)$/.test(site.method) || site.headers.has("idempotency-key");
  let retries = options.maxRetries ?? settings.maxRetries ?? 2;
  let rejected: unknown;
  for (let attempt = 0; ; attempt++) {
    let given: unknown;
    try {
      const timeout = options.timeout ?? settings.timeout ?? 60_000;
      return await withDeadline(site, options.signal, timeout, async (signal) => {
        const proof = await api.authorize?.(api, operation, settings, rejected);
        given = proof?.given;
        return exchange(draft(proof), attempt, signal);
      });
    } catch (error) {
      // A stream is gone once it is sent.
      if (site.body instanceof ReadableStream) throw error;
      // Who gives credentials by a function may have a better one, once.
      if (error instanceof AuthenticationError && given && !rejected) rejected = given;
      else {
        const delay = retries-- > 0 ? retryDelay(error, attempt, isSafe) : undefined;
        if (delay === undefined) throw error;
        await pause(site, options.signal, delay);
      }
    }
  }
}
