// Part of the runtime that specwright ships with each client. Do not edit.
import { baseUrlOf } from "./base-url.js";
import { addQuery, type Draft, setHeaders } from "./draft.js";
import type { ApiDescription, Operation, Proof } from "./operation.js";
import type { CallOptions, Settings } from "./options.js";

/** Fields that are no parameters. */
interface Reserved {
  readonly body?: unknown;
  readonly contentType?: string;
  readonly accept?: string;
}

/**
 * Makes ready what all attempts of a call have in common, and gives what makes the request of each. Both throw an
 * `SdkError` for what cannot travel.
 */
export function drafter(
  api: ApiDescription,
  settings: Settings,
  operation: Operation,
  params: Reserved = {},
  options: CallOptions = {},
): (proof?: Proof) => Draft {
  const { parameters = [] } = operation;
  // Only the object's own, so that no field reads from a prototype.
  const fields = new Map<string, unknown>(Object.entries(params));
  const { body = null, contentType } = operation.body?.(params.body, params.contentType, operation) ?? {};
  const base = baseUrlOf(api, operation, settings);

  // A browser names itself, and another name makes its cross-origin calls ask first (CORS preflight).
  const isBrowser = /Mozilla/.test(Reflect.get(globalThis, "navigator")?.userAgent);

  // Of headers of one name the last one wins.
  return (proof) => {
    const draft: Draft = { ...operation, base, query: "", headers: new Headers(), body };
    setHeaders(draft, {
      accept: params.accept ?? operation.accept,
      "content-type": contentType,
      "user-agent": isBrowser ? undefined : `${api.userAgent} ${settings.appInfo ?? ""}`.trim(),
    });
    proof?.show(draft);
    setHeaders(draft, { ...settings.defaultHeaders, ...settings.headers });
    for (const parameter of parameters) {
      const { name, field = name, default: fallback } = parameter;
      parameter.in(draft, parameter, fields.get(field) ?? fallback);
    }
    addQuery(draft, String(new URLSearchParams({ ...options.query })));
    setHeaders(draft, options.headers);
    return draft;
  };
}
