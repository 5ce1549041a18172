import type { Media } from "../model/operation.ts";
import { isUnknown } from "./is-unknown.ts";
import { tight, type TypeContext, type TypeText, unionOf } from "./type-context.ts";
import { typeText } from "./type-text.ts";
import { answerKind, type MediaKind, mediaKind } from "./wire-text.ts";

/** The type of what a caller gives for a body of one media type. */
export function requestBodyType({ type, shape }: Media, context: TypeContext): TypeText {
  switch (mediaKind(type)) {
    case "json":
      return shape === undefined ? tight("unknown") : typeText(shape, context);
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

/** The type of what a call resolves with for a body of one media type. */
export function responseBodyType(media: Media, context: TypeContext): TypeText {
  const { shape } = media;
  switch (answerKind(media)) {
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

/** The types of several media types of one body. */
export function responseBodyTypes(media: readonly Media[], context: TypeContext): TypeText {
  return bodyTypes(media, context, responseBodyType, answerKind);
}

/** The type of what arrives with a request: forms as what they hold, for there whoever receives it reads it. */
export function receivedBodyTypes(media: readonly Media[], context: TypeContext): TypeText {
  const typeOf = (one: Media): TypeText => {
    const isForm = ["form", "multipart"].includes(mediaKind(one.type));
    return isForm ? requestBodyType(one, context) : responseBodyType(one, context);
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
  kindOf: (media: Media) => MediaKind,
): TypeText {
  const isAnything = media.some((one) => {
    const kind = kindOf(one);
    const { shape } = one;
    if (shape === undefined) return kind === "json";
    return kind !== "binary" && kind !== "text" && isUnknown(shape, context);
  });
  return isAnything ? tight("unknown") : unionOf(media.map((one) => typeOf(one, context)));
}

/** Text stays text; a shape tells which texts there are. */
function textType(shape: Media["shape"], context: TypeContext): TypeText {
  return shape?.kind === "choice" ? typeText(shape, context) : tight("string");
}
