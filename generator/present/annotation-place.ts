import type { Change } from "../diff/change.ts";
import type { Location } from "../location.ts";
import type { Presentation } from "./presentation.ts";

/**
 * Where a change is shown in the new version. What is gone has no place there: the object that held it has, or the
 * nearest one around that stayed, to which a locator falls back by itself. Else the first line of the spec.
 */
export function annotationPlace({ after, before }: Change, presentation: Presentation): Location {
  const { base, revision, locate, sourceLine } = presentation;
  if (after !== null) return locate("revision", after);
  const top = { file: revision.file, pointer: "", line: 1, column: 1 };
  if (before === null) return top;
  const file = before.file === base.file ? revision.file : before.file;
  // Its own pointer may lead to a neighbour by now, if it was an item of a list.
  const pointer = before.pointer.replace(/\/[^/]*$/, "");
  return sourceLine("revision", file, 1) === undefined ? top : locate("revision", { file, pointer });
}
