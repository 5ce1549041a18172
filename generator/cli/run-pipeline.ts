import { shownPath } from "../disk.ts";
import type { Engine, FormatCache, Generated } from "./engine.ts";
import { type Project, readTemplates } from "./project.ts";
import type { Complaint, Report } from "./report.ts";

/** What the pipeline made of a project, and what is to be said about it. Files are not compared yet. */
export interface Run {
  readonly generated: Generated;
  readonly files: Generated["files"];
  readonly report: Report;
  /** Whether an error keeps us from writing. */
  readonly failed: boolean;
}

/** Send a project through the pipeline. Under `strict` each warning is an error. */
export async function runPipeline(engine: Engine, project: Project, formatCache: FormatCache): Promise<Run> {
  const { config, entry, read } = project;
  const sources = { entry, read, config, formatCache, templates: readTemplates(project) };
  const { value: generated, diagnostics: found } = await engine.generate(sources);
  const diagnostics = config.strict ? found.map(strictly) : found;
  const start = { line: 1, column: 1 };
  const report: Report = {
    diagnostics,
    locate: (place, on) => generated.document?.locate(place, on) ?? start,
    files: [],
    operations: generated.operations,
    out: shownPath(project.folder),
    interrupted: false,
  };
  return {
    generated,
    files: generated.files,
    report,
    failed: diagnostics.some(({ severity }) => severity === "error"),
  };
}

function strictly(complaint: Complaint): Complaint {
  return { ...complaint, severity: "error" };
}
