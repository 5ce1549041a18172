import { CommanderError } from "commander";
import { Refusal } from "../disk.ts";
import { WrongConfig } from "../config/find-config.ts";
import { ownPackage } from "./own-package.ts";
import { printComplaints } from "./print-complaints.ts";
import { jsonReport } from "./report.ts";
import type { Shell } from "./shell.ts";

/** Tell a person why a command came to no answer. Gives the exit code. */
export function explainFailure(
  error: unknown,
  { terminal }: Shell,
  { json, debug }: { readonly json: boolean; readonly debug: boolean },
): number {
  // Commander has said what is wrong already; asking for help is not wrong.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (debug && error instanceof Error) terminal.note(`${error.stack ?? ""}\n`);
  if (error instanceof WrongConfig) {
    const locate = (): { line: number; column: number } => ({ line: 1, column: 1 });
    const { diagnostics } = error;
    if (json) {
      const nothing = { files: [], operations: [], out: "", interrupted: false };
      terminal.result(jsonReport({ ...nothing, diagnostics, locate }));
    } else printComplaints({ diagnostics, locate }, { shown: (file) => file }, terminal);
  }
  if (error instanceof Refusal) {
    terminal.note(
      [`error: ${error.message}`, error.help, ""]
        .filter((line, index) => line !== "" || index === 2)
        .join("\n"),
    );
    return 2;
  }
  const why = error instanceof Error ? error.message : String(error);
  terminal.note(
    `error: specwright itself failed: ${why}\n${ownPackage().reportAt}${debug ? "" : " Run again with --debug to see where."}\n`,
  );
  return 3;
}
