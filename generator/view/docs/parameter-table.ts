import type { Media, Operation, Parameter } from "../../model/operation.ts";
import type { OperationNames } from "../../names/names.ts";
import { mustBeGiven } from "../path-default.ts";
import { successes } from "../result-view.ts";
import { lineShape } from "../stream-of.ts";
import type { ViewContext } from "../view-context.ts";
import { mediaKind } from "../wire-text.ts";
import { codeSpan } from "./code-text.ts";
import { fieldOf } from "./example-call.ts";
import { defaultCode, fieldTable, meaningCell } from "./field-table.ts";
import { ownFields } from "./list-fields.ts";
import { markdownTable } from "./markdown-table.ts";
import { cellText } from "./markdown-text.ts";
import { type TypePlace, typeWords } from "./type-words.ts";

type Row = readonly string[];

const head = ["Parameter", "Type", "In", "Required", "Default", "Description"];

/** Everything that a call takes as its parameters: those of the spec, the body, the choices of media type. */
export function parameterTable(operation: Operation, names: OperationNames, views: ViewContext): string {
  const rows = [
    ...operation.parameters.map((parameter) => parameterRow(parameter, names, views)),
    ...bodyRows(operation, views),
    ...acceptRows(operation),
  ];
  return markdownTable(head, rows);
}

function request(views: ViewContext): TypePlace {
  return { views, direction: "request", folder: "docs/", isCell: true, isBinary: false };
}

function parameterRow(parameter: Parameter, names: OperationNames, views: ViewContext): Row {
  const { name, in: place, shape, description, deprecated } = parameter;
  const field = fieldOf(parameter, names);
  const words = meaningCell(shape, description, views);
  const isFlagged = deprecated === true && shape.notes?.deprecated !== true;
  return [
    codeSpan(field, true),
    typeWords(shape, request(views)),
    field === name ? place : `${place}, as ${codeSpan(name, true)}`,
    mustBeGiven(parameter) ? "yes" : "no",
    defaultCode(shape, true),
    isFlagged ? `**Deprecated.** ${words}` : words,
  ];
}

function bodyRows({ body }: Operation, views: ViewContext): readonly Row[] {
  if (body === undefined || body.media.length === 0) return [];
  const types = [...new Set(body.media.map((media) => bodyType(media, request(views))))];
  const required = body.required ? "yes" : "no";
  const row = [codeSpan("body"), types.join(" \\| "), "body", required, "", cellText(body.description)];
  const [first] = body.media;
  if (first === undefined || (body.media.length === 1 && !first.type.includes("*"))) return [row];
  const words = `Media type of the body: ${mediaTypes(body.media)}.`;
  return [
    row,
    [codeSpan("contentType"), codeSpan("string"), "header", "no", codeSpan(first.type, true), words],
  ];
}

/** The type of a body of one media type. */
export function bodyType(media: Media, place: TypePlace): string {
  const { type, shape } = media;
  const kind = mediaKind(type);
  if (kind === "lines") {
    const item = lineShape(media, place.views.models);
    return `${codeSpan("JsonLines")} of ${item === undefined ? codeSpan("unknown") : typeWords(item, place)}`;
  }
  if (kind === "binary") return codeSpan("BinaryBody");
  if (kind === "text" && shape?.kind !== "choice") return codeSpan("string");
  if (shape === undefined) return codeSpan(kind === "json" ? "unknown" : "object");
  return typeWords(shape, { ...place, isBinary: kind === "form" || kind === "multipart" });
}

function acceptRows(operation: Operation): readonly Row[] {
  const media = successes(operation).flatMap((response) => response.media);
  if (new Set(media.map(({ type }) => type)).size < 2) return [];
  const words = `Media type to ask for: ${mediaTypes(media)}. All of them if absent.`;
  return [[codeSpan("accept"), codeSpan("string"), "header", "no", "", words]];
}

/** Media types as code, each once. */
export function mediaTypes(media: readonly Media[]): string {
  return [...new Set(media.map(({ type }) => codeSpan(type, true)))].join(", ");
}

/** The fields of parameters and bodies that have no page of their own, by the way that leads there. */
export function innerTable(operation: Operation, names: OperationNames, views: ViewContext): string {
  const parameters = operation.parameters.flatMap((parameter) =>
    ownFields(fieldOf(parameter, names), parameter.shape, views),
  );
  const bodies = (operation.body?.media ?? []).map(({ type, shape }) => ({
    isBinary: ["form", "multipart"].includes(mediaKind(type)),
    fields: shape === undefined ? [] : ownFields("body", shape, views),
  }));
  // Media types of one body differ in how they travel, hardly ever in what they hold.
  const { isBinary = false, fields = [] } = bodies.find((body) => body.fields.length > 0) ?? {};
  return fieldTable([...parameters, ...fields], { ...request(views), isBinary });
}
