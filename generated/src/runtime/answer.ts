// Part of the runtime that specwright ships with each client. Do not edit.
import type { ErrorResponseBody } from "../error-body.js";
import type { ApiResponse } from "./api-promise.js";
import { messageOf, reasonOf, sayingOf, shorten } from "./error-message.js";
import { DecodeError, errorClass } from "./errors.js";
import type { ApiDescription, Operation, Reader } from "./operation.js";

const jsonType = /[/+]json$/i;
const textType = /^text|[/+](json|xml)$/i;

/** What the answer says it is, else what was asked for first; without parameters. */
function typeOf(response: Response, operation: Operation): string {
  const [type = ""] = (response.headers.get("content-type") || operation.accept || "").split(/\s*[;,]/);
  return type;
}

/**
 * Reads a body to its end: JSON, text, XML and whatever comes with an error as text, anything else as bytes.
 */
export function readBody(response: Response, operation: Operation): Promise<string | Blob> {
  return !response.ok || textType.test(typeOf(response, operation)) ? response.text() : response.blob();
}

/**
 * Makes of an answer what the call resolves with. Throws the `ApiError` of its status unless it is a 2xx, and
 * a `DecodeError` where the body is not the JSON that it claims to be. An empty body is `undefined`.
 */
export function answerOf(
  api: ApiDescription,
  called: Operation,
  response: Response,
  content: string | Blob,
): ApiResponse<number, unknown> {
  const { status, headers } = response;
  const correlationId = api.correlationHeaders?.map((name) => headers.get(name)).find(Boolean) ?? undefined;
  const known = { operationId: called.id, status, headers, correlationId };
  const message = (said: string): string =>
    messageOf(called, `${status} ${response.statusText}`.trim(), said, correlationId);

  if (!response.ok) {
    const body = errorBodyOf(content);
    throw new (errorClass(status))(message(sayingOf(body)), { ...known, body });
  }
  try {
    return { status, headers, correlationId, response, data: dataOf(response, called, content) };
  } catch (cause) {
    const text = typeof content === "string" ? shorten(content) : "";
    throw new DecodeError(message(`the body is not the JSON it should be: ${reasonOf(cause)}`), {
      ...known,
      cause,
      text,
    });
  }
}

/** Servers and what stands before them mislabel errors, so whatever parses is JSON. */
function errorBodyOf(content: string | Blob): ErrorResponseBody | string | undefined {
  if (typeof content !== "string" || content === "") return undefined;
  try {
    return JSON.parse(content);
  } catch {
    return content;
  }
}

function dataOf(response: Response, called: Operation, content: string | Blob): unknown {
  if (typeof content !== "string") return content.size > 0 ? content : undefined;
  if (content === "") return undefined;
  const read: Reader = called.read ?? JSON.parse;
  return jsonType.test(typeOf(response, called)) ? read(content) : content;
}
