import { type Diagnostic, diagnostic } from "../diagnostic.ts";
import { isList, isMap, type Json } from "../json.ts";
import { type Place, pointerKeys, placeKey } from "../location.ts";
import type { Api } from "../model/api.ts";
import { type Judge, openJudge } from "./find-misfit.ts";
import { type Claim, listClaims } from "./list-claims.ts";
import type { Direction, Misfit } from "./verdict.ts";

const budget = 1_000_000;

/**
 * Warn of each example and default that does not fit its schema, once for each place in the spec. Values that
 * may be meant otherwise are passed: null for none, a default of `""` or `{}` for whatever the language holds
 * there at first, a text that may spell the value, an object that refers elsewhere.
 */
export function checkExamples(api: Api): readonly Diagnostic[] {
  const models = new Map(api.models.map((model) => [model.id, model]));
  const judges: Readonly<Record<Direction, Judge>> = {
    request: openJudge(models, "request", budget),
    response: openJudge(models, "response", budget),
  };
  const judged = new Set<string>();
  const told = new Map<string, Diagnostic>();
  for (const claim of listClaims(api)) {
    const key = [claim.place, claim.shape.place, ...claim.directions].map(keyOf).join(" ");
    if (judged.has(key)) continue;
    judged.add(key);
    const misfit = misfitOf(claim, judges);
    if (misfit === undefined) continue;
    const complaint = complain(claim, misfit);
    const place = keyOf(complaint.place);
    if (!told.has(place)) told.set(place, complaint);
  }
  return [...told.values()];
}

function keyOf(part: Place | Direction): string {
  return typeof part === "string" ? part : placeKey(part);
}

function misfitOf(claim: Claim, judges: Readonly<Record<Direction, Judge>>): Misfit | undefined {
  const { value, shape, directions, what } = claim;
  if (value === null || (what === "default" && isEmpty(value))) return undefined;
  const [first, ...others] = directions.map((direction) => judges[direction](shape, value));
  if (first === undefined || others.includes(undefined)) return undefined;
  if (refersElsewhere(value, first) || (claim.maySpell && spellsAnother(claim, first, judges)))
    return undefined;
  return first;
}

function isEmpty(value: Json): boolean {
  return value === "" || (isMap(value) && value.size === 0);
}

/** Some tools follow a `$ref` inside of an example, where the standard sees an object with that member. */
function refersElsewhere(value: Json, { pointer }: Misfit): boolean {
  const way = pointerKeys(pointer).reduce<Json | undefined>(
    (here, key) => (isMap(here) ? here.get(key) : isList(here) ? here[Number(key)] : undefined),
    value,
  );
  return isMap(way) && way.has("$ref");
}

/** Parameters and bodies travel as text, and authors may show them as they travel (OpenAPI 3.1, 4.8.12). */
function spellsAnother(
  { value, shape, directions }: Claim,
  { pointer, wanted = [] }: Misfit,
  judges: Readonly<Record<Direction, Judge>>,
): boolean {
  if (typeof value !== "string" || pointer !== "" || wanted.length === 0) return false;
  if (wanted.includes("array") || wanted.includes("object")) return true;
  const spelled = scalarOf(value);
  return (
    spelled !== undefined && directions.some((direction) => judges[direction](shape, spelled) === undefined)
  );
}

function scalarOf(text: string): number | bigint | boolean | undefined {
  if (text === "true" || text === "false") return text === "true";
  if (!/^-?\d{1,300}(?:\.\d+)?$/.test(text)) return undefined;
  const number = Number(text);
  return Number.isInteger(number) && !Number.isSafeInteger(number) && !text.includes(".")
    ? BigInt(text)
    : number;
}

function complain({ what, place: { file, pointer } }: Claim, misfit: Misfit): Diagnostic {
  const place = { file, pointer: pointer + misfit.pointer };
  const related = [{ message: "the schema says so", place: misfit.place }];
  return diagnostic(`${what}-does-not-fit`, place, { why: misfit.why }, { related });
}
