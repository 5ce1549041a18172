import type { SpecNode } from "../../load/document.ts";
import { member, textOf, textsOf } from "../../load/node.ts";
import type { Server } from "../api.ts";

/**
 * The servers that `host`, `basePath` and `schemes` make together (Swagger 2.0, Swagger Object), one for each scheme in
 * the order of the spec. Without a host, the path alone; without a scheme, https, for a client needs a whole address.
 *
 * @param operation has schemes of its own where it says so
 */
export function buildSwaggerServers(root: SpecNode, operation?: SpecNode): readonly Server[] {
  const host = member(root, "host");
  const basePath = member(root, "basePath");
  const path = pathOf(textOf(root, "basePath") ?? "");
  if (typeof host?.value !== "string" || host.value === "") {
    return basePath === undefined || path === "" ? [] : [{ place: basePath.place, url: path, variables: [] }];
  }
  const holder = operation !== undefined && member(operation, "schemes") !== undefined ? operation : root;
  const schemes = [...new Set(textsOf(holder, "schemes"))];
  return (schemes.length === 0 ? ["https"] : schemes).map((scheme) => ({
    place: host.place,
    url: `${scheme}://${String(host.value)}${path}`,
    variables: [],
  }));
}

function pathOf(basePath: string): string {
  const path = basePath.replace(/\/+$/, "");
  return path === "" || path.startsWith("/") ? path : `/${path}`;
}
