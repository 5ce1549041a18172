import type { SpecNode } from "../load/document.ts";
import { flagOf, follow, member, members, textOf, textsOf } from "../load/node.ts";
import type { Server } from "./api.ts";
import { buildContent } from "./build-media.ts";
import { buildDocs, buildExtensions, textBeside } from "./build-notes.ts";
import { buildParameters, pairWithTemplate } from "./build-parameters.ts";
import { buildResponses } from "./build-responses.ts";
import { buildSecurity } from "./build-security.ts";
import { buildServers } from "./build-server.ts";
import type { ShapeContext } from "./build-shape.ts";
import type { Body, Callback, Operation, Permissions, SecurityAlternative } from "./operation.ts";
import { present, whenTrue } from "./present.ts";

/** What holds for every operation that does not say otherwise. */
export interface OperationContext extends ShapeContext {
  readonly servers: readonly Server[];
  readonly security: readonly SecurityAlternative[];
}

const methods: readonly string[] = [
  "get",
  "put",
  "post",
  "delete",
  "options",
  "head",
  "patch",
  "trace",
  "query",
];

/** The fields of a Path Item Object, wherever each of them is written. */
type PathItem = ReadonlyMap<string, SpecNode>;

/**
 * The operations of one Path Item Object in the order of the spec (OpenAPI 3.1, 4.8.9). Where a `$ref` stands
 * beside fields of the item's own, the item's own win.
 */
export function buildPathItem(context: OperationContext, path: string, item: SpecNode): readonly Operation[] {
  const target = follow(context.document, item);
  const own = members(item).filter(([key]) => key !== "$ref");
  const inherited = members(target).filter(([key]) => member(item, key) === undefined);
  const fields: PathItem = new Map([...own, ...inherited]);
  return [...fields].flatMap(([key, node]) => {
    if (methods.includes(key)) return [buildOperation(context, key.toUpperCase(), path, fields, node)];
    if (key !== "additionalOperations") return [];
    return members(node).map(([method, operation]) =>
      buildOperation(context, method, path, fields, operation),
    );
  });
}

const ownExtensions: readonly string[] = [
  "x-name",
  "x-permissions",
  "x-pagination",
  "x-sunset",
  "x-stability-level",
];

function buildOperation(
  context: OperationContext,
  method: string,
  path: string,
  pathItem: PathItem,
  node: SpecNode,
): Operation {
  const lists = [pathItem.get("parameters"), member(node, "parameters")];
  return present<Operation>({
    place: node.place,
    operationId: textOf(node, "operationId"),
    name: textOf(node, "x-name"),
    method,
    path,
    tags: textsOf(node, "tags"),
    summary: textOf(node, "summary") ?? plainText(pathItem.get("summary")),
    description: textOf(node, "description") ?? plainText(pathItem.get("description")),
    deprecated: whenTrue(flagOf(node, "deprecated")),
    docs: buildDocs(node),
    parameters: pairWithTemplate(path, buildParameters(context, lists)),
    body: buildBody(context, node),
    responses: buildResponses(context, node),
    security: buildSecurity(node) ?? context.security,
    servers:
      buildServers(member(node, "servers")) ?? buildServers(pathItem.get("servers")) ?? context.servers,
    callbacks: buildCallbacks(context, node),
    permissions: buildPermissions(member(node, "x-permissions")),
    pagination: member(node, "x-pagination")?.value,
    sunset: textOf(node, "x-sunset"),
    stability: textOf(node, "x-stability-level"),
    extensions: buildExtensions(node, ownExtensions),
  });
}

function plainText(node: SpecNode | undefined): string | undefined {
  return typeof node?.value === "string" ? node.value : undefined;
}

/** Request Body Object (OpenAPI 3.1, 4.8.13). */
function buildBody(context: OperationContext, operation: SpecNode): Body | undefined {
  const reference = member(operation, "requestBody");
  const node = follow(context.document, reference);
  if (node === undefined) return undefined;
  return present<Body>({
    place: node.place,
    required: flagOf(node, "required") === true,
    description: textBeside(context.document, reference, node, "description"),
    media: buildContent(context, node),
    extensions: buildExtensions(node),
  });
}

/** Callback Objects: an expression for a URL, and what is sent there (OpenAPI 3.1, 4.8.18). */
function buildCallbacks(context: OperationContext, operation: SpecNode): readonly Callback[] {
  return members(member(operation, "callbacks")).flatMap(([name, reference]) => {
    const node = follow(context.document, reference);
    if (node === undefined) return [];
    // The other side's servers and security are not ours to state.
    const outside: OperationContext = { ...context, servers: [], security: [] };
    const operations = members(node)
      .filter(([expression]) => !expression.startsWith("x-"))
      .flatMap(([expression, item]) => buildPathItem(outside, expression, item));
    return [{ place: node.place, name, operations }];
  });
}

function buildPermissions(node: SpecNode | undefined): Permissions | undefined {
  const names = textsOf(node, "permissions");
  if (names.length === 0) return undefined;
  return { mode: textOf(node, "type") === "ALL" ? "all" : "any", names };
}
