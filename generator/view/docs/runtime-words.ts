// What the runtime offers to every client, in words.

/** Options of `createClient` and `createTransport` that do not depend on the spec. */
export const runtimeOptions: readonly { readonly name: string; readonly meaning: string }[] = [
  { name: "baseUrl", meaning: "Another place where the API lives, as an absolute URL." },
  {
    name: "timeout",
    meaning: "Milliseconds until the whole answer must be there: 60000 if absent, 0 for no limit.",
  },
  { name: "headers", meaning: "Headers of every request; `null` leaves one out that would be sent." },
  { name: "fetch", meaning: "What sends the requests, in place of the platform's `fetch`." },
];

/** Options of a single call. */
export const callOptions: readonly { readonly name: string; readonly meaning: string }[] = [
  { name: "signal", meaning: "An `AbortSignal` that ends the call." },
  { name: "timeout", meaning: "The same as of the client, for this call." },
  { name: "headers", meaning: "The same as of the client, for this call." },
];

/** The classes of errors, each with when it is met; all of them are a `SdkError`. */
export const errorClasses: readonly { readonly name: string; readonly meaning: string }[] = [
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
