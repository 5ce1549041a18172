import { harmlessText } from "./harmless-text.ts";
import { cutLine } from "./cut-text.ts";

/** The door through which text of a spec enters the terminal: one line that does nothing but stand there. */
export function terminalText(text: string, most = 400): string {
  return withoutCommands(harmlessText(cutLine(text, most)));
}

/** A runner of GitHub takes `##[` for a command, wherever it stands in a line. */
export function withoutCommands(text: string): string {
  return text.replaceAll("##[", "## [");
}
