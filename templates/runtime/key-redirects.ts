// What only an API needs that takes a key in a header of its own. From another origin the platform keeps what it knows
// to be a credential, and such a header it does not know.
import type { Fetch } from "./options.js";

/** The platform's own limit. */
const most = 20;

/**
 * A `fetch` that follows redirects, to another origin without these headers, around another one, the platform's own if
 * absent. A browser tells no program where a redirect leads, so there a request with one of these headers fails.
 */
export function keepingKeys(inner: Fetch | undefined, ...names: readonly string[]): Fetch {
  return async (input, init = {}, context) => {
    // Called bare, and the global is looked up at each call.
    const plainFetch = inner ?? fetch;
    const headers = new Headers(init.headers);
    const isFollowing = (init.redirect ?? "follow") === "follow" && names.some((name) => headers.has(name));
    if (typeof input !== "string" || !isFollowing) return plainFetch(input, init, context);
    let url = input;
    let sent: RequestInit = { ...init, headers, redirect: "manual" };
    for (let count = 0; count <= most; count++) {
      const response = await plainFetch(url, sent, context);
      if (response.type === "opaqueredirect") {
        throw new TypeError("a redirect, which would take the key along; let baseUrl be where it leads");
      }
      const { status } = response;
      const location = /^30[12378]$/.test(String(status)) && response.headers.get("location");
      if (!location) return response;
      await response.body?.cancel();
      const next = new URL(location, url);
      if (isGetNext(status, sent.method)) {
        sent = { ...sent, method: "GET", body: null };
        for (const name of ["encoding", "language", "location", "type"]) headers.delete(`content-${name}`);
      }
      if (next.origin !== new URL(url).origin) {
        for (const name of [...names, "authorization", "proxy-authorization", "cookie"]) headers.delete(name);
        // What is left is the platform's to follow.
        return plainFetch(next.href, { ...sent, redirect: "follow" }, context);
      }
      url = next.href;
    }
    throw new TypeError("redirect count exceeded");
  };
}

/** Some redirects ask for the answer elsewhere, whatever was sent (WHATWG Fetch, "HTTP-redirect fetch"). */
function isGetNext(status: number, method = "GET"): boolean {
  return status === 303 ? !/^(GET|HEAD)$/.test(method) : status < 303 && method === "POST";
}
