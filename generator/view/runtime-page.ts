import { headerLine } from "./header.ts";
import type { IndexView } from "./index-page.ts";
import type { ExportView, Page } from "./page.ts";
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

function runtimeExports({ api }: ViewContext): readonly ExportView[] {
  const media = api.operations.flatMap(({ body }) => body?.media ?? []);
  const kinds = new Set(media.map(({ type }) => mediaKind(type)));
  const one = (names: string, module: string, isType: boolean): ExportView => ({
    names,
    from: stringLiteral(`./runtime/${module}.js`),
    isType,
  });
  return [
    ...tools.map(([names, module, isType]) => one(names, module, isType)),
    ...(kinds.has("multipart") ? [one("BinaryPart", "multipart", true)] : []),
    ...(kinds.has("binary") ? [one("BinaryBody", "raw", true)] : []),
  ];
}
