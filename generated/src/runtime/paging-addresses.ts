// Part of the runtime that specwright ships with each client. Do not edit.
// Ways from page to page by an address that each page gives for the one after it.
import { baseUrlOf } from "./base-url.js";
import type { Draft } from "./draft.js";
import { addQuery } from "./draft.js";
import { refusal } from "./error-message.js";
import type { Operation } from "./operation.js";
import { markOnce } from "./paging.js";
import type { NextPage, Page, PageCall } from "./paging.js";
import { core, openTransport } from "./transport.js";
import { valueAt } from "./value-at.js";
import type { Path } from "./value-at.js";

/** The address stands in the page; the last page has none. */
export function byUri(next: Path): NextPage {
  return (page) => {
    const address = valueAt(page.data, next);
    return typeof address === "string" && address ? callOf(address, page) : undefined;
  };
}

/** The address stands in the Link header, `<address>; rel="next"`. RFC 8288 section 3. */
export const byLink: NextPage = (page) => {
  const links = page.headers.get("link") ?? "";
  for (const [, address = "", parameters = ""] of links.matchAll(
    /<([^>]*)>((?:[^,"]|"(?:[^"\\]|\\.)*")*)/g,
  )) {
    // One by one, for what is quoted may look like another. The first of several counts, any of its relations does.
    const known = [...parameters.matchAll(/;\s*([^\s=;]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]*)))?/g)];
    const [, , quoted, bare = ""] = known.find(([, name]) => /^rel$/i.test(name ?? "")) ?? [];
    if (/(^|\s)next(\s|$)/i.test(quoted ?? bare)) return callOf(address, page);
  }
  return undefined;
};

/**
 * The call of the page at an address, absolute or relative to that of the page which gave it, with the body and headers of
 * the caller's own call. Throws an `SdkError` for another origin: the credentials must not go there.
 */
function callOf(address: string, page: Page): PageCall {
  const { first, index } = page;
  const { operation, params, options } = first;
  const { api, settings } = first.transport[core]();
  const base = new URL(baseUrlOf(api, operation, settings));
  const here = urlOf(page);
  let url: URL | undefined;
  try {
    url = new URL(address, here);
  } catch {
    // What is no address leads nowhere.
  }
  if (url?.origin !== base.origin) {
    throw refusal(operation, `The address of the next page does not lead to ${base.origin}`);
  }
  url.hash = "";
  if (index === 0) markOnce(page, "address", here);
  markOnce(page, "address", url.origin + url.pathname + url.search);
  const { pathname, search, searchParams } = url;
  const there: NonNullable<Operation["parameters"]>[number] = {
    name: "",
    in: (draft) => {
      draft.path = pathname;
      draft.query = search;
    },
  };
  const extra = Object.entries(options.query ?? {}).filter(([name]) => !searchParams.has(name));
  return {
    transport: openTransport(api, { ...settings, baseUrl: base.origin }),
    // The address comes last, so that it stands in for path and query and leaves the headers alone.
    operation: { ...operation, parameters: [...(operation.parameters ?? []), there] },
    params,
    options: { ...options, query: Object.fromEntries(extra) },
  };
}

/** Where a page was asked for. What `fetch` says would be where a redirect or a proxy has led. */
function urlOf({ transport, operation, params, options }: PageCall): string {
  const { api, settings } = transport[core]();
  const { id, method, path, parameters = [] } = operation;
  const base = baseUrlOf(api, operation, settings);
  const draft: Draft = { id, method, base, path, query: "", headers: new Headers(), body: null };
  const fields = new Map(Object.entries(params));
  for (const parameter of parameters) {
    const { name, field = name, default: fallback } = parameter;
    parameter.in(draft, parameter, fields.get(field) ?? fallback);
  }
  addQuery(draft, String(new URLSearchParams({ ...options.query })));
  return new URL(base + draft.path + draft.query).href;
}
