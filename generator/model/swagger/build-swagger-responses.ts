import type { SpecNode } from "../../load/document.ts";
import { flagOf, follow, member, members, textOf, textsOf } from "../../load/node.ts";
import { buildExtensions } from "../build-notes.ts";
import { statusOf } from "../build-responses.ts";
import { buildShape, type ShapeContext } from "../build-shape.ts";
import type { Header, Media, Response } from "../operation.ts";
import { present, whenSome, whenTrue } from "../present.ts";
import { buildInlineShape, typeExtensions } from "./build-inline-shape.ts";
import { isText } from "./build-swagger-body.ts";
import { typesOfFile, typesOfValues } from "./media-types.ts";

/**
 * The answers of an operation in the order of the spec (Swagger 2.0, Responses Object).
 *
 * @param types what the operation produces
 */
export function buildSwaggerResponses(
  context: ShapeContext,
  operation: SpecNode,
  types: readonly string[],
): readonly Response[] {
  return members(member(operation, "responses")).flatMap(([status, reference]) => {
    const node = follow(context.document, reference);
    if (node === undefined || status.startsWith("x-")) return [];
    return [
      present<Response>({
        place: node.place,
        status: statusOf(status),
        description: textOf(node, "description"),
        headers: buildHeaders(context, node),
        media: buildMedia(context, node, types),
        links: [],
        errorCodes: whenSome(textsOf(node, "x-error-codes")),
        extensions: buildExtensions(node, ["x-error-codes"]),
      }),
    ];
  });
}

/** Without a schema an answer has no body (Swagger 2.0, Response Object). */
function buildMedia(
  context: ShapeContext,
  response: SpecNode,
  produced: readonly string[],
): readonly Media[] {
  const schema = member(response, "schema");
  if (schema === undefined) return [];
  const shape = buildShape(context, schema);
  const isFile = textOf(follow(context.document, schema), "type") === "file";
  const types = isText(shape) ? produced : typesOfValues(produced);
  return (isFile ? typesOfFile(produced) : types).map((type) => {
    const example = member(member(response, "examples"), type);
    return {
      place: schema.place,
      type,
      shape,
      encodings: [],
      examples: example === undefined ? [] : [example],
    };
  });
}

/** Header Objects by name (Swagger 2.0); `Content-Type` is told by the media type. */
function buildHeaders(context: ShapeContext, response: SpecNode): readonly Header[] {
  return members(member(response, "headers")).flatMap(([name, header]) => {
    if (name.toLowerCase() === "content-type") return [];
    return [
      present<Header>({
        place: header.place,
        name,
        required: false,
        description: textOf(header, "description"),
        explode: false,
        shape: buildInlineShape(context, header),
        examples: [],
        correlationId: whenTrue(flagOf(header, "x-correlation-id")),
        extensions: buildExtensions(header, ["x-correlation-id", ...typeExtensions]),
      }),
    ];
  });
}
