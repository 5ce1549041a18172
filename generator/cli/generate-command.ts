import { disk, shownPath } from "../disk.ts";
import { type FileReport, reportDone } from "../write/file-state.ts";
import { openCache, type WriteCache } from "../write/format-cache.ts";
import { compareWithLastRun, type Inputs, printLastRun } from "../write/last-run.ts";
import { manifestPath } from "../write/manifest.ts";
import { type Output, readOutput, saveMemory } from "../write/read-output.ts";
import { writeOutput } from "../write/write-output.ts";
import { ownTools } from "./own-package.ts";
import { printComplaints } from "./print-complaints.ts";
import { type Flags, openProject, type Project, readTemplates } from "./project.ts";
import { describeDone, jsonReport } from "./report.ts";
import { runPipeline } from "./run-pipeline.ts";
import type { Shell } from "./shell.ts";

/** Make the files and write them. Gives the exit code; on 1 nothing is written. */
export async function generateCommand(flags: Flags, shell: Shell): Promise<number> {
  const { terminal, patience } = shell;
  const project = await openProject(flags, shell.onRead);
  const { folder } = project;
  const tools = ownTools();
  const output = readOutput(disk, folder);
  const cache = openCache(output.cacheText, tools, output.existing);
  const inputs = inputsOf(project, tools);
  const { isSame } = compareWithLastRun(output.lastRun, inputs, project.read);
  if (flags.json !== true && isSame && isUntouched(output, cache)) {
    terminal.result(describeDone({ out: shownPath(folder), files: unchanged(output) }));
    return 0;
  }
  const run = await runPipeline(shell, project, inputs.templates, cache);
  const { files, report, texts, failed } = run;
  if (flags.json !== true) printComplaints(report, project, terminal);
  if (failed) {
    if (flags.json === true) terminal.result(jsonReport(report));
    return 1;
  }
  const { writes } = await writeOutput({ disk, folder, patience }, files);
  const memory = printLastRun(inputs, texts, report.diagnostics.length > 0);
  saveMemory(disk, folder, cache.print(files), memory);
  const { causes } = compareWithLastRun(output.lastRun, inputs, run.read);
  const done = { ...report, files: reportDone(writes), causes };
  terminal.result(flags.json === true ? jsonReport(done) : describeDone(done));
  return 0;
}

/** Everything that a run of a project depends on, beside its spec. */
export function inputsOf(project: Project, specwright: string): Inputs {
  const { config, entry, overlays } = project;
  return { specwright, config: JSON.stringify([config, entry, overlays]), templates: readTemplates(project) };
}

/** Whether everything is in the output folder just as the last run left it. */
function isUntouched({ owned, interrupted }: Output, { isAsWritten }: WriteCache): boolean {
  return !interrupted && [...owned].every((path) => isAsWritten(path) === true);
}

function unchanged({ owned }: Output): readonly FileReport[] {
  return [manifestPath, ...owned].sort().map((path) => ({ path, state: "unchanged" }));
}
