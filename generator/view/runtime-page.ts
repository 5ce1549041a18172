import { followUpOf } from "./follow-up-view.ts";
import { headerLine } from "./header.ts";
import type { IndexView } from "./index-page.ts";
import type { ExportView, Page } from "./page.ts";
import { successes } from "./result-view.ts";
import { isAnyEvent, streamOf } from "./stream-of.ts";
import { stringLiteral } from "./text.ts";
import type { ViewContext } from "./view-context.ts";
import { mediaKind } from "./wire-text.ts";

/**
 * What the package offers of its runtime beside the root, where a name of ours would take one from the spec: tools that
 * go around a client, and the types of bytes that a caller gives.
 */
export function runtimePages(views: ViewContext): readonly Page<IndexView>[] {
  const view = { header: headerLine(views), exports: runtimeExports(views) };
  return [{ path: "src/runtime.ts", template: "client/index.ts.hbs", view }];
}

/** What every client can have around it. */
const tools: readonly (readonly [names: string, module: string, isType: boolean])[] = [
  ["toCurl", "curl", false],
  ["withLogging", "logging", false],
  ["LogLevel, Logger", "logging", true],
  ["withMiddleware", "middleware", false],
  ["Middleware", "middleware", true],
  ["CallContext, Fetch, FetchOptions", "options", true],
  ["request", "raw-request", false],
  ["RequestOptions", "raw-request", true],
];

function runtimeExports(views: ViewContext): readonly ExportView[] {
  const { api } = views;
  const follows = new Set(api.operations.map((operation) => followUpOf(operation, views)?.kind));
  const media = api.operations.flatMap(({ body }) => body?.media ?? []);
  const kinds = new Set(media.map(({ type }) => mediaKind(type)));
  const answers = api.operations.flatMap((operation) => successes(operation).flatMap((one) => one.media));
  const streams = answers.flatMap((one) => streamOf(one, views.models) ?? []);
  const one = (names: string, module: string, isType: boolean): ExportView => ({
    names,
    from: stringLiteral(`./runtime/${module}.js`),
    isType,
  });
  return [
    ...tools.map(([names, module, isType]) => one(names, module, isType)),
    ...(follows.has("pages") ? [one("PagePromise", "paging", true)] : []),
    ...(follows.has("end")
      ? [one("PollError", "polling", false), one("PollOptions, PollPromise", "polling", true)]
      : []),
    ...(kinds.has("multipart") ? [one("BinaryPart", "multipart", true)] : []),
    ...(kinds.has("binary") || kinds.has("lines") ? [one("BinaryBody", "raw", true)] : []),
    ...(kinds.has("lines") ? [one("JsonLines", "json-lines", true)] : []),
    ...(streams.length > 0 ? [one("Stream", "streaming", true)] : []),
    ...(streams.some(isAnyEvent) ? [one("ServerSentEvent", "stream-parsers", true)] : []),
  ];
}
