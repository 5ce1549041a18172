import type { SpecNode } from "../load/document.ts";
import { flagOf, follow, member, members, textOf, textsOf } from "../load/node.ts";
import { operationMethods } from "../load/operation-methods.ts";
import type { Server } from "./api.ts";
import { buildContent } from "./build-media.ts";
import { buildDocs, buildExtensions, textBeside } from "./build-notes.ts";
import { buildParameters, pairWithTemplate } from "./build-parameters.ts";
import { buildResponses } from "./build-responses.ts";
import { buildSecurity } from "./build-security.ts";
import { buildServers } from "./build-server.ts";
import type { ShapeContext } from "./build-shape.ts";
import type { Body, Callback, Operation, Permissions, SecurityAlternative, Wire } from "./operation.ts";
import { present, whenTrue } from "./present.ts";
import { idOf } from "./references.ts";
import { buildSwaggerWire } from "./swagger/build-swagger-wire.ts";

/** What holds for every operation that does not say otherwise. */
export interface OperationContext extends ShapeContext {
  readonly servers: readonly Server[];
  readonly security: readonly SecurityAlternative[];
  /** Around what an operation of a callback calls back in turn; absent for the operations of the API. */
  readonly trail?: CallbackTrail;
}

/** The callbacks that are told below one operation. */
interface CallbackTrail {
  readonly depth: number;
  /** Their ids; grows while they are built. */
  readonly told: Set<string>;
}

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
  const build = (method: string, written: SpecNode): readonly Operation[] => {
    // Many a spec has a `$ref` where an operation should stand.
    const node = follow(context.document, written);
    return node === undefined ? [] : [buildOperation(context, method, path, fields, node)];
  };
  return [...fields].flatMap(([key, node]) => {
    if (operationMethods.has(key)) return build(key.toUpperCase(), node);
    if (key !== "additionalOperations") return [];
    return members(node).flatMap(([method, operation]) => build(method, operation));
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
  const wire =
    context.document.version === "2.0"
      ? buildSwaggerWire(context, pathItem.get("parameters"), node)
      : buildWire(context, pathItem, node);
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
    parameters: pairWithTemplate(path, wire.parameters),
    [method === "GET" || method === "HEAD" ? "unsentBody" : "body"]: wire.body,
    responses: wire.responses,
    security: buildSecurity(node) ?? context.security,
    servers: wire.servers,
    callbacks: buildCallbacks(context, node),
    permissions: buildPermissions(member(node, "x-permissions")),
    pagination: member(node, "x-pagination")?.value,
    sunset: textOf(node, "x-sunset"),
    stability: textOf(node, "x-stability-level"),
    extensions: buildExtensions(node, ownExtensions),
  });
}

function buildWire(context: OperationContext, pathItem: PathItem, node: SpecNode): Wire {
  const ownServers = buildServers(member(node, "servers")) ?? buildServers(pathItem.get("servers"));
  return {
    parameters: buildParameters(context, [pathItem.get("parameters"), member(node, "parameters")]),
    body: buildBody(context, node),
    responses: buildResponses(context, node),
    servers: ownServers ?? context.servers,
  };
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

/** Deeper than this nobody reads what is called back by what was called back. */
const deepestCallback = 8;

/**
 * Callback Objects: an expression for a URL, and what is sent there (OpenAPI 3.1, 4.8.18). What calls back in turn may
 * come to itself again: below one operation each inner callback is told once, and is a mere name wherever else it stands.
 */
function buildCallbacks(context: OperationContext, operation: SpecNode): readonly Callback[] {
  const { depth, told } = context.trail ?? { depth: 0, told: new Set() };
  return members(member(operation, "callbacks")).flatMap(([name, reference]) => {
    const node = follow(context.document, reference);
    if (node === undefined) return [];
    if (depth > 0 && (told.has(idOf(node)) || depth === deepestCallback)) {
      return [{ place: node.place, name, operations: [] }];
    }
    told.add(idOf(node));
    // The other side's servers and security are not ours to state.
    const trail: CallbackTrail = { depth: depth + 1, told };
    const outside: OperationContext = { ...context, servers: [], security: [], trail };
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
