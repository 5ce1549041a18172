/** Names that one module gives to the root of the generated package. */
export interface RootExport {
  readonly names: readonly string[];
  /** Below `src`. */
  readonly module: string;
  readonly isType: boolean;
}

/** What the root exports whatever the spec says, before what the spec names. */
export const rootClient: readonly RootExport[] = [
  { names: ["createClient"], module: "client", isType: false },
  { names: ["Client"], module: "client", isType: true },
  { names: ["createTransport"], module: "transport", isType: false },
  { names: ["ClientOptions"], module: "transport", isType: true },
];

/** The same, after the operations. */
export const rootRuntime: readonly RootExport[] = [
  { names: ["ErrorResponseBody"], module: "error-body", isType: true },
  { names: ["ApiPromise", "ApiResponse"], module: "runtime/api-promise", isType: true },
  {
    names: ["ApiKeyCredential", "BasicCredential", "BearerCredential"],
    module: "runtime/auth",
    isType: true,
  },
  {
    names: [
      "AbortError",
      "ApiError",
      "AuthenticationError",
      "BadRequestError",
      "ConflictError",
      "ConnectionError",
      "DecodeError",
      "NotFoundError",
      "OAuthError",
      "PermissionDeniedError",
      "RateLimitError",
      "SdkError",
      "ServerError",
      "TimeoutError",
      "UnprocessableEntityError",
    ],
    module: "runtime/errors",
    isType: false,
  },
  {
    names: ["CallOptions", "HeaderOverrides", "Transport", "TransportOptions"],
    module: "runtime/transport",
    isType: true,
  },
];

/** Those that only a package with grants exports. They are taken all the same, lest a name changes with the first flow. */
export const grantExports: ReadonlySet<string> = new Set(["OAuthError"]);

/** Every name that the root may export of itself; the spec's names yield to them. */
export const rootNames: readonly string[] = [...rootClient, ...rootRuntime].flatMap(({ names }) => names);
