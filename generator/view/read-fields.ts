import type { Media, Operation } from "../model/operation.ts";
import type { Imports } from "./imports.ts";
import { successes } from "./result-view.ts";
import { streamOf } from "./stream-of.ts";
import { streamReader } from "./stream-reader.ts";
import { memberKey, stringLiteral } from "./text.ts";
import type { ViewContext } from "./view-context.ts";
import { answerKind } from "./wire-text.ts";

/** One field of the object that tells the runtime how an operation travels. */
export interface FieldView {
  readonly key: string;
  readonly value: string;
}

/** What a body may be read as that is no stream. */
type Reading = "json" | "text" | "bytes";

/** How successes are read: as JSON if nothing is said. */
export function readFields(operation: Operation, views: ViewContext, imports: Imports): readonly FieldView[] {
  const media = successes(operation).flatMap((response) => response.media);
  const use = (name: string, module = "media"): string => imports.value(name, `runtime/${module}`);
  const streams = media.flatMap((one) => streamOf(one, views.models) ?? []);
  const kinds = [...new Set(media.flatMap(readings))];
  if (streams.length > 0) {
    const isLines = streams.every(({ form }) => form === "lines");
    const take = use(isLines && kinds.length === 0 ? "takeAnyStream" : "takeStream", "streaming");
    const stream = streamReader(streams, imports);
    return [{ key: "take", value: take }, ...wayFields(media, kinds, imports, stream)];
  }
  if (kinds.length === 0) return [{ key: "read", value: use("readNothing") }];
  if (kinds.every((kind) => kind === "json")) return [];
  const take = kinds.every((kind) => kind === "text") ? [] : [{ key: "take", value: use("takeBytes") }];
  return [...take, ...wayFields(media, kinds, imports)];
}

/** Which of several ways to read is taken: by the kind of what an answer says it is, else by its very type. */
function wayFields(
  media: readonly Media[],
  kinds: readonly Reading[],
  imports: Imports,
  stream?: string,
): readonly FieldView[] {
  const hasRange = media.some(isRange);
  if (hasRange && kinds.some((kind) => kind !== "bytes")) {
    const others = stream === undefined ? "" : `, ${stream}`;
    const reader = imports.value("readByType", "runtime/media-ranges");
    return [{ key: "read", value: `/* @__PURE__ */ ${reader}(${typesText(media)}${others})` }];
  }
  // Whatever its type, bytes are a `Blob`.
  const words = hasRange ? ["any"] : kinds;
  return [
    ...(words.length === 0 ? [] : [{ key: "as", value: literals(words) }]),
    { key: "read", value: stream ?? imports.value("readAs", "runtime/media") },
  ];
}

function isRange({ type }: Media): boolean {
  return type.includes("*");
}

/** By media type, which is written in many ways (RFC 9110, 8.3.1): what it is read as in any of the answers. */
function typesText(media: readonly Media[]): string {
  const known = new Map<string, ReadonlySet<Reading>>();
  for (const one of media) {
    const type = (one.type.split(";")[0] ?? "").trim().toLowerCase();
    const all = [...(known.get(type) ?? []), ...readings(one)];
    if (all.length > 0) known.set(type, new Set(all));
  }
  return `{ ${[...known].map(([type, all]) => `${memberKey(type)}: ${literals([...all])}`).join(", ")} }`;
}

function literals(words: readonly string[]): string {
  return `[${words.map(stringLiteral).join(", ")}]`;
}

/** Under a media type that may be any, a text may be JSON. */
function readings(media: Media): readonly Reading[] {
  const kind = answerKind(media);
  if (kind === "lines" || kind === "events") return [];
  if (kind === "json") return [kind];
  if (kind !== "text") return ["bytes"];
  return media.type.startsWith("text") || !isRange(media) ? [kind] : [kind, "json"];
}
