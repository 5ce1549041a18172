import { refusal } from "./error-message.js";
import type { ApiDescription, Operation, Server } from "./operation.js";
import type { Settings } from "./options.js";

/** Absolute, and nothing in it that would be lost, leaked or misplaced when a path is appended. */
const usable = /^https?:\/\/[^/?#@{\s][^?#@{\s]*$/i;

/** A template of a URL with the values of the caller's server variables, else their defaults. */
export function fillTemplate(template: string, server: Server | undefined, { variables }: Settings): string {
  return template.replace(
    /{([^}]+)}/g,
    (variable, name: string) => variables?.[name] ?? server?.variables?.[name] ?? variable,
  );
}

/**
 * What the paths of an operation are appended to, without a slash at the end: the caller's base URL, else the
 * first server. Throws an `SdkError` where neither is an absolute URL.
 */
export function baseUrlOf(api: ApiDescription, operation: Operation, settings: Settings): string {
  const [server] = operation.servers ?? api.servers;
  const base = settings.baseUrl ?? fillTemplate(server?.url ?? "", server, settings);
  if (!usable.test(base)) throw refusal(operation, "Give baseUrl, absolute and without query");
  return base.replace(/\/+$/, "");
}
