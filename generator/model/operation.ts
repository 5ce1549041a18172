import type { Json } from "../json.ts";
import type { Place } from "../location.ts";
import type { Server } from "./api.ts";
import type { Docs, Extension, Shape } from "./shape.ts";

/** One thing that a client can ask of the API, or, as a webhook or callback, the API of a client. */
export interface Operation {
  readonly place: Place;
  /** As the spec gives it; absent where the author gave none. */
  readonly operationId?: string;
  /** `x-name`: fixes the name of the function for ever. */
  readonly name?: string;
  /** Upper case, `QUERY` and other methods of OpenAPI 3.2 included. */
  readonly method: string;
  /** A template such as `/orders/{orderId}`; the name of a webhook; the expression of a callback. */
  readonly path: string;
  readonly tags: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated?: true;
  readonly docs?: Docs;
  /** Those of the path included, in the order of the spec, the path's first. */
  readonly parameters: readonly Parameter[];
  readonly body?: Body;
  /** A body of GET or HEAD: the spec may name one (OpenAPI 3.1, 4.8.10.1), and no platform's fetch sends it. */
  readonly unsentBody?: Body;
  readonly responses: readonly Response[];
  /** Alternatives: one of them is enough. None: nothing is asked for. */
  readonly security: readonly SecurityAlternative[];
  /** In effect here: the operation's own, else the path's, else the API's. */
  readonly servers: readonly Server[];
  readonly callbacks: readonly Callback[];
  readonly permissions?: Permissions;
  readonly pagination?: Json;
  /** The day from which the operation may be gone, as written. */
  readonly sunset?: string;
  readonly stability?: string;
  readonly extensions?: readonly Extension[];
}

/** What travels when an operation is called, and where to. */
export type Wire = Pick<Operation, "parameters" | "responses" | "servers"> & {
  readonly body: Body | undefined;
};

/** Rights that the caller needs beside a scope. */
export interface Permissions {
  readonly mode: "any" | "all";
  readonly names: readonly string[];
}

export type ParameterPlace = "path" | "query" | "header" | "cookie" | "querystring";

export type ParameterStyle =
  "simple" | "label" | "matrix" | "form" | "spaceDelimited" | "pipeDelimited" | "deepObject" | "cookie";

export interface Parameter {
  readonly place: Place;
  readonly name: string;
  /** `x-name`: fixes the name of the field for ever. */
  readonly field?: string;
  readonly in: ParameterPlace;
  readonly required: boolean;
  readonly description?: string;
  readonly deprecated?: true;
  readonly style: ParameterStyle;
  readonly explode: boolean;
  readonly allowReserved?: true;
  readonly allowEmptyValue?: true;
  readonly shape: Shape;
  /** The parameter travels as a document of this media type rather than by a style. */
  readonly mediaType?: string;
  readonly examples: readonly Example[];
  readonly extensions?: readonly Extension[];
}

export interface Example {
  /** Where the value stands; absent where it stands outside of the spec. */
  readonly place?: Place;
  readonly name?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly value?: Json;
  readonly externalValue?: string;
}

export interface Body {
  readonly place: Place;
  readonly required: boolean;
  readonly description?: string;
  readonly media: readonly Media[];
  readonly extensions?: readonly Extension[];
}

/** One representation of a body. */
export interface Media {
  readonly place: Place;
  /** As written: `application/json; charset=utf-8`, `text/*`. */
  readonly type: string;
  readonly shape?: Shape;
  /** OpenAPI 3.2: each item of a stream. */
  readonly itemShape?: Shape;
  readonly encodings: readonly Encoding[];
  readonly examples: readonly Example[];
  readonly extensions?: readonly Extension[];
}

/** How one property of a form travels. */
export interface Encoding {
  readonly property: string;
  readonly contentType?: string;
  readonly headers: readonly Header[];
  readonly style?: ParameterStyle;
  readonly explode?: boolean;
  readonly allowReserved?: true;
}

export interface Header {
  readonly place: Place;
  readonly name: string;
  readonly required: boolean;
  readonly description?: string;
  readonly deprecated?: true;
  readonly explode: boolean;
  readonly shape: Shape;
  readonly mediaType?: string;
  readonly examples: readonly Example[];
  /** Its value names the request in the server's logs. */
  readonly correlationId?: true;
  readonly extensions?: readonly Extension[];
}

export interface Response {
  readonly place: Place;
  /** `200`, a range such as `4XX`, or `default`. */
  readonly status: string;
  readonly summary?: string;
  readonly description?: string;
  readonly headers: readonly Header[];
  readonly media: readonly Media[];
  readonly links: readonly Link[];
  /** Codes that the error body may carry. */
  readonly errorCodes?: readonly string[];
  readonly extensions?: readonly Extension[];
}

/** What can be asked next with what this response holds. */
export interface Link {
  readonly place: Place;
  readonly name: string;
  readonly description?: string;
  readonly operationId?: string;
  /** The place of the operation that an `operationRef` names, as `file#pointer`. */
  readonly operationRef?: string;
  readonly parameters: readonly { readonly name: string; readonly value: Json }[];
  readonly body?: Json;
  readonly server?: Server;
  readonly polling?: Polling;
  readonly extensions?: readonly Extension[];
}

/** How to tell from the linked operation's answer that the work is done. */
export interface Polling {
  /** JSON pointer of the state inside the answer, after `#`. */
  readonly state: string;
  readonly done: readonly Json[];
  readonly failed: readonly Json[];
}

/** Schemes that are needed together. Empty: the caller may stay anonymous. */
export interface SecurityAlternative {
  readonly schemes: readonly { readonly name: string; readonly scopes: readonly string[] }[];
}

/** Requests that the API makes to a URL which the caller gave. */
export interface Callback {
  readonly place: Place;
  readonly name: string;
  readonly operations: readonly Operation[];
}
