/**
 * Headers by name. They replace what the call would send; `null` leaves a header out, `undefined` says
 * nothing.
 */
export type HeaderOverrides = Readonly<Record<string, string | null | undefined>>;

/** What `fetch` takes beside what a call is made of: a dispatcher or agent, `credentials`, `cache` and so on. */
export type FetchOptions = Readonly<Record<string, unknown>>;

/** Which request of which call something belongs to. */
export interface CallContext {
  /** As the spec names it. */
  readonly operationId: string;
  /** Counts from 0; a retry is a request of its own. */
  readonly attempt: number;
}

/**
 * Sends a request as the platform's `fetch` does, and may look at the call that it belongs to. It gets a URL as text,
 * behind middleware a `Request`. Written as a method, so that one who only knows the text will do.
 */
export type Fetch = {
  fetch(input: string | Request, init?: RequestInit, context?: CallContext): Promise<Response>;
}["fetch"];

/** What holds for every call of a transport. All durations are milliseconds. */
export interface TransportOptions {
  /** Absolute. Stands in for every server of the spec, an operation's own included. */
  readonly baseUrl?: string | undefined;
  /** Sends the requests; the runtime's own `fetch` if absent. */
  readonly fetch?: Fetch | undefined;
  /** Handed to `fetch` with each request. */
  readonly fetchOptions?: FetchOptions | undefined;
  /** Until the whole answer to an attempt must be there, of a stream its headers; 60000 if absent, 0 for no limit. */
  readonly timeout?: number | undefined;
  /** How often a call may be sent again that failed for a reason which passes; 2 if absent. */
  readonly maxRetries?: number | undefined;
  readonly headers?: HeaderOverrides | undefined;
  /** The same as `headers`, which win. */
  readonly defaultHeaders?: HeaderOverrides | undefined;
  /** Stands at the end of the User-Agent header: `my-app/1.2`. */
  readonly appInfo?: string | undefined;
}

/** What holds for one call. All durations are milliseconds. */
export interface CallOptions {
  /** Ends the call, its waits and retries included: it rejects with an `AbortError`. */
  readonly signal?: AbortSignal | undefined;
  /** For each attempt; 0 for no limit. */
  readonly timeout?: number | undefined;
  readonly maxRetries?: number | undefined;
  readonly headers?: HeaderOverrides | undefined;
  /** Parameters beside those of the spec. */
  readonly query?: Readonly<Record<string, string>> | undefined;
  readonly fetchOptions?: FetchOptions | undefined;
}

/** All that a transport is opened with: the caller's options, and what they mean for this API. */
export interface Settings extends TransportOptions {
  /** One credential where the API has one scheme, else one for each scheme by its name. */
  readonly auth?: unknown;
  /** Values of the server's variables. */
  readonly variables?: Readonly<Record<string, string | undefined>> | undefined;
}
