import type { ApiPromise } from "./api-promise.js";
import { SdkError } from "./errors.js";
import { jsonText } from "./int64.js";
import { readAs, takeBytes } from "./media.js";
import { binaryBody } from "./raw.js";
import type { Operation } from "./operation.js";
import type { CallOptions, HeaderOverrides } from "./options.js";
import { call, core } from "./transport.js";
import type { Transport } from "./transport.js";

/** What a call of something that the spec does not name is made with. */
export interface RequestOptions extends CallOptions {
  /** Sent as JSON, unless it is a Blob, bytes, a stream, a form or a text. */
  readonly body?: unknown;
  /** Of the body, where it is not JSON. */
  readonly contentType?: string | undefined;
  readonly headers?: HeaderOverrides | undefined;
}

/**
 * Calls what the spec does not name, with the credentials, retries and errors of every other call. The path begins with
 * a slash and is taken below the base URL; JSON is decoded, text is text, anything else is a `Blob`.
 */
export function request<T = unknown>(
  transport: Transport,
  method: string,
  path: string,
  { body, contentType, ...options }: RequestOptions = {},
): ApiPromise<T> {
  const { auth } = transport[core]().settings;
  const operation: Operation = {
    id: "request",
    method: method.toUpperCase(),
    path,
    accept: "application/json, */*;q=0.5",
    body: (value, type) => writeAny(value, type),
    take: takeBytes,
    as: ["json", "text", "bytes"],
    read: readAs,
    // Whatever credential there is, and none if there is none.
    security: [...Object.keys(Object(auth)).map((name) => [name]), []],
    parameters: [{ in: checkPath, name: "path" }],
  };
  return call<T>(transport, operation, { body, contentType }, options);
}

const checkPath: NonNullable<Operation["parameters"]>[number]["in"] = ({ path }) => {
  if (!path.startsWith("/") || path.startsWith("//"))
    throw new SdkError(`Give a path that begins with a slash: ${path}`);
};

function writeAny(
  value: unknown,
  contentType: string | undefined,
): ReturnType<NonNullable<Operation["body"]>> {
  if (value === undefined) return { body: null };
  if (value instanceof FormData || value instanceof URLSearchParams) return { body: value };
  const isBytes = value instanceof Blob || value instanceof ArrayBuffer || ArrayBuffer.isView(value);
  if (isBytes || value instanceof ReadableStream || typeof value === "string") {
    return binaryBody(value, contentType, { id: "request", method: "", path: "" });
  }
  return { body: jsonText(value), contentType: contentType ?? "application/json" };
}
