import type { Server } from "../model/api.ts";

/** A longer description is a sentence, and no name. */
const longestName = 40;

/**
 * What a caller names each of several servers by: the name that the spec gives it (OpenAPI 3.2), else its description
 * where that is a few words, else its URL. Empty where there is nothing to choose.
 */
export function serverNames(servers: readonly Server[]): ReadonlyMap<string, Server> {
  const names = new Map<string, Server>();
  const urls = new Set<string>();
  for (const server of servers) {
    const { url, name, description = "" } = server;
    if (urls.has(url)) continue;
    urls.add(url);
    const words = description.trim().replace(/\.$/, "");
    const isName = words !== "" && words.length <= longestName && !/[\n`*_[\]<]|[.!?:]\s/.test(words);
    const wanted = name ?? (isName ? words : url);
    names.set(names.has(wanted) ? url : wanted, server);
  }
  return names.size < 2 ? new Map() : names;
}
