import type { Compared, ReadSide } from "../compare.ts";
import type { SideOf } from "../present/presentation.ts";
import { harmlessText } from "../present/harmless-text.ts";
import type { Side, Sides } from "./find-sides.ts";
import { orderComplaints } from "./order-complaints.ts";
import { printComplaints } from "./print-complaints.ts";
import { quoteFrom } from "./quote-from.ts";
import { jsonReport, type Locate, type Report } from "./report.ts";
import type { Terminal } from "./terminal.ts";

/** Everything that is known once both sides were read. */
export interface Told {
  readonly sides: Sides;
  readonly compared: Compared;
  /** The texts of each side, by file. */
  readonly texts: Readonly<Record<SideOf, ReadonlyMap<string, string>>>;
}

const start = { line: 1, column: 1 };

/** Where something stands in one side. */
export function locateIn({ document }: ReadSide): Locate {
  return (place, on) => document?.locate(place, on) ?? { ...place, ...start };
}

/**
 * Tell a person what is wrong with both sides: errors, and under `strict` warnings too. Gives whether a side cannot be
 * read; then a program that waits for JSON gets why.
 */
export function tellSides(
  told: Told,
  { strict, json }: { readonly strict: boolean; readonly json: boolean },
  terminal: Terminal,
): boolean {
  const { sides, compared } = told;
  if (!sides.base.isThere) {
    const { revision, file } = sides.base.name;
    terminal.note(
      `There is no ${harmlessText(file)} in ${shortName(revision ?? "")} yet: everything is new.\n`,
    );
  }
  const unread = sideNames.filter((side) => !compared[side].isReadable);
  for (const side of unread.length > 0 ? unread : sideNames) tellSide(told, side, strict, terminal);
  const [first] = unread;
  if (first === undefined) return false;
  const message = `${unread.map((side) => `The ${side}, ${wordsFor(sides[side])},`).join(" and ")} cannot be read.`;
  const failure = { message, help: "Nothing was compared." };
  if (json) {
    const nothing = { files: [], operations: [], out: "", interrupted: false };
    terminal.result(jsonReport({ ...nothing, ...complaintsOf(told, first, strict) }, failure));
  }
  terminal.note(`error: ${harmlessText(message)}\n${failure.help}\n`);
  return true;
}

const sideNames = ["base", "revision"] as const satisfies readonly SideOf[];

function tellSide(told: Told, side: SideOf, strict: boolean, terminal: Terminal): void {
  const { diagnostics, locate } = complaintsOf(told, side, strict);
  const sourceLine = quoteFrom(told.texts[side]);
  printComplaints({ diagnostics, locate, sourceLine }, told.sides[side], terminal);
  if (diagnostics.length > 0 && told.compared[side].isReadable) {
    terminal.note("This keeps nobody from comparing.\n\n");
  }
}

function complaintsOf(
  { compared, texts }: Told,
  side: SideOf,
  strict: boolean,
): Pick<Report, "diagnostics" | "locate"> {
  const locate = locateIn(compared[side]);
  const grave = compared[side].diagnostics.filter(({ severity }) => strict || severity === "error");
  return { diagnostics: orderComplaints(grave, locate, texts[side].keys()), locate };
}

function wordsFor({ name }: Side): string {
  return name.revision === null ? name.file : `${name.file} in ${shortName(name.revision)}`;
}

/** As much of a commit as tells it from others. */
export function shortName(commit: string): string {
  return commit.slice(0, 8);
}
