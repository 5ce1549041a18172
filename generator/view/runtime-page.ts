import { headerLine } from "./header.ts";
import type { ExportView, IndexView } from "./index-page.ts";
import type { Page } from "./page.ts";
import { stringLiteral } from "./text.ts";
import type { ViewContext } from "./view-context.ts";
import { mediaKind } from "./wire-text.ts";

/**
 * What the package offers of its runtime beside the root, where a name of ours would take one from the spec: the types
 * of bytes that a caller gives. Nothing where no operation takes any.
 */
export function runtimePages(views: ViewContext): readonly Page<IndexView>[] {
  const exports = runtimeExports(views);
  if (exports.length === 0) return [];
  return [
    { path: "src/runtime.ts", template: "client/index.ts.hbs", view: { header: headerLine(views), exports } },
  ];
}

/** Whether there is such a page. */
export function hasRuntimePage(views: ViewContext): boolean {
  return views.config.outputs.includes("client") && runtimeExports(views).length > 0;
}

function runtimeExports({ api }: ViewContext): readonly ExportView[] {
  const media = api.operations.flatMap(({ body }) => body?.media ?? []);
  const kinds = new Set(media.map(({ type }) => mediaKind(type)));
  const one = (names: string, module: string): ExportView => ({
    names,
    from: stringLiteral(`./runtime/${module}.js`),
    isType: true,
  });
  return [
    ...(kinds.has("multipart") ? [one("BinaryPart", "multipart")] : []),
    ...(kinds.has("binary") ? [one("BinaryBody", "raw")] : []),
  ];
}
