import type { Media } from "../../model/operation.ts";
import type { Shape } from "../../model/shape.ts";
import { isAnyEvent, streamOf } from "../stream-of.ts";
import type { ViewContext } from "../view-context.ts";
import { answerKind } from "../wire-text.ts";
import { codeSpan } from "./code-text.ts";
import { bodyType } from "./parameter-table.ts";
import { type TypePlace, typeWords } from "./type-words.ts";

/** The type of what a call resolves with for a body of one media type. */
export function answerType(media: Media, place: TypePlace): string {
  const stream = streamOf(media, place.views.models);
  if (stream === undefined) {
    return ["json", "text"].includes(answerKind(media)) ? bodyType(media, place) : codeSpan("Blob");
  }
  const any = codeSpan(isAnyEvent(stream) ? "ServerSentEvent" : "unknown");
  return `${codeSpan("Stream")} of ${stream.item === undefined ? any : typeWords(stream.item, place)}`;
}

/** What stands in the place of an answer in a table of its fields: the whole of it, or one of its items. */
export function answerShape(media: Media, { models }: ViewContext): readonly [root: string, shape: Shape][] {
  const stream = streamOf(media, models);
  const shape = stream === undefined ? media.shape : stream.item;
  return shape === undefined ? [] : [[stream === undefined ? "result" : "item", shape]];
}
