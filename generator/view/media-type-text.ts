import type { Media } from "../model/operation.ts";
import { isUnknown } from "./is-unknown.ts";
import { tight, type TypeContext, type TypeText, unionOf } from "./type-context.ts";
import { typeText } from "./type-text.ts";
import { mediaKind } from "./wire-text.ts";

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
export function responseBodyType({ type, shape }: Media, context: TypeContext): TypeText {
  switch (mediaKind(type)) {
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
  const isAnything = media.some(
    ({ type, shape }) => mediaKind(type) === "json" && (shape === undefined || isUnknown(shape, context)),
  );
  return isAnything ? tight("unknown") : unionOf(media.map((one) => responseBodyType(one, context)));
}

/** Text stays text; a shape tells which texts there are. */
function textType(shape: Media["shape"], context: TypeContext): TypeText {
  return shape?.kind === "choice" ? typeText(shape, context) : tight("string");
}
