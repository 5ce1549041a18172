import { WrongConfig } from "../config/find-config.ts";
import { Refusal } from "../disk.ts";
import { TemplateFault } from "../render/template-fault.ts";
import { harmlessLines } from "../present/harmless-text.ts";
import { orderComplaints } from "./order-complaints.ts";
import { ownPackage } from "./own-package.ts";
import { printComplaints } from "./print-complaints.ts";
import { quoteFrom } from "./quote-from.ts";
import { type Failure, jsonReport, type Locate } from "./report.ts";
import type { Shell } from "./shell.ts";
import type { Terminal } from "./terminal.ts";

/** Tell a person why a command came to no answer. Gives the exit code. */
export function explainFailure(
  error: unknown,
  { terminal }: Shell,
  { json, debug }: { readonly json: boolean; readonly debug: boolean },
): number {
  if (debug && error instanceof Error) sayLines(terminal, [error.stack ?? ""]);
  const { exitCode, ...failure } = failureOf(error, debug);
  if (error instanceof WrongConfig) explainConfig(error, failure, terminal, json);
  else if (json) terminal.result(jsonReport(nothing, failure));
  const { message, help } = failure;
  sayLines(terminal, [`error: ${message}`, ...(help === "" ? [] : [help])]);
  return exitCode;
}

/** Why there is no answer, and the exit code that says so. */
function failureOf(error: unknown, debug: boolean): Failure & { readonly exitCode: number } {
  if (error instanceof Refusal) return { message: error.message, help: error.help, exitCode: 2 };
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof TemplateFault) {
    const help = "Mend it, or take it out of your folder of templates to use the one that specwright has.";
    return { message, help, exitCode: 2 };
  }
  const hint = debug ? "" : " Run again with --debug to see where.";
  const help = ownPackage().reportAt + hint;
  return { message: `specwright itself failed: ${message}`, help, exitCode: 3 };
}

const locate: Locate = (place) => ({ ...place, line: 1, column: 1 });
const nothing = { diagnostics: [], locate, files: [], operations: [], out: "", interrupted: false };

/** The JSON of a command line that cannot be read. */
export function jsonFailure(said: string): string {
  return jsonReport(nothing, { message: said.replace(/^error: /, ""), help: "" });
}

function sayLines({ note }: Terminal, lines: readonly string[]): void {
  note(`${harmlessLines(lines.join("\n"))}\n`);
}

function explainConfig(
  { diagnostics: found, text }: WrongConfig,
  failure: Failure,
  terminal: Terminal,
  json: boolean,
): void {
  const diagnostics = orderComplaints(found, locate, []);
  if (json) {
    terminal.result(jsonReport({ ...nothing, diagnostics }, failure));
    return;
  }
  const sourceLine = quoteFrom(new Map(diagnostics.map(({ place }) => [place.file, text])));
  printComplaints({ diagnostics, locate, sourceLine }, { shown: (file) => file }, terminal);
}
