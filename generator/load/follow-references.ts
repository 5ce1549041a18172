import type { Diagnostic } from "../diagnostic.ts";
import { type Place, placeKey } from "../location.ts";
import type { SpecNode, SpecObject, SpecVersion } from "./document.ts";
import { explainFailure } from "./explain-failure.ts";
import { findCircles, type Step } from "./find-circles.ts";
import { findLongChains } from "./find-long-chains.ts";
import { rootKind } from "./grammar/grammar-of.ts";
import type { Library } from "./library.ts";
import { mapOf, member } from "./node.ts";
import { type Failure, resolveReference } from "./resolve-reference.ts";
import { type Met, startWalk, type Walk } from "./walk-objects.ts";

/** What a spec reaches from its root, and what is wrong with its references. */
export interface Reached {
  readonly objects: readonly SpecObject[];
  readonly diagnostics: readonly Diagnostic[];
}

/** To guess what was meant takes its time, and who has more wrong than this has one fault many times. */
const mostGuesses = 50;

/** Walk a spec from its root along every reference, into whatever files they lead. */
export function followReferences(library: Library, root: SpecNode, version: SpecVersion): Reached {
  const walk = startWalk(version);
  const steps: Step[] = [];
  const failures = new Map<Met, Failure>();
  let known = library.identified.size;
  let open = walk.enter(rootKind(version), root).filter((met) => isReference(met, root));
  while (open.length > 0) {
    const next = open.flatMap((met) => follow(library, walk, met, steps, failures));
    open = next.filter((met) => isReference(met, root));
    if (open.length === 0 && library.identified.size > known) {
      // A file that came in late may hold the `$id` that an earlier reference meant.
      known = library.identified.size;
      open = [...failures]
        .filter(([, { kind }]) => kind === "remote" || kind === "unfetched" || kind === "unreadable")
        .map(([met]) => met);
    }
  }
  return {
    objects: walk.objects,
    diagnostics: [...explainAll(failures, library, root), ...findCircles(steps), ...findLongChains(steps)],
  };
}

/** Why references lead nowhere, each told once, whatever it was expected to lead to. */
function explainAll(
  failures: ReadonlyMap<Met, Failure>,
  library: Library,
  root: SpecNode,
): readonly Diagnostic[] {
  const files = [...library.files.keys()];
  const leads = (reference: string, beside: Place): boolean =>
    "found" in resolveReference(library, reference, beside);
  const told = new Map<string, readonly Diagnostic[]>();
  for (const [{ reference, holder }, failure] of failures) {
    const key = placeKey(reference.place);
    if (isOptional(holder) || told.has(key)) continue;
    const mayGuess = told.size < mostGuesses;
    told.set(key, explainFailure(failure, reference, { root, files, leads, mayGuess }));
  }
  return [...told.values()].flat();
}

function follow(
  library: Library,
  walk: Walk,
  met: Met,
  steps: Step[],
  failures: Map<Met, Failure>,
): readonly Met[] {
  const { reference, kind, isOfMap, holder } = met;
  const resolution = resolveReference(library, String(reference.value), holder.node.place);
  if ("failure" in resolution) {
    failures.set(met, resolution.failure);
    return [];
  }
  failures.delete(met);
  const { found } = resolution;
  if (isOfMap === true) return walk.enterMap(kind, found);
  if (reference.place.pointer.endsWith("/$ref")) {
    steps.push({ from: holder.node.place, to: found.place, reference: reference.place });
  }
  return walk.enter(kind, found);
}

/** What discriminators and links name may be a name or lie outside; a rule of its own looks at them. */
function isOptional({ kind }: SpecObject): boolean {
  return kind === "Discriminator" || kind === "Link";
}

/** Whether a text refers to something at all: the mapping of a discriminator may name a schema instead. */
function isReference({ reference, holder }: Met, root: SpecNode): boolean {
  if (holder.kind !== "Discriminator") return true;
  const text = String(reference.value);
  const schemas = mapOf(member(member(root, "components"), "schemas"));
  return /[#./]/.test(text) && schemas?.has(text) !== true;
}
