// Part of the runtime that specwright ships with each client. Do not edit.
import { refusal } from "./error-message.js";
import type { ApiDescription, Operation } from "./operation.js";
import type { Settings } from "./options.js";

/** Absolute, and nothing in it that would be lost, leaked or misplaced when a path is appended. */
const usable = /^https?:\/\/[^/?#@{\s]+(\/[^?#{\s]*)?$/i;

/**
 * What the paths of an operation are appended to, without a slash at the end: the caller's base URL, else the
 * first server. Throws an `SdkError` where neither is an absolute URL.
 */
export function baseUrlOf(api: ApiDescription, operation: Operation, settings: Settings): string {
  const [server] = operation.servers ?? api.servers;
  const { baseUrl, variables } = settings;
  const filled = server?.url.replace(
    /{([^}]+)}/g,
    (template, name: string) => variables?.[name] ?? server.variables?.[name] ?? template,
  );
  const base = baseUrl ?? filled ?? "";
  if (!usable.test(base)) throw refusal(operation, "Give baseUrl, an absolute http(s) URL without query");
  return base.replace(/\/+$/, "");
}
