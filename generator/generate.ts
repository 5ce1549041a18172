import { bundleFile } from "./bundle/bundle-file.ts";
import type { Config, OutputName } from "./config/config.ts";
import { type Diagnostic, diagnostic, hasErrors, type Outcome } from "./diagnostic.ts";
import { type FormatCache, formatFiles } from "./format/format-files.ts";
import type { SpecDocument } from "./load/document.ts";
import { loadSources, type SpecSources } from "./load/load-sources.ts";
import type { Api } from "./model/api.ts";
import { buildModel } from "./model/build-model.ts";
import { checkFollowUps } from "./model/check-follow-ups.ts";
import { selectOperations } from "./model/select-operations.ts";
import { buildNames } from "./names/build-names.ts";
import { listOperations, type OperationSummary } from "./names/list-operations.ts";
import { type Names, operationKey } from "./names/names.ts";
import { copyRuntime } from "./render/copy-runtime.ts";
import { renderPages } from "./render/render-pages.ts";
import type { TextFile } from "./render/text-file.ts";
import { schemaFile } from "./schema/schema-file.ts";
import { validateSpec } from "./validate/validate-spec.ts";
import { checkComposition } from "./values/check-composition.ts";
import { checkContradictions } from "./values/check-contradictions.ts";
import { checkDiscriminators } from "./values/check-discriminators.ts";
import { checkExamples } from "./values/check-examples.ts";
import { buildPages } from "./view/build-pages.ts";
import type { Page } from "./view/page.ts";
import { headerLine } from "./view/header.ts";
import { openViews, type ViewContext } from "./view/view-context.ts";

/** What the pipeline reads: text, and no disk. */
export interface Sources extends Pick<SpecSources, "entry" | "read" | "overlays" | "fetchText"> {
  /** By their path in the folder of templates. */
  readonly templates: ReadonlyMap<string, string>;
  readonly config: Config;
  readonly formatCache: FormatCache;
  /** Told what comes next, for a person who waits. */
  readonly onStage?: (stage: string) => void;
}

/** What each stage made, as far as it came: with errors there are no files. */
export interface Generated {
  readonly document?: SpecDocument;
  readonly api?: Api;
  readonly names?: Names;
  readonly pages?: readonly Page[];
  readonly files: readonly TextFile[];
  readonly operations: readonly OperationSummary[];
}

const nothing: Generated = { files: [], operations: [] };

/** The whole pipeline, top to bottom. Text in, text out; no disk, no clock, no network. */
export async function generate({
  templates,
  config,
  formatCache,
  onStage = () => undefined,
  ...spec
}: Sources): Promise<Outcome<Generated>> {
  onStage("reading the spec");
  const { extensions, refs } = config;
  const { value: document, diagnostics: unread } = await loadSources({
    ...spec,
    extensions,
    hosts: refs.hosts,
  });
  if (document === undefined) return { value: nothing, diagnostics: unread };
  const faults = [...unread, ...validateSpec(document)];
  if (hasErrors(faults)) return { value: { ...nothing, document }, diagnostics: faults };

  const { api, unmatched, isPart } = selectOperations(buildModel(document), config);
  const unready = [...checkSelection(document, api, unmatched), ...checkComposition(api)];
  if (hasErrors(unready)) return { value: { ...nothing, document }, diagnostics: [...faults, ...unready] };
  const { value: names, diagnostics: clashes } = buildNames(api);
  const views = openViews(api, names, config, spec.entry);
  onStage("making one spec of all files");
  const { value: whole, diagnostics: left } = await wholeSpec(document, views, isPart, formatCache);
  onStage("drawing the files");
  const pages = buildPages(withoutMissing(views, whole));
  const drawn = renderPages(pages, templates);
  onStage("formatting");
  const formatted = config.formatter === "none" ? drawn : await formatFiles(drawn, formatCache);
  const files = [...formatted, ...copyRuntime(drawn, templates), ...whole];
  const diagnostics = [
    ...faults,
    ...unready,
    ...checkExamples(api),
    ...checkContradictions(api),
    ...checkDiscriminators(api),
    ...checkFollowUps(api),
    ...clashes,
    ...left,
  ];
  const operations = listOperations(api, names);
  return { value: { document, api, names, pages, files, operations }, diagnostics };
}

/** A selection of nothing would take the client away. */
function checkSelection(
  { root }: SpecDocument,
  api: Api,
  unmatched: readonly string[],
): readonly Diagnostic[] {
  const complaints = unmatched.map((selector) =>
    diagnostic("selector-matches-nothing", root.place, { selector }),
  );
  if (complaints.length === 0 || api.operations.length > 0) return complaints;
  return [...complaints, diagnostic("nothing-selected", root.place, {})];
}

/** The views as they are where wire types were wanted and could not be made: no page speaks of these then. */
function withoutMissing(views: ViewContext, files: readonly TextFile[]): ViewContext {
  if (files.some(({ path }) => path === "src/schema.ts")) return views;
  const outputs = views.config.outputs.filter((output) => output !== "schema");
  return { ...views, config: { ...views.config, outputs } };
}

/** The spec in one file, and the wire types that are made from it. */
async function wholeSpec(
  document: SpecDocument,
  views: ViewContext,
  isPart: boolean,
  cache: FormatCache,
): Promise<Outcome<readonly TextFile[]>> {
  const { api, names, config } = views;
  const wants = (output: OutputName): boolean => config.outputs.includes(output);
  if (!wants("client") && !wants("schema")) return { value: [], diagnostics: [] };
  const heading = headerLine(views);
  const wanted = isPart ? new Set([...api.operations, ...api.webhooks].map(operationKey)) : undefined;
  const bundle = bundleFile(document, names, wanted, heading);
  if (!wants("schema")) return { value: [bundle.file], diagnostics: [] };
  const { value: schema, diagnostics } = await schemaFile(bundle, document, heading, cache);
  return { value: [bundle.file, ...schema], diagnostics };
}
