/** What a rule of the platform comes to; the server adds correlation id and rate limit. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request that has passed the gate. */
export interface Call {
  /** Origin of the platform, for the links in its answers. */
  readonly origin: string;
  readonly caller: Caller;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly language: string;
  /** The JSON of the body; absent where the operation has none. */
  readonly body?: unknown;
}

/** Whose token it is. */
export interface Caller {
  readonly clientId: string;
  readonly permissions: readonly string[];
}

/** An object that came as JSON. */
export type Fields = Readonly<Record<string, unknown>>;

export function ok(body: unknown, status = 200): Answer {
  return { status, body };
}

/** An error as the API tells it; `contextId` is the server's to add. */
export function refusal(
  status: number,
  code: string,
  message: string,
  field?: string,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  const details = field === undefined ? [] : [{ errorCode: code, fieldName: field }];
  return { status, headers, body: { message, code, status, messageParams: {}, details, errors: [] } };
}

/** Whether a value is an object of JSON. */
export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
