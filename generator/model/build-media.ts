import type { SpecNode } from "../load/document.ts";
import { flagOf, follow, items, member, members, textOf } from "../load/node.ts";
import { buildExtensions, textBeside } from "./build-notes.ts";
import { buildShape, type ShapeContext } from "./build-shape.ts";
import type { Encoding, Example, Header, Media, ParameterStyle } from "./operation.ts";
import { present, whenTrue } from "./present.ts";
import type { Shape } from "./shape.ts";

/** The representations under `content`, in the order of the spec (OpenAPI 3.1, 4.8.14). */
export function buildContent(context: ShapeContext, node: SpecNode | undefined): readonly Media[] {
  return members(member(node, "content")).flatMap(([type, media]) => {
    const target = follow(context.document, media);
    return target === undefined ? [] : [buildMedia(context, type, target)];
  });
}

function buildMedia(context: ShapeContext, type: string, node: SpecNode): Media {
  const schema = member(node, "schema");
  const itemSchema = member(node, "itemSchema");
  return present<Media>({
    place: node.place,
    type,
    shape: schema && buildShape(context, schema),
    itemShape: itemSchema && buildShape(context, itemSchema),
    encodings: members(member(node, "encoding")).map(([property, encoding]) =>
      buildEncoding(context, property, encoding),
    ),
    examples: buildExamples(context, node),
    extensions: buildExtensions(node),
  });
}

function buildEncoding(context: ShapeContext, property: string, node: SpecNode): Encoding {
  return present<Encoding>({
    property,
    contentType: textOf(node, "contentType"),
    headers: buildHeaders(context, node),
    style: styleOf(node),
    explode: flagOf(node, "explode"),
    allowReserved: whenTrue(flagOf(node, "allowReserved")),
  });
}

/** `example` and `examples` (OpenAPI 3.1, 4.8.19; `dataValue` and `serializedValue` of 3.2 included). */
export function buildExamples(context: ShapeContext, node: SpecNode): readonly Example[] {
  const single = member(node, "example");
  const named = members(member(node, "examples")).flatMap(([name, reference]) => {
    const example = follow(context.document, reference);
    return example === undefined ? [] : [buildExample(name, example)];
  });
  // Where a schema stands in the place of a parameter, `examples` is a plain list.
  const listed = items(member(node, "examples"));
  const unnamed = ({ place, value }: SpecNode): Example => ({ place, value });
  return [...(single ? [unnamed(single)] : []), ...named, ...listed.map(unnamed)];
}

function buildExample(name: string, node: SpecNode): Example {
  const inside = member(node, "dataValue") ?? member(node, "value");
  return present<Example>({
    place: inside?.place,
    name,
    summary: textOf(node, "summary"),
    description: textOf(node, "description"),
    value: inside?.value,
    externalValue: textOf(node, "externalValue"),
  });
}

/** Header Objects by name; `Content-Type` is told by the media type (OpenAPI 3.1, 4.8.17). */
export function buildHeaders(context: ShapeContext, node: SpecNode): readonly Header[] {
  return members(member(node, "headers")).flatMap(([name, reference]) => {
    const header = follow(context.document, reference);
    if (header === undefined || name.toLowerCase() === "content-type") return [];
    return [
      present<Header>({
        place: header.place,
        name,
        required: flagOf(header, "required") === true,
        description: textBeside(context.document, reference, header, "description"),
        deprecated: whenTrue(flagOf(header, "deprecated")),
        explode: flagOf(header, "explode") === true,
        ...buildValue(context, header),
        examples: buildExamples(context, header),
        correlationId: whenTrue(flagOf(header, "x-correlation-id")),
        extensions: buildExtensions(header, ["x-correlation-id"]),
      }),
    ];
  });
}

/** The shape of a parameter or header: under `schema`, or under the one media type of `content`. */
export function buildValue(
  context: ShapeContext,
  node: SpecNode,
): { readonly shape: Shape; readonly mediaType?: string } {
  const [media] = buildContent(context, node);
  if (media !== undefined)
    return { shape: media.shape ?? { kind: "any", place: media.place }, mediaType: media.type };
  const schema = member(node, "schema");
  return { shape: schema ? buildShape(context, schema) : { kind: "any", place: node.place } };
}

const styles: Readonly<Record<ParameterStyle, true>> = {
  simple: true,
  label: true,
  matrix: true,
  form: true,
  spaceDelimited: true,
  pipeDelimited: true,
  deepObject: true,
  cookie: true,
};

export function styleOf(node: SpecNode): ParameterStyle | undefined {
  const style = textOf(node, "style") ?? "";
  return isStyle(style) ? style : undefined;
}

function isStyle(style: string): style is ParameterStyle {
  return Object.hasOwn(styles, style);
}
