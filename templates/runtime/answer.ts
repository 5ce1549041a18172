import type { ApiResponse } from "./api-promise.js";
import type { Site } from "./error-message.js";
import { failure, reasonOf, sayingOf, shorten } from "./error-message.js";
import { DecodeError, errorClass } from "./errors.js";
import type { ApiDescription, JsonReader, Operation, Unread } from "./operation.js";
import { retryAfterOf } from "./retry.js";

/**
 * Makes of an answer what the call resolves with. Throws the `ApiError` of its status unless it is a 2xx, and
 * a `DecodeError` where the body is not what the API describes. An empty body is `undefined`.
 */
export async function answerOf(
  { correlationHeaders = [] }: ApiDescription,
  operation: Operation,
  site: Site,
  response: Response,
  content: string | Blob | Unread,
): Promise<ApiResponse<number, unknown>> {
  const { status, headers, ok } = response;
  const correlationId = correlationHeaders.map((name) => headers.get(name)).find((id): id is string => !!id);
  const known = { status, headers, correlationId };
  const happened = `${status} ${response.statusText}`.trim();
  const { json = parse, jsonError = parse, read = json } = operation;
  let data: unknown;
  try {
    // Servers and what stands before them mislabel errors, so whatever parses is JSON.
    if (content) data = await (ok ? read : jsonError)(content as string, response, operation, correlationId);
  } catch (cause) {
    if (ok) {
      // Nobody finds fault with a body that is still unread.
      const text = shorten(await new Response(content as string).text());
      const said = `unexpected body: ${reasonOf(cause)}`;
      throw failure(DecodeError, site, happened, said, { ...known, cause, text });
    }
    data = content;
  }
  if (ok) return { ...known, response, data };
  const more = { ...known, body: data, retryAfter: retryAfterOf(status, headers) };
  throw failure(errorClass(status), site, happened, sayingOf(data), more);
}

const parse: JsonReader = (text) => JSON.parse(text);
