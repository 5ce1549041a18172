import type { Media } from "../model/operation.ts";
import { isUnknown } from "./is-unknown.ts";
import { isAnyEvent, lineShape, streamOf } from "./stream-of.ts";
import { tight, type TypeContext, type TypeText, unionOf } from "./type-context.ts";
import { typeText } from "./type-text.ts";
import { type AnswerKind, answerKind, mediaKind } from "./wire-text.ts";

/** The type of what a caller gives for a body of one media type. */
export function requestBodyType(media: Media, context: TypeContext): TypeText {
  const { type, shape } = media;
  switch (mediaKind(type)) {
    case "json":
      return shape === undefined ? tight("unknown") : typeText(shape, context);
    case "lines":
      return linesType(media, context);
    case "form":
    case "multipart":
      return shape === undefined
        ? tight("{ [name: string]: unknown }")
        : typeText(shape, { ...context, isBinary: true });
    case "text":
      return textType(shape, context);
    case "binary":
      return tight(context.runtimeType("BinaryBody", "raw"));
  }
}

/** What is sent line by line: values, or the whole as it is. */
function linesType(media: Media, context: TypeContext): TypeText {
  const item = lineShape(media, context.views.models);
  const { text } = item === undefined ? tight("unknown") : typeText(item, context);
  return tight(`${context.runtimeType("JsonLines", "json-lines")}<${text}>`);
}

/** The type of what a call resolves with for a body of one media type. */
export function responseBodyType(media: Media, context: TypeContext): TypeText {
  const { shape } = media;
  switch (answerKind(media)) {
    case "lines":
    case "events":
      return streamType(media, context);
    case "json":
      return shape === undefined ? tight("unknown") : typeText(shape, context);
    case "text":
      return textType(shape, context);
    case "form":
    case "multipart":
    case "binary":
      return tight("Blob");
  }
}

function streamType(media: Media, context: TypeContext): TypeText {
  const stream = streamOf(media, context.views.models);
  const item = stream?.item === undefined ? "unknown" : typeText(stream.item, context).text;
  const isAny = stream !== undefined && isAnyEvent(stream);
  const text = isAny ? context.runtimeType("ServerSentEvent", "stream-parsers") : item;
  return tight(`${context.runtimeType("Stream", "streaming")}<${text}>`);
}

/** The types of several media types of one body. */
export function responseBodyTypes(media: readonly Media[], context: TypeContext): TypeText {
  return bodyTypes(media, context, responseBodyType, answerKind);
}

/** The type of what arrives with a request: forms as what they hold, for there whoever receives it reads it. */
export function receivedBodyTypes(media: readonly Media[], context: TypeContext): TypeText {
  const typeOf = (one: Media): TypeText => {
    const kind = mediaKind(one.type);
    if (kind === "form" || kind === "multipart") return requestBodyType(one, context);
    // Whoever receives a request has all of it.
    if (kind === "lines") return tight("Blob");
    return answerKind(one) === "events" ? textType(one.shape, context) : responseBodyType(one, context);
  };
  return bodyTypes(media, context, typeOf, answerKind);
}

/** The types of several media types of one body that is sent. */
export function sentBodyTypes(media: readonly Media[], context: TypeContext): TypeText {
  return bodyTypes(media, context, requestBodyType, ({ type }) => mediaKind(type));
}

function bodyTypes(
  media: readonly Media[],
  context: TypeContext,
  typeOf: (media: Media, context: TypeContext) => TypeText,
  kindOf: (media: Media) => AnswerKind,
): TypeText {
  const isAnything = media.some((one) => {
    const kind = kindOf(one);
    const { shape } = one;
    if (shape === undefined) return kind === "json";
    return !["binary", "text", "lines", "events"].includes(kind) && isUnknown(shape, context);
  });
  return isAnything ? tight("unknown") : unionOf(media.map((one) => typeOf(one, context)));
}

/** Text stays text; a shape tells which texts there are. */
function textType(shape: Media["shape"], context: TypeContext): TypeText {
  return shape?.kind === "choice" ? typeText(shape, context) : tight("string");
}
