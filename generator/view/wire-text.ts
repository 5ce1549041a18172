import type { Encoding, Media, Parameter, ParameterStyle } from "../model/operation.ts";
import type { Imports } from "./imports.ts";
import { memberKey, stringLiteral } from "./text.ts";

/** The kinds of media type that the runtime treats alike. */
export type MediaKind = "json" | "lines" | "text" | "form" | "multipart" | "binary";

/** How the runtime reads and writes a media type (RFC 6838, RFC 6839 for the suffixes). */
export function mediaKind(type: string): MediaKind {
  const essence = (type.split(";")[0] ?? "").trim().toLowerCase();
  if (jsonLines.test(essence)) return "lines";
  if (/[/+]json$/.test(essence)) return "json";
  if (essence === "application/x-www-form-urlencoded") return "form";
  if (essence === "multipart/form-data") return "multipart";
  return /^text\/|[/+]xml$/.test(essence) ? "text" : "binary";
}

/** Values of JSON one after the other. They have no registered name but that of sequences (RFC 7464, RFC 8091). */
const jsonLines = /[/+]json-seq$|^application\/(?:(?:x-)?(?:ndjson|jsonl(?:ines)?)|stream\+json)$/;

/** Whether the writers of a body give it this media type by themselves. */
export function isUsualType(type: string): boolean {
  return usualTypes.includes(type);
}

const usualTypes: readonly string[] = [
  "application/json",
  "application/octet-stream",
  "application/x-www-form-urlencoded",
  "multipart/form-data",
  "text/plain",
];

/** How an answer is read: as what it is, or event by event. */
export type AnswerKind = MediaKind | "events";

/** How a body that arrives is read: one of any type at all is whatever its schema describes. */
export function answerKind({ type, shape }: Pick<Media, "type" | "shape">): AnswerKind {
  if (/^text\/event-stream\s*(?:;|$)/i.test(type)) return "events";
  if (!/^(?:\*|application)\/\*/.test(type)) return mediaKind(type);
  const text = shape?.kind === "choice" ? shape.within : shape;
  if (text?.kind !== "string") return "json";
  return text.format === "binary" || text.mediaType !== undefined ? "binary" : "text";
}

/**
 * The expression that writes a parameter; undefined for a scalar that travels in the usual style of its place (OpenAPI
 * 3.1, 4.8.12.2.1), which the runtime knows by itself.
 */
export function parameterWriter(
  parameter: Parameter,
  isScalar: boolean,
  imports: Imports,
): string | undefined {
  const writer = writerOf(parameter);
  const usual = usualWriters[parameter.in];
  const use = (name: string): string => imports.value(name, moduleOf(name));
  if (parameter.allowReserved !== true || parameter.mediaType !== undefined) {
    return writer === undefined && isScalar ? undefined : use(writer ?? usual);
  }
  const loose = parameter.in === "path" ? "reservedInPath" : "reserved";
  return `/* @__PURE__ */ ${use(loose)}(${use(writer ?? usual)})`;
}

const usualWriters: Readonly<Record<Parameter["in"], string>> = {
  path: "pathSimple",
  query: "queryForm",
  header: "headerSimple",
  cookie: "cookieForm",
  querystring: "queryForm",
};

/** The usual styles live with the parameters, the rest on its own. */
function moduleOf(writer: string): string {
  return Object.values(usualWriters).includes(writer) ? "runtime/parameters" : "runtime/styles";
}

function writerOf({ in: place, style, explode, mediaType }: Parameter): string | undefined {
  if (mediaType !== undefined) return documentWriter(place, mediaKind(mediaType));
  switch (place) {
    case "path":
      return pathWriter(style, explode);
    case "query":
      return queryWriter(style, explode);
    case "header":
      return explode ? "headerSimpleExploded" : undefined;
    case "cookie":
      if (style === "cookie") return explode ? "cookiePlain" : "cookiePlainJoined";
      return explode ? undefined : "cookieFormJoined";
    case "querystring":
      return undefined;
  }
}

