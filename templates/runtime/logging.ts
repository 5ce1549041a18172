import { reasonOf } from "./error-message.js";
import type { Fetch } from "./options.js";
import { redactBody, redactHeaders, redactUrl } from "./redact.js";

/** Where lines go: `console`, or a logger of that shape. */
export interface Logger {
  error(message: string, details?: unknown): void;
  warn(message: string, details?: unknown): void;
  info(message: string, details?: unknown): void;
  debug(message: string, details?: unknown): void;
}

/** What is logged: a line for a request that failed, for each request, or everything around it. */
export type LogLevel = "off" | "error" | "warn" | "info" | "debug";

const levels: readonly LogLevel[] = ["off", "error", "warn", "info", "debug"];

/**
 * A `fetch` that writes down what it sends and gets. Tokens, keys and secrets are cut, wherever they stand. What the
 * lines look like may change with any version.
 *
 * - `error`: no answer; `warn`: an answer that is an error, too; `info`: any answer, with its time; `debug`: headers,
 *   and the body of the request.
 */
export function withLogging(logger: Logger, level: LogLevel = "warn", inner?: Fetch): Fetch {
  const says = (other: LogLevel): boolean => levels.indexOf(level) >= levels.indexOf(other);
  return async (input, init, context) => {
    const { url, method = "GET", headers, body } = requestOf(input, init);
    const call = `${context?.operationId ?? "request"}: ${method} ${redactUrl(url)}`;
    const attempt = context?.attempt ? `, attempt ${context.attempt + 1}` : "";
    if (says("debug")) {
      const type = headers.get("content-type") ?? "";
      // Behind middleware there is a stream even where a text was sent.
      const isText = typeof input !== "string" && body && /json|urlencoded|^text/.test(type);
      const shown = redactBody(isText ? await input.clone().text() : body, type);
      logger.debug(`${call} goes out${attempt}`, { headers: redactHeaders(headers), body: shown });
    }
    const started = Date.now();
    const took = (): string => `after ${Date.now() - started} ms${attempt}`;
    try {
      const response = await (inner ?? fetch)(input, init, context);
      const line = `${call} answers ${response.status} ${took()}`;
      if (says("debug")) logger.debug(line, { headers: redactHeaders(response.headers) });
      else if (!response.ok && says("warn")) logger.warn(line);
      else if (says("info")) logger.info(line);
      return response;
    } catch (error) {
      if (says("error")) logger.error(`${call} fails ${took()}: ${reasonOf(error)}`);
      throw error;
    }
  };
}

function requestOf(
  input: string | Request,
  init: RequestInit | undefined,
): { readonly url: string; readonly method?: string; readonly headers: Headers; readonly body: unknown } {
  if (typeof input !== "string") {
    return { url: input.url, method: input.method, headers: input.headers, body: input.body };
  }
  const { method, headers, body } = init ?? {};
  return { url: input, ...(method && { method }), headers: new Headers(headers), body };
}
