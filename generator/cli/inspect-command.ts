import { printJson } from "../json.ts";
import { noCache } from "../write/format-cache.ts";
import { harmlessJson } from "../present/harmless-text.ts";
import { printComplaints } from "./print-complaints.ts";
import { type Flags, openProject, readTemplates } from "./project.ts";
import { runPipeline } from "./run-pipeline.ts";
import type { Shell } from "./shell.ts";

/** The stages that can be looked at from outside. */
export type Inspectable = "model" | "views" | "names";

/** Print what one stage of the pipeline made of the spec, as JSON. Gives the exit code. */
export async function inspectCommand(what: Inspectable, flags: Flags, shell: Shell): Promise<number> {
  const project = await openProject(flags);
  const { generated, report, failed } = await runPipeline(shell, project, readTemplates(project), noCache);
  printComplaints(report, project, shell.terminal);
  if (failed) return 1;
  const stages = { model: generated.api, views: generated.pages, names: generated.names };
  shell.terminal.result(`${harmlessJson(printJson(stages[what]))}\n`);
  return 0;
}
