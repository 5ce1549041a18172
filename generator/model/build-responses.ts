import { isList, type Json } from "../json.ts";
import type { SpecNode } from "../load/document.ts";
import { follow, items, mapOf, member, members, textOf, textsOf } from "../load/node.ts";
import { buildContent, buildHeaders } from "./build-media.ts";
import { buildExtensions, textBeside } from "./build-notes.ts";
import { buildServer } from "./build-server.ts";
import type { ShapeContext } from "./build-shape.ts";
import type { Link, Polling, Response } from "./operation.ts";
import { present, whenSome } from "./present.ts";
import { idOf } from "./references.ts";

/** The answers of an operation in the order of the spec (OpenAPI 3.1, 4.8.16). */
export function buildResponses(context: ShapeContext, operation: SpecNode): readonly Response[] {
  return members(member(operation, "responses")).flatMap(([status, reference]) => {
    const node = follow(context.document, reference);
    if (node === undefined || status.startsWith("x-")) return [];
    return [
      present<Response>({
        place: node.place,
        status: statusOf(status),
        summary: textBeside(context.document, reference, node, "summary"),
        description: textBeside(context.document, reference, node, "description"),
        headers: buildHeaders(context, node),
        media: buildContent(context, node),
        links: buildLinks(context, node),
        errorCodes: whenSome(textsOf(node, "x-error-codes")),
        extensions: buildExtensions(node, ["x-error-codes"]),
      }),
    ];
  });
}

/** A status, a range or `default`, whatever its case. */
export function statusOf(written: string): string {
  return written.toLowerCase() === "default" ? "default" : written.toUpperCase();
}

/** Link Objects (OpenAPI 3.1, 4.8.20). */
function buildLinks(context: ShapeContext, response: SpecNode): readonly Link[] {
  return members(member(response, "links")).flatMap(([name, reference]) => {
    const node = follow(context.document, reference);
    if (node === undefined) return [];
    const operationRef = textOf(node, "operationRef");
    const target =
      operationRef === undefined ? undefined : context.document.resolve(operationRef, node.place);
    const server = member(node, "server");
    return [
      present<Link>({
        place: node.place,
        name,
        description: textOf(node, "description"),
        operationId: textOf(node, "operationId"),
        operationRef: target && idOf(target),
        parameters: members(member(node, "parameters")).map(([parameter, { value }]) => ({
          name: parameter,
          value,
        })),
        body: member(node, "requestBody")?.value,
        server: server && buildServer(server),
        polling: buildPolling(member(node, "x-polling")),
        extensions: buildExtensions(node, ["x-polling"]),
      }),
    ];
  });
}

function buildPolling(node: SpecNode | undefined): Polling | undefined {
  const state = textOf(node, "state");
  if (mapOf(node) === undefined || state === undefined) return undefined;
  return { state: state.replace(/^#/, ""), done: valuesOf(node, "done"), failed: valuesOf(node, "failed") };
}

function valuesOf(node: SpecNode | undefined, key: string): readonly Json[] {
  const list = member(node, key);
  return isList(list?.value) ? items(list).map(({ value }) => value) : [];
}
