import type { Media, Operation } from "../../model/operation.ts";
import { successes } from "../result-view.ts";
import { streamOf } from "../stream-of.ts";
import type { ViewContext } from "../view-context.ts";
import { answerKind } from "../wire-text.ts";
import { listFields } from "./list-fields.ts";

/** How a result streams: always; where a look at it tells; or not so that a sample could show it. */
export function streamUse(operation: Operation, views: ViewContext): "always" | "sometimes" | "never" {
  const media = successes(operation).map((response) => response.media);
  const others = media.flat().filter((one) => streamOf(one, views.models) === undefined);
  if (media.flat().length === others.length || media.some(({ length }) => length === 0)) return "never";
  if (others.length === 0) return "always";
  return others.every((one) => isObject(one, views)) ? "sometimes" : "never";
}

/** Whether what a body becomes is an object for sure, so that `in` may look into it. */
function isObject(media: Media, views: ViewContext): boolean {
  const kind = answerKind(media);
  if (kind !== "json") return kind !== "text";
  const { shape } = media;
  if (shape?.kind !== "object" && shape?.kind !== "reference") return false;
  return listFields(shape, views).fields.length > 0;
}