function pathWriter(style: ParameterStyle, explode: boolean): string | undefined {
  if (style === "label") return explode ? "pathLabelExploded" : "pathLabel";
  if (style === "matrix") return explode ? "pathMatrixExploded" : "pathMatrix";
  return explode ? "pathSimpleExploded" : undefined;
}

function queryWriter(style: ParameterStyle, explode: boolean): string | undefined {
  if (style === "deepObject") return "queryDeepObject";
  if (explode) return undefined;
  if (style === "spaceDelimited") return "querySpace";
  return style === "pipeDelimited" ? "queryPipe" : "queryFormJoined";
}

function documentWriter(place: Parameter["in"], kind: MediaKind): string | undefined {
  if (place === "querystring") {
    if (kind === "json") return "querystringJson";
    return kind === "form" ? undefined : "querystringText";
  }
  return kind === "json" ? `${place}Json` : undefined;
}

/** The expression that writes a body of one media type. */
export function bodyWriter(media: Media, isExact: boolean, imports: Imports): string {
  const use = (name: string, module: string): string => imports.value(name, `runtime/${module}`);
  switch (mediaKind(media.type)) {
    case "json":
      return isExact ? use("exactJsonBody", "int64") : use("jsonBody", "json");
    case "lines":
      return use("linesBody", "json-lines");
    case "text":
      return use("textBody", "raw");
    case "form":
      return `/* @__PURE__ */ ${use("formBody", "urlencoded")}(${formEncodings(media, imports)})`;
    case "multipart":
      return `/* @__PURE__ */ ${use("multipartBody", "multipart")}(${partEncodings(media)})`;
    case "binary":
      return use("binaryBody", "raw");
  }
}

/** The query style of each field of a form that has its own (OpenAPI 3.1, 4.8.15.1.2). */
function formEncodings({ encodings }: Media, imports: Imports): string {
  const fields = encodings.flatMap((encoding) => {
    const writer = fieldWriter(encoding, imports);
    return writer === undefined ? [] : [`${memberKey(encoding.property)}: ${writer}`];
  });
  return fields.length === 0 ? "" : `{ ${fields.join(", ")} }`;
}

function fieldWriter({ contentType, style, explode, allowReserved }: Encoding, imports: Imports) {
  const use = (name: string): string => imports.value(name, moduleOf(name));
  const isStyled = style !== undefined || explode !== undefined || allowReserved !== undefined;
  if (!isStyled)
    return contentType !== undefined && mediaKind(contentType) === "json" ? use("queryJson") : undefined;
  const writer = queryWriter(style ?? "form", explode ?? (style ?? "form") === "form") ?? "queryForm";
  return allowReserved === true ? `/* @__PURE__ */ ${use("reserved")}(${use(writer)})` : use(writer);
}

function partEncodings({ encodings }: Media): string {
  const parts = encodings.flatMap((encoding) => {
    const { property, contentType } = encoding;
    const join = contentType === undefined ? joinOf(encoding) : undefined;
    const fields = [
      ...(contentType === undefined ? [] : [`contentType: ${stringLiteral(contentType)}`]),
      ...(join === undefined ? [] : [`join: ${stringLiteral(join)}`]),
    ];
    return fields.length === 0 ? [] : [`${memberKey(property)}: { ${fields.join(", ")} }`];
  });
  return parts.length === 0 ? "" : `{ ${parts.join(", ")} }`;
}

/** What joins the items of a list that is one part of a form (OpenAPI 3.1, 4.8.15.1.3). */
function joinOf({ style, explode }: Encoding): string | undefined {
  if (explode === true || (style === undefined && explode === undefined)) return undefined;
  if (style === "spaceDelimited") return " ";
  if (style === "pipeDelimited") return "|";
  return explode === false ? "," : undefined;
}
