import type { SpecNode } from "../../load/document.ts";
import { member } from "../../load/node.ts";
import type { Server } from "../api.ts";
import type { ShapeContext } from "../build-shape.ts";
import type { Wire } from "../operation.ts";
import { buildSwaggerBody } from "./build-swagger-body.ts";
import { buildSwaggerParameter, listSwaggerParameters } from "./build-swagger-parameters.ts";
import { buildSwaggerResponses } from "./build-swagger-responses.ts";
import { buildSwaggerServers } from "./build-swagger-servers.ts";
import { mediaTypes } from "./media-types.ts";

/** What an operation of a Swagger 2.0 document sends and gets, as OpenAPI 3 has it (Swagger 2.0, Operation Object). */
export function buildSwaggerWire(
  context: ShapeContext & { readonly servers: readonly Server[] },
  pathParameters: SpecNode | undefined,
  operation: SpecNode,
): Wire {
  const { root } = context.document;
  const parameters = listSwaggerParameters(context.document, [
    pathParameters,
    member(operation, "parameters"),
  ]);
  const hasSchemes = member(operation, "schemes") !== undefined;
  const servers = hasSchemes ? buildSwaggerServers(root, operation) : context.servers;
  return {
    parameters: parameters.flatMap((parameter) => buildSwaggerParameter(context, parameter) ?? []),
    body: buildSwaggerBody(context, parameters, mediaTypes(root, operation, "consumes")),
    responses: buildSwaggerResponses(context, operation, mediaTypes(root, operation, "produces")),
    // Those that say the same are the same.
    servers: isSame(servers, context.servers) ? context.servers : servers,
  };
}

function isSame(a: readonly Server[], b: readonly Server[]): boolean {
  return a.length === b.length && a.every(({ url }, index) => url === b[index]?.url);
}
