// Part of the runtime that specwright ships with each client. Do not edit.
import { SdkError } from "./errors.js";

/** Which call it was. An operation is one, with the template for a path. */
export interface Site {
  readonly id: string;
  readonly method: string;
  /** Without the query, which may hold secrets. */
  readonly path: string;
}

/** Where APIs keep the sentence for people, what says most first. `0` is the first of a list. */
const places = ["message", "error_description", "detail", "title", "error", "errors", "0"];

/** One line of at most 300 characters, safe to print. */
export function shorten(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .replace(/^(.{299})..+/u, "$1…");
}

/** What an error body says to people; empty where it says nothing, as a page of markup does. */
export function sayingOf(body: unknown, depth = 3): string {
  if (typeof body === "string") return /^\s*</.test(body) ? "" : shorten(body);
  const members: Readonly<Record<string, unknown>> = Object(body);
  return (depth > 0 && places.map((place) => sayingOf(members[place], depth - 1)).find(Boolean)) || "";
}

/**
 * Why something failed: a code if there is one, else a message without the URLs that some runtimes quote,
 * secrets and all.
 */
export function reasonOf(error: unknown): string {
  const { cause = error }: { cause?: unknown } = Object(error);
  const { code, message = cause }: { code?: unknown; message?: unknown } = Object(cause);
  return shorten(String(typeof code === "string" ? code : message).replace(/\S+:\/\/\S+/g, "…"));
}

/** The error of a call: of that class, with that message for people, and what else it knows. */
export function failure(
  kind: typeof SdkError,
  site: Site,
  happened: string,
  said?: string,
  more?: Readonly<Record<string, unknown>> & { readonly correlationId?: string | undefined },
): SdkError {
  const id = more?.correlationId ? `; correlation id ${shorten(more.correlationId)}` : "";
  const message = `${happened}${said ? `: ${said}` : ""} (${site.id}: ${site.method} ${site.path}${id})`;
  const error = new kind(message, { operationId: site.id, ...more });
  // Behind a function, so that no log of an error shows the credentials.
  return Object.defineProperty(error, "site", { value: () => site });
}

/** The error of a call that cannot be sent. */
export function refusal(site: Site, why: string): SdkError {
  return failure(SdkError, site, why);
}
