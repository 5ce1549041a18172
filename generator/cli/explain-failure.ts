import { WrongConfig } from "../config/find-config.ts";
import { Refusal } from "../disk.ts";
import { TemplateFault } from "../render/template-fault.ts";
import { harmlessLines } from "./harmless-text.ts";
import { orderComplaints } from "./order-complaints.ts";
import { ownPackage } from "./own-package.ts";
import { printComplaints } from "./print-complaints.ts";
import { quoteFrom } from "./quote-from.ts";
import { jsonReport } from "./report.ts";
import type { Shell } from "./shell.ts";
import type { Terminal } from "./terminal.ts";

/** Tell a person why a command came to no answer. Gives the exit code. */
export function explainFailure(
  error: unknown,
  { terminal }: Shell,
  { json, debug }: { readonly json: boolean; readonly debug: boolean },
): number {
  if (debug && error instanceof Error) sayLines(terminal, [error.stack ?? ""]);
  if (error instanceof WrongConfig) explainConfig(error, terminal, json);
  if (error instanceof Refusal) {
    sayLines(terminal, [`error: ${error.message}`, ...(error.help === "" ? [] : [error.help])]);
    return 2;
  }
  if (error instanceof TemplateFault) {
    const help = "Mend it, or take it out of your folder of templates to use the one that specwright has.";
    sayLines(terminal, [`error: ${error.message}`, help]);
    return 2;
  }
  const why = error instanceof Error ? error.message : String(error);
  const hint = debug ? "" : " Run again with --debug to see where.";
  sayLines(terminal, [`error: specwright itself failed: ${why}`, ownPackage().reportAt + hint]);
  return 3;
}

function sayLines({ note }: Terminal, lines: readonly string[]): void {
  note(`${harmlessLines(lines.join("\n"))}\n`);
}

function explainConfig({ diagnostics: found, text }: WrongConfig, terminal: Terminal, json: boolean): void {
  const locate = (): { line: number; column: number } => ({ line: 1, column: 1 });
  const diagnostics = orderComplaints(found, locate, []);
  if (json) {
    const nothing = { files: [], operations: [], out: "", interrupted: false };
    terminal.result(jsonReport({ ...nothing, diagnostics, locate }));
    return;
  }
  const sourceLine = quoteFrom(new Map(diagnostics.map(({ place }) => [place.file, text])));
  printComplaints({ diagnostics, locate, sourceLine }, { shown: (file) => file }, terminal);
}
