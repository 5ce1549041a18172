/** Names of fields whose values are nobody's business. */
const secret =
  /secret|passw|token|assertion|credential|api.?key|authorization|code|signature|session|cookie/i;

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
  return text.replace(/([?&#])([^=&#\s]+)=([^&#\s]*)/g, (pair, mark: string, name: string) =>
    secret.test(name) ? `${mark}${name}=${hidden}` : pair,
  );
}

/** A body that can be shown: JSON or a form without its secrets, of anything else only what it is. */
export function redactBody(body: unknown): string | undefined {
  if (body === undefined || body === null) return undefined;
  if (typeof body !== "string") return `[${Object.prototype.toString.call(body).slice(8, -1)}]`;
  try {
    return JSON.stringify(redactValue(JSON.parse(body)));
  } catch {
    return /^[^\s=&]+=/.test(body) ? redactUrl(`?${body}`).slice(1) : `[${body.length} characters]`;
  }
}

/** A value without its secrets, at any depth. */
export function redactValue(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(redactValue);
  const members = Object.entries(value).map(([name, member]) => [
    name,
    secret.test(name) && typeof member === "string" ? hidden : redactValue(member),
  ]);
  return Object.fromEntries(members);
}
