// Part of the runtime that specwright ships with each client. Do not edit.
/** Names of fields whose values are nobody's business. */
const secret =
  /secret|passw|pwd|token|assertion|saml|jwt|credential|(api|private|access).?key|^key$|authorization|code|verifier|signature|session|cookie/i;

/** Headers that say nothing about who is calling. Any other may be a key of the API, whatever it is called. */
const harmless =
  /^(accept(-.*)?|content-.*|user-agent|date|server|retry-after|vary|allow|location|etag|age|expires|cache-control|idempotency-key|.*(request|correlation|trace).?id|.*rate-?limit.*)$/i;

const hidden = "***";

/** Headers as an object that can be shown. */
export function redactHeaders(headers: Headers): Readonly<Record<string, string>> {
  const shown = [...headers].map(
    ([name, text]) => [name, harmless.test(name) ? redactUrl(text) : hidden] as const,
  );
  return Object.fromEntries(shown);
}

/** A URL, or a text with one, whose query can be shown. */
export function redactUrl(text: string): string {
  return text
    .replace(/(:\/\/)[^/?#@\s]*@/g, `$1${hidden}@`)
    .replace(/([?&#])([^=?&#\s]+)=([^&#\s]*)/g, (pair, mark: string, name: string, value: string) =>
      isSecret(name, value) ? `${mark}${name}=${hidden}` : pair,
    );
}

/** Whether a pair of a query or form is secret: by its name, or because it holds a URL with such a pair. */
function isSecret(name: string, value: string): boolean {
  const inner = decoded(value).matchAll(/[?&#]([^=?&#\s]+)=/g);
  return [name, ...[...inner].map(([, other = ""]) => other)].some((one) => secret.test(decoded(one)));
}

/** A part of a query as it was before it was encoded. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * A body that can be shown: JSON or a form without its secrets, of anything else only what it is. Only its media type
 * tells a form from a text that looks like one.
 */
export function redactBody(body: unknown, mediaType = ""): string | undefined {
  if (body === undefined || body === null) return undefined;
  if (typeof body !== "string") return `[${Object.prototype.toString.call(body).slice(8, -1)}]`;
  if (/\bx-www-form-urlencoded\b/i.test(mediaType)) {
    const pairs = body.split("&").map((pair) => [pair, ...pair.split(/=(.*)/s)]);
    return pairs
      .map(([pair, name = "", value]) => (value && isSecret(name, value) ? `${name}=${hidden}` : pair))
      .join("&");
  }
  try {
    return JSON.stringify(redactValue(JSON.parse(body)));
  } catch {
    return `[${body.length} characters]`;
  }
}

/** A value without its secrets, at any depth. Below a name that is secret each text is. */
export function redactValue(value: unknown, isHidden = false): unknown {
  if (typeof value === "string") return isHidden ? hidden : value;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => redactValue(item, isHidden));
  const members = Object.entries(value).map(([name, member]) => [
    name,
    redactValue(member, isHidden || secret.test(name)),
  ]);
  return Object.fromEntries(members);
}
