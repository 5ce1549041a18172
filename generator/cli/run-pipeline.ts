import { shownPath } from "../disk.ts";
import type { ReadText } from "../load/document.ts";
import type { FetchText } from "../load/load-sources.ts";
import type { FormatCache } from "../format/format-files.ts";
import type { Generated } from "./engine.ts";
import { fetchText } from "./fetch-text.ts";
import { orderComplaints } from "./order-complaints.ts";
import type { Project } from "./project.ts";
import { openProgress } from "./progress.ts";
import { quoteFrom } from "./quote-from.ts";
import type { Complaint, Locate, Report } from "./report.ts";
import type { Shell } from "./shell.ts";

/** What the pipeline made of a project, and what is to be said about it. Files are not compared yet. */
export interface Run {
  readonly generated: Generated;
  readonly files: Generated["files"];
  readonly report: Report;
  /** The files of the spec that were read, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** Reads a file of the spec as the run saw it. */
  readonly read: ReadText;
  /** Whether an error keeps us from writing. */
  readonly failed: boolean;
}

/** Send a project through the pipeline. Under `strict` each warning is an error. */
export async function runPipeline(
  { terminal, loadEngine }: Pick<Shell, "terminal" | "loadEngine">,
  project: Project,
  templates: ReadonlyMap<string, string>,
  formatCache: FormatCache,
): Promise<Run> {
  const { config, entry, overlays } = project;
  const { texts, ...access } = rememberTexts(project);
  const progress = openProgress(terminal, () => performance.now());
  const sources = {
    entry,
    overlays,
    ...access,
    config,
    formatCache,
    templates,
    onStage: progress.onStage,
  };
  const engine = await loadEngine();
  const { value: generated, diagnostics: found } = await engine.generate(sources).finally(progress.clear);
  const start = { line: 1, column: 1 };
  const locate: Locate = (place, on) => generated.document?.locate(place, on) ?? { ...place, ...start };
  // Overlays are read before the spec, and yet it comes first for whoever reads about both.
  const filesInOrder = new Set([entry, ...texts.keys()]);
  const diagnostics = orderComplaints(config.strict ? found.map(strictly) : found, locate, filesInOrder);
  const report: Report = {
    diagnostics,
    locate,
    sourceLine: quoteFrom(texts),
    files: [],
    operations: generated.operations,
    out: shownPath(project.folder),
    interrupted: false,
  };
  return {
    generated,
    files: generated.files,
    report,
    texts,
    read: (file) => texts.get(file) ?? project.read(file),
    failed: diagnostics.some(({ severity }) => severity === "error"),
  };
}

interface Remembering {
  readonly read: ReadText;
  readonly fetchText: FetchText;
  readonly texts: ReadonlyMap<string, string>;
}

/** A file that cannot be parsed is in no document, and must be quoted all the same. */
function rememberTexts({ read }: Project): Remembering {
  const texts = new Map<string, string>();
  const readAndRemember: ReadText = (file) => {
    const text = read(file);
    if (text !== undefined) texts.set(file, text);
    return text;
  };
  return {
    texts,
    read: readAndRemember,
    async fetchText(address) {
      const fetched = await fetchText(address);
      if ("text" in fetched) texts.set(address, fetched.text);
      return fetched;
    },
  };
}

function strictly(complaint: Complaint): Complaint {
  return { ...complaint, severity: "error" };
}
