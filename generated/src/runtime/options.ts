// Part of the runtime that specwright ships with each client. Do not edit.
/**
 * Headers by name. They replace what the call would send; `null` leaves a header out, `undefined` says
 * nothing.
 */
export type HeaderOverrides = Readonly<Record<string, string | null | undefined>>;

/** What holds for every call of a transport. All durations are milliseconds. */
export interface TransportOptions {
  /** Absolute. Stands in for every server of the spec, an operation's own included. */
  readonly baseUrl?: string | undefined;
  /** Sends the requests; the runtime's own `fetch` if absent. */
  readonly fetch?: typeof fetch | undefined;
  /** Until the whole answer must be there; 60000 if absent, 0 for no limit. */
  readonly timeout?: number | undefined;
  readonly headers?: HeaderOverrides | undefined;
}

/** What holds for one call. */
export interface CallOptions {
  /** Ends the call: it rejects with an `AbortError`. */
  readonly signal?: AbortSignal | undefined;
  /** In milliseconds; 0 for no limit. */
  readonly timeout?: number | undefined;
  readonly headers?: HeaderOverrides | undefined;
}

/** All that a transport is opened with: the caller's options, and what they mean for this API. */
export interface Settings extends TransportOptions {
  /** One credential where the API has one scheme, else one for each scheme by its name. */
  readonly auth?: unknown;
  /** Values of the server's variables. */
  readonly variables?: Readonly<Record<string, string | undefined>> | undefined;
}
