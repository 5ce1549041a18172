// Part of the runtime that specwright ships with each client. Do not edit.
import type { ErrorResponseBody } from "../error-body.js";

/** What an error knows beside its message. */
export interface SdkErrorDetails {
  /** The operation called, as the spec names it. */
  readonly operationId?: string | undefined;
  readonly cause?: unknown;
}

/**
 * Everything that a call rejects with, unless the caller's own code threw it. Of this very class: nothing was
 * sent.
 */
export class SdkError extends Error {
  declare readonly operationId: string | undefined;

  constructor(message: string, details?: SdkErrorDetails & Readonly<Record<string, unknown>>) {
    super(message, details);
    Object.assign(this, details);
  }

  // A name written out survives a minifier; on the prototype it stays out of the error's own fields.
  override get name(): string {
    return "SdkError";
  }
}

/** The server answered with a status other than 2xx. */
export class ApiError extends SdkError {
  declare readonly status: number;
  declare readonly headers: Headers;
  /** Names the call in the server's logs. */
  declare readonly correlationId: string | undefined;
  /** JSON if it is JSON, else the text; `undefined` where the answer has none. */
  declare readonly body: ErrorResponseBody | string | undefined;
  /** How long the server asks to wait before the next call, in milliseconds. */
  declare readonly retryAfter: number | undefined;

  override get name(): string {
    return "ApiError";
  }
}

/** 400. */
export class BadRequestError extends ApiError {
  override get name(): string {
    return "BadRequestError";
  }
}

/** 401: no credential, or one that is not valid (any more). */
export class AuthenticationError extends ApiError {
  override get name(): string {
    return "AuthenticationError";
  }
}

/** 403: the credential is valid and may not do this. */
export class PermissionDeniedError extends ApiError {
  override get name(): string {
    return "PermissionDeniedError";
  }
}

/** 404. */
export class NotFoundError extends ApiError {
  override get name(): string {
    return "NotFoundError";
  }
}

/** 409. */
export class ConflictError extends ApiError {
  override get name(): string {
    return "ConflictError";
  }
}

/** 422. */
export class UnprocessableEntityError extends ApiError {
  override get name(): string {
    return "UnprocessableEntityError";
  }
}

/** 429. */
export class RateLimitError extends ApiError {
  override get name(): string {
    return "RateLimitError";
  }
}

/** 500 and above. */
export class ServerError extends ApiError {
  override get name(): string {
    return "ServerError";
  }
}

/** No whole answer came: the server was not reached, or the connection broke. Why is in `cause`. */
export class ConnectionError extends SdkError {
  override get name(): string {
    return "ConnectionError";
  }
}

/** No whole answer came in time. */
export class TimeoutError extends ConnectionError {
  override get name(): string {
    return "TimeoutError";
  }
}

/** The caller's signal ended the call; its reason is in `cause`. */
export class AbortError extends SdkError {
  override get name(): string {
    return "AbortError";
  }
}

/** The server answered with 2xx and a body that is not what it claims to be. */
export class DecodeError extends SdkError {
  declare readonly status: number;
  declare readonly headers: Headers;
  /** Names the call in the server's logs. */
  declare readonly correlationId: string | undefined;
  /** The beginning of the body. */
  declare readonly text: string;

  override get name(): string {
    return "DecodeError";
  }
}

/** The token endpoint refused to give a token. RFC 6749 section 5.2. */
export class OAuthError extends SdkError {
  /** A code such as `invalid_grant`. */
  declare readonly error: string;
  declare readonly error_description: string | undefined;
  /** Of the answer; `undefined` where the refusal came with a redirect. */
  declare readonly status: number | undefined;

  override get name(): string {
    return "OAuthError";
  }
}

const classes: Readonly<Record<number, typeof ApiError>> = {
  400: BadRequestError,
  401: AuthenticationError,
  403: PermissionDeniedError,
  404: NotFoundError,
  409: ConflictError,
  422: UnprocessableEntityError,
  429: RateLimitError,
};

/** The class of a status. */
export function errorClass(status: number): typeof ApiError {
  return classes[status] ?? (status >= 500 ? ServerError : ApiError);
}
