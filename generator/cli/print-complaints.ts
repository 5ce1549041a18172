import { formatLocation, type Location } from "../location.ts";
import { harmlessText } from "../present/harmless-text.ts";
import { type Paint, painter } from "../present/paint.ts";
import { sourceFrame } from "../present/source-frame.ts";
import type { Project } from "./project.ts";
import { type Complaint, countComplaints, type Report } from "./report.ts";
import type { Terminal } from "./terminal.ts";

/** What is known of the files that complaints are about. */
type Files = Pick<Report, "locate" | "sourceLine"> & Pick<Project, "shown">;

/**
 * Tell a person every complaint, with the files named as he names them, the line at fault and what to do, and
 * how many there were. Nothing that a file says reaches the terminal as anything but text.
 */
export function printComplaints(
  { diagnostics, locate, sourceLine }: Pick<Report, "diagnostics" | "locate" | "sourceLine">,
  { shown }: Pick<Project, "shown">,
  { note, color }: Terminal,
): void {
  const paint = painter(color);
  for (const complaint of diagnostics) {
    note(`${complaintLines(complaint, { locate, sourceLine, shown }, paint).join("\n")}\n\n`);
  }
  if (diagnostics.length > 0) note(`${countComplaints(diagnostics)}.\n`);
}

function complaintLines(complaint: Complaint, files: Files, paint: Paint): readonly string[] {
  const { code, severity, message, help, place, on, related } = complaint;
  const found =
    complaint.position === undefined ? files.locate(place, on) : { ...place, ...complaint.position };
  const at = paint("bold", locationOf(found, files));
  const mark: Mark = (text) => paint(severity === "error" ? "red" : "yellow", text);
  const under = [
    harmlessText(message),
    ...frameLines(files.sourceLine(found.file, found.line), found, mark, paint),
    ...related.map((other) => relatedLine(other, files)),
    harmlessText(help),
  ];
  return [
    `${at} ${mark(severity)} ${code}`,
    ...under.filter((line) => line !== "").map((line) => `  ${line}`),
  ];
}

type Position = NonNullable<Complaint["position"]>;
type Mark = (text: string) => string;

function frameLines(
  line: string | undefined,
  { line: number, column }: Position,
  mark: Mark,
  paint: Paint,
): readonly string[] {
  if (line === undefined || line.trim() === "") return [];
  const { text, indent } = sourceFrame(line, column);
  const gutter = " ".repeat(String(number).length);
  return [
    `${paint("dim", `${number} |`)} ${text}`,
    `${paint("dim", `${gutter} |`)} ${" ".repeat(indent)}${mark("^")}`,
  ];
}

/** What is said of another place is no whole sentence: the place ends it. */
function relatedLine({ message, place }: Complaint["related"][number], files: Files): string {
  const at = locationOf(files.locate(place, "value"), files);
  return `${harmlessText(message).replace(/[.:]$/, "")} at ${at}`;
}

function locationOf(at: Location, { shown }: Files): string {
  return harmlessText(formatLocation({ ...at, file: shown(at.file) }));
}
