import { diagnostic, type Diagnostic, type DiagnosticCode, type DiagnosticParams } from "../../diagnostic.ts";
import { type Place, pointerKeys } from "../../location.ts";
import { locateIn, type SourceFile } from "../source-file.ts";
import type { Locate } from "../text-fault.ts";

/** Says something about one place of an overlay. */
export type Complain = <C extends DiagnosticCode>(
  code: C,
  place: Place,
  params: DiagnosticParams<C>,
  on?: "key" | "value",
) => void;

/**
 * A way to complain about an overlay. The complaints bring their positions along: a spec that is no OpenAPI document
 * leaves nobody to look them up. Each code is told once about a place, however many nodes it goes wrong with.
 */
export function complainAbout(source: SourceFile, diagnostics: Diagnostic[]): Complain {
  const told = new Set<string>();
  let locate: Locate | undefined;
  return (code, place, params, on = "value") => {
    const key = `${code} ${place.pointer}`;
    if (told.has(key)) return;
    told.add(key);
    locate ??= locateIn(source);
    const position = locate(pointerKeys(place.pointer), on);
    diagnostics.push(diagnostic(code, place, params, { on, position }));
  };
}
