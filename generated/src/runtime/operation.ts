// Part of the runtime that specwright ships with each client. Do not edit.
/** How one operation travels; inert data, made by the generator. */
export interface Operation {
  readonly id: string;
  /** Upper case. */
  readonly method: string;
  /** A template such as `/orders/{orderId}`, below the base URL. */
  readonly path: string;
  readonly parameters?: readonly Parameter[];
  /**
   * Media type to writer; the first is the default. A range such as `image/*` stands for all of its types.
   */
  readonly body?: Readonly<Record<string, BodyWriter>>;
  /** Value of the Accept header; absent: none is sent. */
  readonly accept?: string;
  /**
   * Alternatives, each the names of the schemes it needs together. None: nothing is sent. An empty one:
   * anonymous is allowed.
   */
  readonly security?: readonly (readonly string[])[];
  /** Where they differ from the API's. */
  readonly servers?: readonly Server[];
  /** Stands in for `JSON.parse`. */
  readonly read?: Reader;
}

export interface Parameter {
  readonly in: "path" | "query" | "header" | "cookie" | "querystring";
  /** On the wire. */
  readonly name: string;
  /** In the caller's object, where it differs from `name`. */
  readonly field?: string;
  /** Stands in a path, which cannot do without, where the caller gives nothing. */
  readonly default?: string;
  /** Where the style is not the default of its place. */
  readonly write?: ParameterWriter;
}

/**
 * Writes a value that is neither `undefined` nor `null`. What comes out depends on the place: the encoded
 * text of a path segment; the pairs of a query (`a=1&a=2`, empty for nothing); the value of a header; the
 * pairs of a cookie (`a=1; b=2`).
 */
export type ParameterWriter = (name: string, value: unknown) => string;

/** What a body becomes; without a `contentType` it is left to `fetch` (a multipart boundary). */
export interface WrittenBody {
  readonly body: RequestInit["body"];
  readonly contentType?: string | undefined;
}

/** Writes a value that is not `undefined` as the media type asked for. */
export type BodyWriter = (value: unknown, contentType: string) => WrittenBody;

/** Reads a JSON text; what it throws rejects the call as a `DecodeError`. */
export type Reader = (text: string) => unknown;

export interface Server {
  /** May hold `{variables}`. */
  readonly url: string;
  /** Name to default. */
  readonly variables?: Readonly<Record<string, string>>;
}

export type SecurityScheme =
  | { readonly type: "bearer" }
  | { readonly type: "basic" }
  | { readonly type: "apiKey"; readonly in: "header" | "query" | "cookie"; readonly name: string };

/** What the generator knows of the API as a whole. */
export interface ApiDescription {
  readonly servers: readonly Server[];
  readonly schemes: Readonly<Record<string, SecurityScheme>>;
  /** Response headers whose value names the call in the server's logs; the first that is there counts. */
  readonly correlationHeaders?: readonly string[];
  /** Sent outside browsers. */
  readonly userAgent?: string;
}
