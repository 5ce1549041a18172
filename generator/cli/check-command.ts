import { disk } from "../disk.ts";
import { reportDue } from "../write/file-state.ts";
import { noCache, openCache } from "../write/format-cache.ts";
import { compareWithLastRun } from "../write/last-run.ts";
import { planOutput } from "../write/write-output.ts";
import { inputsOf } from "./generate-command.ts";
import { ownTools } from "./own-package.ts";
import { printComplaints } from "./print-complaints.ts";
import { type Flags, openProject } from "./project.ts";
import { describeDue, jsonReport } from "./report.ts";
import { runPipeline } from "./run-pipeline.ts";
import type { Shell } from "./shell.ts";

/** Say whether the spec is valid and the output folder holds what it makes. Gives the exit code; writes nothing. */
export async function checkCommand(flags: Flags, shell: Shell): Promise<number> {
  const { terminal, patience } = shell;
  const project = await openProject(flags);
  const inputs = inputsOf(project, ownTools());
  const { files, report, read, failed } = await runPipeline(shell, project, inputs.templates, noCache);
  if (flags.json !== true) printComplaints(report, project, terminal);
  if (failed) {
    if (flags.json === true) terminal.result(jsonReport(report));
    return 1;
  }
  const { writes, output } = await planOutput({ disk, folder: project.folder, patience }, files);
  const { isAsWritten } = openCache(output.cacheText, "", output.existing);
  const { causes } = compareWithLastRun(output.lastRun, inputs, read);
  const due = { ...report, causes, files: reportDue(writes, isAsWritten), interrupted: output.interrupted };
  terminal.result(flags.json === true ? jsonReport(due) : describeDue(due, advice(flags)));
  return due.interrupted || due.files.some(({ state }) => state !== "unchanged") ? 1 : 0;
}

function advice({ spec, out, root }: Flags): string {
  const flags = [
    ["-o", out],
    ["--root", root],
  ].flatMap(([flag, value]) => (value === undefined ? [] : [flag, value]));
  const words = [spec, ...flags].filter((word) => word !== undefined);
  return `Run \`${["specwright generate", ...words].join(" ")}\` and commit what it writes.`;
}
