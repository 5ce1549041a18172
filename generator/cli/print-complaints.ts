import { formatLocation } from "../location.ts";
import type { Project } from "./project.ts";
import { countComplaints, type Report } from "./report.ts";
import type { Terminal } from "./terminal.ts";

/** Tell a person every complaint, with the files named as he names them, and how many there were. */
export function printComplaints(
  { diagnostics, locate }: Pick<Report, "diagnostics" | "locate">,
  { shown }: Pick<Project, "shown">,
  terminal: Terminal,
): void {
  for (const { code, severity, message, help, place, on, position } of diagnostics) {
    const at = formatLocation({ ...place, file: shown(place.file), ...(position ?? locate(place, on)) });
    terminal.note(`${at} ${severity} ${code}\n  ${message}\n  ${help}\n`);
  }
  if (diagnostics.length > 0) terminal.note(`${countComplaints(diagnostics)}.\n`);
}
