/** What the root of every generated package exports of the runtime. The names are taken: see names/reserved.ts. */
export const rootRuntime: readonly {
  readonly names: readonly string[];
  readonly module: string;
  readonly isType: boolean;
}[] = [
  { names: ["ApiPromise", "ApiResponse"], module: "api-promise", isType: true },
  { names: ["ApiKeyCredential", "BasicCredential", "BearerCredential"], module: "auth", isType: true },
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
      "PermissionDeniedError",
      "RateLimitError",
      "SdkError",
      "ServerError",
      "TimeoutError",
      "UnprocessableEntityError",
    ],
    module: "errors",
    isType: false,
  },
  {
    names: ["CallOptions", "HeaderOverrides", "Transport", "TransportOptions"],
    module: "transport",
    isType: true,
  },
];
