// Part of the runtime that specwright ships with each client. Do not edit.
import type { Draft } from "./draft.js";
import type { SdkError } from "./errors.js";
import { redactBody, redactHeaders, redactUrl } from "./redact.js";

/**
 * The request that an error is about, as a command for a shell: what to send again by hand, or to hand to support.
 * Tokens, keys and secrets are cut, bodies that are no text are named only. `undefined` where nothing was to be sent.
 */
export function toCurl(error: SdkError): string | undefined {
  const site: Partial<Draft> = Object(Reflect.get(error, "site")?.());
  const { base, method = "GET", path = "", query = "", headers, body } = site;
  if (base === undefined || headers === undefined) return undefined;
  const shown = Object.entries(redactHeaders(headers)).map(
    ([name, text]) => `-H ${quoted(`${name}: ${text}`)}`,
  );
  const data = redactBody(body, headers.get("content-type") ?? "");
  const parts = [`curl -X ${method} ${quoted(redactUrl(base + path + query))}`, ...shown];
  return [...parts, ...(data === undefined ? [] : [`--data-raw ${quoted(data)}`])].join(" \\\n  ");
}

/** As one word of a POSIX shell, whatever is in it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
