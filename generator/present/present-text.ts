import { groupChanges, type ChangeGroup } from "./group-changes.ts";
import { bumpSentence, headline, tally } from "./headline.ts";
import { painter, type Paint } from "./paint.ts";
import type { PresentOptions } from "./present-options.ts";
import type { Presentation } from "./presentation.ts";
import { listed, namedOperations, reachCount } from "./reached-words.ts";
import { comparedSides, workingTree } from "./side-words.ts";
import { changeLines } from "./text-change.ts";
import { terminalText } from "./terminal-text.ts";

/** A comparison for a person at a terminal: the verdict, then all changes by what they are about, worst first. */
export function presentText(presentation: Presentation, { colour, width }: PresentOptions): string {
  const paint = painter(colour);
  const { comparison, idle } = presentation;
  const { verdict, bump, changes } = comparison;
  const style = verdict === "breaking" ? "red" : verdict === "warning" ? "yellow" : "green";
  const said = paint("bold", paint(style, headline(comparison)));
  const end = [...idle.map((sentence) => terminalText(sentence)), ...summary(presentation)];
  const blocks = [
    [`${said}. ${bumpSentence(bump)}`, paint("dim", sidesOf(presentation))],
    ...groupChanges(comparison).flatMap((group) => groupBlocks(group, presentation, { paint, width })),
    ...(changes.length === 0 && idle.length === 0 ? [] : [end]),
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function summary({ comparison }: Presentation): readonly string[] {
  const { length } = comparison.changes;
  return length === 0 ? [] : [`${length === 1 ? "1 change" : `${length} changes`}: ${tally(comparison)}.`];
}

function sidesOf(presentation: Presentation): string {
  const { files, revisions } = comparedSides(presentation);
  const named = files.map((file) => terminalText(file)).join(" -> ");
  return revisions === undefined
    ? named
    : `${named}: ${revisions.map((name) => terminalText(name ?? workingTree)).join(" -> ")}`;
}

/** A heading with the changes of its group; those of a group belong together, so little stands between them. */
function groupBlocks(
  group: ChangeGroup,
  presentation: Presentation,
  { paint, width }: { readonly paint: Paint; readonly width: number | undefined },
): readonly (readonly string[])[] {
  const [first, ...others] = group.changes.map((change) =>
    changeLines(change, { presentation, paint, width, tellsReach: tellsReach(group) }).map(
      (line) => `  ${line}`,
    ),
  );
  return [[...headingOf(group, paint), ...(first ?? [])], ...others];
}

/** Whether the changes of a group reach different operations, so that its heading cannot say which. */
function tellsReach({ about, changes }: ChangeGroup): boolean {
  if (about.kind === "several") return true;
  if (about.kind !== "schema") return false;
  return new Set(changes.map((change) => reachKey(change))).size > 1;
}

function reachKey({ operations }: ChangeGroup["changes"][number]): string {
  return operations.map(({ method, path }) => `${method} ${path}`).join("\n");
}

function headingOf(group: ChangeGroup, paint: Paint): readonly string[] {
  const { about, changes } = group;
  const [first] = changes;
  switch (about.kind) {
    case "api":
      return [paint("bold", "The API as a whole")];
    case "several":
      return [paint("bold", "Several operations")];
    case "operation": {
      const { method, path, operation } = about.operation;
      const title = terminalText(`${method.toUpperCase()} ${path}`);
      const isNamed = operation !== "" && operation.toLowerCase() !== `${method} ${path}`.toLowerCase();
      return [`${paint("bold", title)}${isNamed ? `  ${terminalText(operation)}` : ""}`];
    }
    case "schema": {
      const title = paint("bold", `Schema ${terminalText(about.name)}`);
      if (first === undefined || tellsReach(group)) return [title];
      const names = listed(namedOperations(first));
      return [`${title}, ${reachCount(first)}${names === "" ? "" : `: ${terminalText(names)}`}`];
    }
  }
}
