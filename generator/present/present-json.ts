import type { Change, Witness } from "../diff/change.ts";
import { printJson } from "../json.ts";
import type { Place } from "../location.ts";
import { harmlessJson } from "./harmless-text.ts";
import type { Presentation, SideOf } from "./presentation.ts";

/** A comparison for programs. The shape is an agreement: members may be added, none goes and none changes. */
export function presentJson(presentation: Presentation): string {
  const { base, revision, comparison, idle } = presentation;
  const { verdict, bump, changes } = comparison;
  const report = {
    version: 1,
    base,
    revision,
    verdict,
    bump,
    summary: summaryOf(changes),
    changes: changes.map((change) => changeOf(change, presentation)),
    idle,
  };
  // A runner of GitHub takes `##[` for a command, wherever it stands in a line.
  return `${harmlessJson(printJson(report)).replaceAll("##[", String.raw`#\u0023[`)}\n`;
}

/** Changes by level; an accepted one counts as nothing else. */
function summaryOf(changes: readonly Change[]): Readonly<Record<Change["level"] | "accepted", number>> {
  const open = changes.filter(({ accepted }) => accepted === null);
  const count = (level: Change["level"]): number => open.filter((change) => change.level === level).length;
  return {
    breaking: count("breaking"),
    warning: count("warning"),
    info: count("info"),
    accepted: changes.length - open.length,
  };
}

function changeOf(change: Change, presentation: Presentation): object {
  const { accepted, before, after, witness } = change;
  return {
    id: change.id,
    code: change.code,
    level: change.level,
    direction: change.direction,
    operations: change.operations,
    schema: change.schema,
    message: change.message,
    why: change.why,
    before: locationOf("base", before, presentation),
    after: locationOf("revision", after, presentation),
    witness: witness && witnessOf(witness, presentation),
    unproved: change.unproved,
    suggestion: change.suggestion,
    accepted: accepted && { reason: accepted.reason, expires: accepted.expires ?? null },
    client: change.client,
  };
}

function witnessOf({ kind, value, before, after, schemas }: Witness, presentation: Presentation): object {
  const judges = schemas && {
    before: locationOf("base", schemas.before, presentation),
    after: locationOf("revision", schemas.after, presentation),
  };
  return { kind, value, before, after, schemas: judges };
}

function locationOf(side: SideOf, place: Place | null, { locate }: Presentation): object | null {
  if (place === null) return null;
  const { file, line, column, pointer } = locate(side, place);
  return { file, line, column, pointer };
}
