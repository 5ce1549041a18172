import type { Draft } from "./draft.js";
import type { Site } from "./error-message.js";
import type { Settings } from "./options.js";

/** How one operation travels; inert data, made by the generator. */
export interface Operation {
  readonly id: string;
  /** Upper case. */
  readonly method: string;
  /** A template such as `/orders/{orderId}`, below the base URL. */
  readonly path: string;
  readonly parameters?: readonly Parameter[];
  readonly body?: BodyWriter;
  /** Value of the Accept header; absent: none is sent. */
  readonly accept?: string;
  /**
   * Alternatives, each the names of the schemes it needs together. None: nothing is sent. An empty one:
   * anonymous is allowed. Absent: the scheme of an API that knows one.
   */
  readonly security?: readonly (readonly string[])[];
  /** Where they differ from the API's. */
  readonly servers?: readonly Server[];
  /** Takes the body of a success out of its answer; absent: as text. */
  readonly take?: Taker;
  /** Makes the data of a success; absent: JSON, as `json` reads it. */
  readonly read?: Reader;
  /** Stands in for `JSON.parse`. */
  readonly json?: JsonReader;
  /** The same for errors. What it throws leaves the text. */
  readonly jsonError?: JsonReader;
  /** What `read` may find, where it is not always the same. */
  readonly as?: readonly AnswerKind[];
  /** By status (`"200"`, `"4XX"`, `"default"`), for a reader that makes bigints. */
  readonly int64s?: Readonly<Record<string, Int64s>>;
}

/** A body that is still to be read, unless the caller's signal ends it. */
export interface Unread {
  readonly signal: AbortSignal | undefined;
}

/** Takes the body out of an answer. It is handed the caller's signal for what is read later. */
export type Taker = (
  response: Response,
  signal: AbortSignal | undefined,
) => string | Unread | Promise<string | Blob>;

/** JSON is decoded, bytes are a `Blob`, and so is any type at all. */
export type AnswerKind = "json" | "text" | "bytes" | "any";

/**
 * Where a value holds integers of 64 bits: it is one; all of these; as a model says; if a property of it has one
 * of these values; or inside.
 */
export type Int64s =
  | "int64"
  | readonly Int64s[]
  | (() => Int64s)
  | { readonly when: readonly [property: string, ...values: string[]]; readonly then: Int64s }
  | Int64Members;

/** Where they are in an object or a list. What is described as holding none is an empty list. */
export interface Int64Members {
  readonly fields?: Readonly<Record<string, Int64s>>;
  /** By regular expression. */
  readonly patterns?: Readonly<Record<string, Int64s>>;
  readonly rest?: Int64s;
  readonly prefix?: readonly Int64s[];
  readonly items?: Int64s;
}

export interface Parameter {
  /** Puts it where it belongs. */
  readonly in: Placer;
  /** On the wire. */
  readonly name: string;
  /** In the caller's object, where it differs from `name`. */
  readonly field?: string;
  /** Stands in a path, which cannot do without, where the caller gives nothing. */
  readonly default?: string;
  /** Where the value may be more than a scalar, or the style is not the default of its place. */
  readonly write?: ParameterWriter;
}

/** Puts a value into a request; `undefined` and `null` leave it out. Throws an `SdkError` if it cannot. */
export type Placer = (draft: Draft, parameter: Parameter, value: unknown) => void;

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

/**
 * Writes a value as the media type asked for, else as the usual one. Throws an `SdkError` for what is no such body,
 * `undefined` included.
 */
export type BodyWriter = (value: unknown, contentType: string | undefined, site: Site) => WrittenBody;

/** Makes data of a body that is not empty; what it throws rejects the call as a `DecodeError`. */
export type Reader = (
  content: string | Blob | Unread,
  response: Response,
  operation: Operation,
  correlationId?: string,
) => unknown;

/** Reads a JSON text; what it throws rejects the call as a `DecodeError`. */
export type JsonReader = (
  text: string,
  response: Response,
  operation: Operation,
  correlationId?: string,
) => unknown;

export interface Server {
  /** May hold `{variables}`. */
  readonly url: string;
  /** Name to default. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** Puts a credential into a request; `false` where it is none of the scheme's kind. */
export type SecurityScheme = (draft: Draft, credential: unknown) => boolean;

/** What proves who is calling. */
export interface Proof {
  /** Puts it into a request. Throws an `SdkError` where a credential is none of its kind. */
  readonly show: (draft: Draft) => void;
  /** What functions gave; `undefined` where there are none. */
  readonly given: unknown;
}

/**
 * Asks for the credentials that an operation needs; `undefined` where it needs none. Throws an `SdkError` that
 * names what is missing. `rejected` is what was given before, and the server refused.
 */
export type Authorizer = (
  api: ApiDescription,
  operation: Operation,
  settings: Settings,
  rejected: unknown,
) => Promise<Proof | undefined>;

/** What the generator knows of the API as a whole. */
export interface ApiDescription {
  readonly servers: readonly Server[];
  /** Absent where the API knows no way to prove who is calling. */
  readonly authorize?: Authorizer;
  /** Response headers whose value names the call in the server's logs; the first that is there counts. */
  readonly correlationHeaders?: readonly string[];
  /** Sent outside browsers. */
  readonly userAgent: string;
}
