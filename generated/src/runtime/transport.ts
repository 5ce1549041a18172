// Part of the runtime that specwright ships with each client. Do not edit.
import { answerOf } from "./answer.js";
import type { ApiPromise, ApiResponse, Reading } from "./api-promise.js";
import { apiPromise } from "./api-promise.js";
import { baseUrlOf } from "./base-url.js";
import { pause, withDeadline } from "./deadline.js";
import type { Draft } from "./draft.js";
import { addQuery, setHeaders } from "./draft.js";
import { failure, reasonOf } from "./error-message.js";
import { AuthenticationError, ConnectionError, SdkError } from "./errors.js";
import type { ApiDescription, Operation, Proof, Unread } from "./operation.js";
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
  params: object = {},
  options: CallOptions = {},
  reading: Reading,
): Promise<ApiResponse<number, unknown>> {
  const { api, settings } = transport[core]();
  const { site, body, exchange } = prepare(api, settings, operation, params, options, reading);
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
        return exchange(proof, attempt, signal);
      });
    } catch (error) {
      // A stream is gone once it is sent.
      if (body instanceof ReadableStream) throw error;
      let delay: number | undefined;
      if (error instanceof AuthenticationError && given && !rejected) {
        // Who gives credentials by a function may have a better one, once.
        rejected = given;
        delay = 0;
      } else if (retries-- > 0) delay = retryDelay(error, attempt, isSafe);
      if (delay === undefined) throw error;
      await pause(site, options.signal, delay);
    }
  }
}

interface Prepared {
  /** The request without credentials. */
  readonly site: Draft;
  readonly body: RequestInit["body"];
  /** Sends the request and reads the answer. Whatever breaks on the way is a `ConnectionError`. */
  readonly exchange: (
    proof: Proof | undefined,
    attempt: number,
    signal: AbortSignal,
  ) => Promise<ApiResponse<number, unknown>>;
}

/** Fields that are no parameters. */
interface Reserved {
  readonly body?: unknown;
  readonly contentType?: string;
  readonly accept?: string;
}

/** Makes ready what all attempts of a call have in common. Throws an `SdkError` for what cannot travel. */
function prepare(
  api: ApiDescription,
  settings: Settings,
  operation: Operation,
  params: Reserved,
  options: CallOptions,
  reading: Reading,
): Prepared {
  const { id, method, path, parameters = [], take } = operation;
  // Only the object's own, so that no field reads from a prototype.
  const fields = new Map<string, unknown>(Object.entries(params));
  const { body = null, contentType } = operation.body?.(params.body, params.contentType, operation) ?? {};
  const base = baseUrlOf(api, operation, settings);

  /** Of headers of one name the last one wins. */
  function draft(proof?: Proof): Draft {
    const made: Draft = { id, method, path, base, query: "", headers: new Headers(), body };
    setHeaders(made, {
      accept: params.accept ?? operation.accept,
      "content-type": contentType,
      "user-agent": userAgentOf(api, settings),
    });
    proof?.show(made);
    setHeaders(made, { ...settings.defaultHeaders, ...settings.headers });
    for (const parameter of parameters) {
      const { name, field = name, default: fallback, in: place } = parameter;
      place(made, parameter, fields.get(field) ?? fallback);
    }
    addQuery(made, String(new URLSearchParams({ ...options.query })));
    setHeaders(made, options.headers);
    return made;
  }

  async function exchange(
    proof: Proof | undefined,
    attempt: number,
    signal: AbortSignal,
  ): Promise<ApiResponse<number, unknown>> {
    const made = draft(proof);
    const { headers } = made;
    // Node wants `duplex` beside a stream; not every library of types knows it.
    const more: { duplex: "half" } = { duplex: "half" };
    const init = {
      ...settings.fetchOptions,
      ...options.fetchOptions,
      method,
      headers,
      body,
      signal,
      ...more,
    };
    // A fetch of the caller's own may not look at the signal before it sends.
    signal.throwIfAborted();
    let response: Response;
    let content: string | Blob | Unread = "";
    try {
      const url = base + made.path + made.query;
      // Called bare: a browser's own fetch refuses to be another object's method.
      const plainFetch = settings.fetch ?? fetch;
      response = await plainFetch(url, init, { operationId: id, attempt });
      const { ok } = response;
      if (!ok || !reading.isRaw) {
        content = await (ok && take ? take(response, options.signal) : response.text());
      }
    } catch (cause) {
      // What stands around the requests has said all there is to say.
      if (cause instanceof SdkError) throw cause;
      throw failure(ConnectionError, made, `No whole answer from ${base}`, reasonOf(cause), { cause });
    }
    return answerOf(api, operation, made, response, content);
  }

  // Wrong parameters end here, before anybody is asked for a credential.
  return { site: draft(), body, exchange };
}

/** A browser names itself, and another name makes its cross-origin calls ask first (CORS preflight). */
function userAgentOf({ userAgent }: ApiDescription, { appInfo = "" }: Settings): string | undefined {
  const isBrowser = /Mozilla/.test(Reflect.get(globalThis, "navigator")?.userAgent);
  return isBrowser ? undefined : `${userAgent} ${appInfo}`.trim();
}
