// Part of the runtime that specwright ships with each client. Do not edit.
import { refusal } from "./error-message.js";
import type { Site } from "./error-message.js";
import type { HeaderOverrides } from "./options.js";

/** A request in the making. */
export interface Draft extends Site {
  readonly base: string;
  /** Below the base URL; a template until its parameters are in place. */
  path: string;
  /** With its question mark, or empty. */
  query: string;
  readonly headers: Headers;
  readonly body: NonNullable<RequestInit["body"]> | null;
}

/** Where a request goes. */
export function urlOf({ base, path, query }: Draft): string {
  return base + path + query;
}

/** Sets headers by name. Throws an `SdkError` where HTTP cannot carry one. */
export function setHeaders(draft: Draft, headers: HeaderOverrides = {}): void {
  for (const [name, text] of Object.entries(headers)) {
    try {
      if (text === null) draft.headers.delete(name);
      else if (text != null) draft.headers.set(name, text);
    } catch {
      // The platform's own message would quote the value, and it may be a secret.
      throw refusal(draft, `Bad header ${name}`);
    }
  }
}

/** Adds pairs to the query, as they are written. */
export function addQuery(draft: Draft, pairs: string): void {
  if (pairs) draft.query += `${draft.query ? "&" : "?"}${pairs}`;
}

/** Adds pairs to the Cookie header, as they are written. */
export function addCookie(draft: Draft, pairs: string): void {
  const known = draft.headers.get("cookie");
  if (pairs) setHeaders(draft, { cookie: known ? `${known}; ${pairs}` : pairs });
}

/** The body of a request that cannot do without. Throws an `SdkError` where there is none. */
export function present(body: unknown, site: Site): unknown {
  if (body === undefined) throw refusal(site, "Give body");
  return body;
}
