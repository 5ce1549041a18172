import { disk } from "../disk.ts";
import { reportDone } from "../write/file-state.ts";
import { openCache } from "../write/format-cache.ts";
import { readOutput, saveCache } from "../write/read-output.ts";
import { writeOutput } from "../write/write-output.ts";
import { ownPackage } from "./own-package.ts";
import { printComplaints } from "./print-complaints.ts";
import { type Flags, openProject } from "./project.ts";
import { describeDone, jsonReport } from "./report.ts";
import { runPipeline } from "./run-pipeline.ts";
import type { Shell } from "./shell.ts";

/** Make the files and write them. Gives the exit code; on 1 nothing is written. */
export async function generateCommand(
  flags: Flags,
  { terminal, loadEngine, patience }: Shell,
): Promise<number> {
  const project = await openProject(flags);
  const { folder } = project;
  const { cacheText, existing } = readOutput(disk, folder);
  const cache = openCache(cacheText, ownPackage().tools, existing);
  const { files, report, failed } = await runPipeline(await loadEngine(), project, cache);
  if (flags.json !== true) printComplaints(report, project, terminal);
  if (failed) {
    if (flags.json === true) terminal.result(jsonReport(report));
    return 1;
  }
  const { writes } = await writeOutput({ disk, folder, patience }, files);
  saveCache(disk, folder, cache.print(files));
  const done = { ...report, files: reportDone(writes) };
  terminal.result(flags.json === true ? jsonReport(done) : describeDone(done));
  return 0;
}
