import { diagnostic, type Diagnostic } from "../diagnostic.ts";
import { childPointer, type Place } from "../location.ts";
import { nearestFile, nearestWord } from "../nearest-word.ts";
import type { SpecNode } from "./document.ts";
import { mapOf, member, members } from "./node.ts";
import type { Failure, NoWay } from "./resolve-reference.ts";
import { hostOf, shownPlace, splitReference } from "./uri.ts";

/** What a guess at what was meant is drawn from. */
export interface Guessing {
  readonly root: SpecNode;
  readonly files: readonly string[];
  /** Whether a reference beside another one leads anywhere. */
  readonly leads: (reference: string, beside: Place) => boolean;
  readonly mayGuess: boolean;
}

/** Why a `$ref` leads nowhere, told there; nothing where a fault of the file it leads to is told anyway. */
export function explainFailure(
  failure: Failure,
  { value, place }: SpecNode,
  guessing: Guessing,
): readonly Diagnostic[] {
  const reference = String(value);
  switch (failure.kind) {
    case "broken":
      return [];
    case "remote":
      return [diagnostic("remote-reference", place, { reference, host: hostOf(failure.uri) })];
    case "unfetched":
      return [diagnostic("unfetched-reference", place, { address: failure.uri, why: failure.why })];
    case "endless":
      return [diagnostic("endless-reference", place, { circle: `${reference} -> ${reference}` })];
    case "unreadable": {
      const { file } = failure;
      const like = guessing.mayGuess ? nearestFile(file, guessing.files) : undefined;
      return [diagnostic("unreadable-reference", place, { reference, file, like })];
    }
    case "nowhere": {
      const { last, missing } = failure;
      const where = last.place.pointer === "" ? last.place.file : shownPlace(last.place, place.file);
      const like = guessing.mayGuess ? guess(failure, reference, place, guessing) : undefined;
      return [diagnostic("unresolved-reference", place, { reference, where, missing, like })];
    }
  }
}

const sectionsOf20: readonly string[] = ["definitions", "parameters", "responses"];

/**
 * The reference that was probably meant: a step of it spelt otherwise, a slash before it, or a component with
 * the last name of it, wherever it looks for that.
 */
function guess(
  { last, missing, rest }: NoWay,
  reference: string,
  place: Place,
  { root, leads }: Guessing,
): string | undefined {
  const { uri, fragment = "" } = splitReference(reference);
  const near = nearestWord(missing, [...(mapOf(last)?.keys() ?? [])]) ?? missing;
  const respelt = [near, ...rest].reduce(childPointer, last.place.pointer);
  const name = fragment.slice(fragment.lastIndexOf("/") + 1);
  const holders: readonly SpecNode[] = [
    ...members(member(root, "components")).map(([, group]) => group),
    ...sectionsOf20.flatMap((section) => member(root, section) ?? []),
  ].filter((group) => mapOf(group)?.has(name) === true);
  const components = holders.map(({ place: { pointer } }) => `#${pointer}/${name}`);
  const candidates = [`${uri}#${respelt}`, `${uri}#/${fragment}`, ...components];
  return candidates.find((candidate) => leads(candidate, place));
}
