import { type Diagnostic, diagnostic } from "../diagnostic.ts";
import type { Place } from "../location.ts";
import type { Clash } from "./assign-names.ts";

/** Something that was given a name, as a person knows it. */
export interface Named {
  /** `schema "Order"`, `operationId "get_order"`. */
  readonly called: string;
  readonly place: Place;
  readonly on: Diagnostic["on"];
}

const nowhere: Named = { called: "this", place: { file: "", pointer: "" }, on: "value" };

/** A warning for each clash, at the one that gave way, with the place of the one that kept the name. */
export function clashDiagnostics(
  clashes: readonly Clash[],
  named: ReadonlyMap<string, Named>,
): readonly Diagnostic[] {
  return clashes.map(({ loser, owner, target, wanted, name }) => {
    const { called, place, on } = named.get(loser) ?? nowhere;
    const first = named.get(owner) ?? nowhere;
    const related = [{ message: `${first.called} keeps the name`, place: first.place }];
    const params = { called, other: first.called, target, wanted, name };
    return diagnostic("name-clash", place, params, { on, related });
  });
}

/** A warning that a name belongs to the language or to the package itself. */
export function takenDiagnostic(named: Named | undefined, target: string, name: string): Diagnostic {
  const { called, place, on } = named ?? nowhere;
  return diagnostic("name-taken", place, { called, target, name }, { on });
}
