import { authHelpers } from "../auth-helpers.ts";
import type { ViewContext } from "../view-context.ts";

// What the runtime offers to every client, in words.

/** A thing of the runtime, and what it means. */
export interface Word {
  readonly name: string;
  readonly meaning: string;
}

/** Options of `createClient` and `createTransport` that do not depend on the spec. */
export const runtimeOptions: readonly Word[] = [
  {
    name: "baseUrl",
    meaning: "Another place where the API lives, as an absolute URL. It stands in for every server.",
  },
  {
    name: "timeout",
    meaning:
      "Milliseconds until the whole answer to an attempt must be there: 60000 if absent, 0 for no limit.",
  },
  {
    name: "maxRetries",
    meaning:
      "How often a call is sent again that failed for a reason which passes: 2 if absent, 0 for never.",
  },
  { name: "headers", meaning: "Headers of every request; `null` leaves one out that would be sent." },
  { name: "defaultHeaders", meaning: "The same as `headers`, which win." },
  { name: "fetch", meaning: "What sends the requests, in place of the platform's `fetch`." },
  {
    name: "fetchOptions",
    meaning: "Handed to `fetch` with each request: a dispatcher, `credentials`, `cache` and the like.",
  },
  {
    name: "appInfo",
    meaning: "Your program, as in `my-app/1.2`: the end of the User-Agent. Browsers keep their own.",
  },
];

/** Options that `createClient` alone takes. */
export const instrumentOptions: readonly Word[] = [
  { name: "middleware", meaning: "Functions that stand around each request, the first outermost." },
  { name: "logger", meaning: "Where lines about requests go: `console` if only `logLevel` is given." },
  {
    name: "logLevel",
    meaning:
      '`"off"`, `"error"`, `"warn"`, `"info"` or `"debug"`: `"warn"` if only `logger` is given, else nothing is logged.',
  },
];

/** Options of a single call. */
export const callOptions: readonly Word[] = [
  { name: "signal", meaning: "An `AbortSignal` that ends the call, its waits and retries included." },
  { name: "timeout", meaning: "The same as of the client, for this call." },
  { name: "maxRetries", meaning: "The same as of the client, for this call." },
  { name: "headers", meaning: "The same as of the client, which they win over." },
  { name: "query", meaning: "Parameters of the query beside those that the operation has." },
  { name: "fetchOptions", meaning: "The same as of the client, which they win over." },
];

/** The class of what a token endpoint refuses. */
const refusedToken: Word = {
  name: "OAuthError",
  meaning: "No token was given: the token endpoint refused, or the person did.",
};

const errorClasses: readonly Word[] = [
  { name: "ApiError", meaning: "Any answer that is no success." },
  { name: "BadRequestError", meaning: "Status 400." },
  { name: "AuthenticationError", meaning: "Status 401: no credential, or one that is not valid (any more)." },
  { name: "PermissionDeniedError", meaning: "Status 403: the credential is valid and may not do this." },
  { name: "NotFoundError", meaning: "Status 404." },
  { name: "ConflictError", meaning: "Status 409." },
  { name: "UnprocessableEntityError", meaning: "Status 422." },
  { name: "RateLimitError", meaning: "Status 429." },
  { name: "ServerError", meaning: "Status 500 and above." },
  {
    name: "ConnectionError",
    meaning: "No whole answer came: the server was not reached, or the connection broke.",
  },
  { name: "TimeoutError", meaning: "No whole answer came in time. It is a `ConnectionError` too." },
  { name: "AbortError", meaning: "The caller's signal ended the call." },
  { name: "DecodeError", meaning: "The answer is a success, and its body is not what it claims to be." },
  {
    name: "SdkError",
    meaning: "The call cannot be sent, for want of a credential or because of its arguments.",
  },
];

/** The classes of errors, each with when it is met; all of them are a `SdkError`. */
export function errorWords(views: Pick<ViewContext, "api">): readonly Word[] {
  if (authHelpers(views).length === 0) return errorClasses;
  return [...errorClasses.slice(0, -1), refusedToken, ...errorClasses.slice(-1)];
}
