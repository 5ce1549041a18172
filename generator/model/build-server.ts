import type { SpecNode } from "../load/document.ts";
import { items, member, members, textOf, textsOf } from "../load/node.ts";
import type { Server, ServerVariable } from "./api.ts";
import { buildExtensions } from "./build-notes.ts";
import { present, whenSome } from "./present.ts";

/** A list of servers, or nothing where there is no list (OpenAPI 3.1, 4.8.5). */
export function buildServers(list: SpecNode | undefined): readonly Server[] | undefined {
  return list && items(list).map(buildServer);
}

export function buildServer(node: SpecNode): Server {
  return present<Server>({
    place: node.place,
    url: textOf(node, "url") ?? "/",
    name: textOf(node, "name"),
    description: textOf(node, "description"),
    variables: members(member(node, "variables")).map(([name, variable]) => buildVariable(name, variable)),
    extensions: buildExtensions(node),
  });
}

function buildVariable(name: string, node: SpecNode): ServerVariable {
  return present<ServerVariable>({
    place: node.place,
    name,
    default: textOf(node, "default") ?? "",
    values: whenSome(textsOf(node, "enum")),
    description: textOf(node, "description"),
  });
}
