import type { SpecNode } from "../../load/document.ts";
import { flagOf, member, textOf } from "../../load/node.ts";
import { buildExtensions } from "../build-notes.ts";
import { buildShape, type ShapeContext } from "../build-shape.ts";
import type { Body, Encoding, Media } from "../operation.ts";
import { present } from "../present.ts";
import type { ObjectShape, Shape } from "../shape.ts";
import { buildInlineShape, listStyle } from "./build-inline-shape.ts";
import { typesOfForm, typesOfValues } from "./media-types.ts";

/**
 * The body that parameters make (Swagger 2.0, Parameter Object): the one `in: body` or, if there is none, a form of
 * those `in: formData`.
 *
 * @param types what the operation consumes
 */
export function buildSwaggerBody(
  context: ShapeContext,
  parameters: readonly SpecNode[],
  types: readonly string[],
): Body | undefined {
  const body = parameters.find((parameter) => textOf(parameter, "in") === "body");
  if (body !== undefined) return buildPayload(context, body, types);
  const fields = parameters.filter((parameter) => textOf(parameter, "in") === "formData");
  const [first] = fields;
  return first === undefined ? undefined : buildForm(context, [first, ...fields.slice(1)], types);
}

function buildPayload(context: ShapeContext, node: SpecNode, types: readonly string[]): Body {
  const schema = member(node, "schema");
  const shape = schema && buildShape(context, schema);
  const place = (schema ?? node).place;
  return present<Body>({
    place: node.place,
    required: flagOf(node, "required") === true,
    description: textOf(node, "description"),
    media: (isText(shape) ? types : typesOfValues(types)).map((type) =>
      present<Media>({
        place,
        type,
        shape,
        encodings: [],
        examples: [],
      }),
    ),
    extensions: buildExtensions(node),
  });
}

/** Whether values of a shape are written as they are, so that any media type may hold them. */
export function isText(shape: Shape | undefined): boolean {
  return shape?.kind === "string";
}

type Fields = readonly [SpecNode, ...SpecNode[]];

function buildForm(context: ShapeContext, fields: Fields, types: readonly string[]): Body {
  const [{ place }] = fields;
  const hasFiles = fields.some((field) => textOf(field, "type") === "file");
  const isRequired = (field: SpecNode): boolean => flagOf(field, "required") === true;
  const shape: ObjectShape = {
    kind: "object",
    place,
    properties: fields.map((field) => ({
      name: textOf(field, "name") ?? "",
      required: isRequired(field),
      shape: buildInlineShape(context, field, true),
    })),
  };
  const encodings = fields.flatMap(buildEncoding);
  return {
    place,
    required: fields.some(isRequired),
    media: typesOfForm(types, hasFiles).map((type) => ({ place, type, shape, encodings, examples: [] })),
  };
}

/** How a list in a form travels; one that repeats its name does so by itself. */
function buildEncoding(field: SpecNode): readonly Encoding[] {
  const list = listStyle(field);
  if (list === undefined || list.explode) return [];
  return [{ property: textOf(field, "name") ?? "", headers: [], ...list }];
}
