import type { Diagnostic } from "../diagnostic.ts";
import { printJson } from "../json.ts";
import type { Location, Place } from "../location.ts";
import type { FileReport } from "../write/file-state.ts";
import type { Cause } from "../write/last-run.ts";
import type { OperationSummary } from "../names/list-operations.ts";
import { harmlessJson, harmlessText } from "../present/harmless-text.ts";

/** A complaint of any room. */
export type Complaint = Omit<Diagnostic, "code"> & { readonly code: string };

/** Finds where what a complaint is about was written: with overlays, that may be another file than its place says. */
export type Locate = (place: Place, on: "key" | "value") => Location;

/** What a command has to say, before it is put into words. */
export interface Report {
  readonly diagnostics: readonly Complaint[];
  readonly locate: Locate;
  /** A line, counted from 1, of a file as `Place` names it; undefined where there is none to quote. */
  readonly sourceLine: (file: string, line: number) => string | undefined;
  readonly files: readonly FileReport[];
  readonly operations: readonly OperationSummary[];
  /** The output folder as the person knows it; the paths of `files` are relative to it. */
  readonly out: string;
  /** What changed since the last run; undefined where nobody remembers. */
  readonly causes?: readonly Cause[] | undefined;
  /** Whether the output folder was left half-written. */
  readonly interrupted: boolean;
}

/** Why a command came to no answer. */
export interface Failure {
  readonly message: string;
  /** Empty where the message says it all. */
  readonly help: string;
}

/** The report as JSON: a stable shape that other programs read. `file` is relative to the root. */
export function jsonReport(report: Omit<Report, "sourceLine">, failure?: Failure): string {
  const { diagnostics, locate, files, operations, out, interrupted, causes = [] } = report;
  const printed = {
    version: 1,
    diagnostics: diagnostics.map((complaint) => jsonComplaint(complaint, locate)),
    out,
    interrupted,
    files: files.map(({ path, state }) => ({ path, state, why: whyOf(state, causes) })),
    operations,
    ...(failure === undefined ? {} : { error: failure }),
  };
  return `${harmlessJson(printJson(printed))}\n`;
}

/** Nothing made a person edit a file, and nothing left the others as they are. */
function whyOf(state: FileReport["state"], causes: readonly Cause[]): readonly Cause[] {
  return state === "unchanged" || state === "edited" ? [] : causes;
}

function jsonComplaint(complaint: Complaint, locate: Locate): unknown {
  const { code, severity, message, help, place, on, position, related } = complaint;
  const at = position === undefined ? locate(place, on) : { ...place, ...position };
  return {
    code,
    severity,
    message,
    help,
    file: at.file,
    line: at.line,
    column: at.column,
    pointer: at.pointer,
    related: related.map((other) => {
      const { file, line, column, pointer } = locate(other.place, "value");
      return { message: other.message, file, line, column, pointer };
    }),
  };
}

/** `2 errors, 1 warning`; empty if there is nothing to count. */
export function countComplaints(diagnostics: readonly Complaint[]): string {
  const count = (severity: string): string => {
    const found = diagnostics.filter((complaint) => complaint.severity === severity).length;
    return found === 0 ? "" : `${found} ${severity}${found === 1 ? "" : "s"}`;
  };
  return [count("error"), count("warning")].filter((text) => text !== "").join(", ");
}

/** What `generate` did: a line that counts, and the files that changed. */
export function describeDone({ out, files }: Pick<Report, "out" | "files">): string {
  return `${out}: ${countStates(files, ["created", "updated", "deleted", "unchanged"])}\n${listChanged(files)}`;
}

/** What `check` found. */
export function describeDue({ out, files, interrupted }: Report, advice: string): string {
  const due = files.filter(({ state }) => state !== "unchanged");
  if (due.length === 0 && !interrupted)
    return `${out} is fresh: ${files.length} files are as they should be.\n`;
  const states = (["missing", "stale", "edited", "extra"] as const).filter((state) =>
    due.some((file) => file.state === state),
  );
  const found = due.length === 0 ? "" : `${out} is not what the spec makes: ${countStates(due, states)}\n`;
  const cut = interrupted ? `${out} is interrupted: a run was cut off while it wrote there.\n` : "";
  return `${cut}${found}${listChanged(due)}${advice}\n`;
}

function countStates(files: readonly FileReport[], states: readonly FileReport["state"][]): string {
  const counts = states.map((state) => `${files.filter((file) => file.state === state).length} ${state}`);
  return counts.join(", ");
}

const listedAtMost = 20;

function listChanged(files: readonly FileReport[]): string {
  const changed = files.filter(({ state }) => state !== "unchanged");
  const lines = changed.slice(0, listedAtMost).map(({ path, state }) => `  ${state} ${harmlessText(path)}\n`);
  const more = changed.length - lines.length;
  return lines.join("") + (more > 0 ? `  and ${more} more\n` : "");
}
