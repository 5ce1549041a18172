// Part of the runtime that specwright ships with each client. Do not edit.
// Ways from page to page by an address that each page gives for the one after it.
import { urlOf } from "./draft.js";
import { drafter } from "./drafter.js";
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
  const { api, settings } = page.transport[core]();
  // What `fetch` says would be where a redirect or a proxy has led.
  const here = new URL(urlOf(drafter(api, settings, page.operation, page.params, page.options)()));
  const { operation, params, options } = page.first;
  let url: URL | undefined;
  try {
    url = new URL(address, here);
  } catch {
    // What is no address leads nowhere.
  }
  if (url?.origin !== here.origin) {
    throw refusal(operation, `The address of the next page does not lead to ${here.origin}`);
  }
  const { origin, pathname, search, searchParams } = url;
  if (page.index === 0) markOnce(page, "address", here.href);
  markOnce(page, "address", origin + pathname + search);
  const there: NonNullable<Operation["parameters"]>[number] = {
    name: "",
    in: (draft) => {
      draft.path = pathname;
      draft.query = search;
    },
  };
  const extra = Object.entries(options.query ?? {}).filter(([name]) => !searchParams.has(name));
  return {
    transport: openTransport(api, { ...settings, baseUrl: origin }),
    // The address comes last, so that it stands in for path and query and leaves the headers alone.
    operation: { ...operation, parameters: [...(operation.parameters ?? []), there] },
    params,
    options: { ...options, query: Object.fromEntries(extra) },
  };
}
