import { shownPath } from "../disk.ts";
import type { ReadText } from "../load/document.ts";
import type { FormatCache } from "../format/format-files.ts";
import type { Generated } from "./engine.ts";
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
  const { config, entry } = project;
  const { read, texts } = rememberTexts(project);
  const progress = openProgress(terminal, () => performance.now());
  const sources = { entry, read, config, formatCache, templates, onStage: progress.onStage };
  const engine = await loadEngine();
  const { value: generated, diagnostics: found } = await engine.generate(sources).finally(progress.clear);
  const start = { line: 1, column: 1 };
  const locate: Locate = (place, on) => generated.document?.locate(place, on) ?? start;
  const diagnostics = orderComplaints(config.strict ? found.map(strictly) : found, locate, texts.keys());
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
    failed: diagnostics.some(({ severity }) => severity === "error"),
  };
}

/** A file that cannot be parsed is in no document, and must be quoted all the same. */
function rememberTexts({ read }: Project): { read: ReadText; texts: ReadonlyMap<string, string> } {
  const texts = new Map<string, string>();
  const readAndRemember: ReadText = (file) => {
    const text = read(file);
    if (text !== undefined) texts.set(file, text);
    return text;
  };
  return { read: readAndRemember, texts };
}

function strictly(complaint: Complaint): Complaint {
  return { ...complaint, severity: "error" };
}
