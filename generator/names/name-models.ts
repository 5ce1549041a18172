import type { Diagnostic } from "../diagnostic.ts";
import { pointerKeys } from "../location.ts";
import type { Api, Model } from "../model/api.ts";
import { modelDirections } from "../model/directions.ts";
import { assignNames, type Candidate } from "./assign-names.ts";
import { pascalCase } from "./case.ts";
import { clashDiagnostics, type Named, takenDiagnostic } from "./complain.ts";
import { foldCase } from "./fold-case.ts";
import type { ModelNames } from "./names.ts";
import { isReservedType } from "./reserved.ts";

/**
 * Name the models. A type is named by `x-name`, else by the components key, else by title, else by the file or
 * the pointer that leads to it. Names that differ in case only count as one: each is a file as well.
 */
export function nameModels(api: Api): {
  readonly models: ReadonlyMap<string, ModelNames>;
  readonly diagnostics: readonly Diagnostic[];
} {
  const spellings = spellModels(api.models);
  const named = new Map<string, Named>();
  const diagnostics: Diagnostic[] = [];
  const candidates = api.models.map((model): Candidate => {
    const spelling = spellings.get(model.id) ?? model.id;
    named.set(spelling, { called: `schema "${calledBy(model)}"`, place: model.place, on: "key" });
    const fixed = model.shape.notes?.name;
    const wanted = pascalCase(fixed ?? calledBy(model)) || "Model";
    if (!isReservedType(wanted)) return candidate(spelling, wanted, fixed !== undefined, model);
    diagnostics.push(takenDiagnostic(named.get(spelling), wanted, `${wanted}Model`));
    return candidate(spelling, `${wanted}Model`, fixed !== undefined, model);
  });
  const { names, clashes } = assignNames(candidates, foldCase);
  const types = new Map(api.models.map(({ id }) => [id, names.get(spellings.get(id) ?? id) ?? id]));
  return {
    models: withInputs(api, types),
    diagnostics: [...diagnostics, ...clashDiagnostics(clashes, named)],
  };
}

function candidate(spelling: string, target: string, isFixed: boolean, { key }: Model): Candidate {
  return { spelling, target, isFixed, isDerived: key === undefined && !isFixed };
}

/** What the author calls a model. */
function calledBy({ key, shape, place }: Model): string {
  return key ?? shape.notes?.title ?? describedByPlace(place);
}

/** Words of a pointer that say where something stands and not what it is. */
const structural: ReadonlySet<string> = new Set(
  "components schemas definitions $defs properties items paths responses content schema allOf oneOf anyOf".split(
    " ",
  ),
);

function describedByPlace({ file, pointer }: Model["place"]): string {
  const all = pointerKeys(pointer);
  const keys = all.filter((key) => !structural.has(key));
  const fileName = (file.split("/").at(-1) ?? file).replace(/\.[^.]*$/, "");
  return [
    ...(keys.length === 0 ? [fileName] : keys.slice(-2)),
    // Otherwise it would be called like the list that holds it.
    ...(all.at(-1) === "items" ? ["item"] : []),
  ].join("-");
}

/** A spelling of its own for each model: what the author calls it, and where it stands if that is not enough. */
function spellModels(models: readonly Model[]): ReadonlyMap<string, string> {
  const users = new Map<string, number>();
  for (const model of models) users.set(calledBy(model), (users.get(calledBy(model)) ?? 0) + 1);
  return new Map(
    models.map((model) => {
      const called = calledBy(model);
      const isUnique = model.key !== undefined || users.get(called) === 1;
      const { file, pointer } = model.place;
      return [model.id, isUnique ? called : `${called} ${file}#${pointer}`];
    }),
  );
}

/** Add the names of the types for requests. Made up by us, they yield to all others. */
function withInputs(api: Api, types: ReadonlyMap<string, string>): ReadonlyMap<string, ModelNames> {
  const directions = modelDirections(api);
  const split = api.models.filter(({ id }) => {
    const { request, response, differs } = directions.get(id) ?? {};
    return request === true && response === true && differs === true;
  });
  const candidates = [
    ...[...types.values()].map((type) => ({ spelling: type, target: type })),
    ...split.map(({ id }) => inputCandidate(types.get(id) ?? id)),
  ];
  const { names } = assignNames(candidates, foldCase);
  const splitIds = new Set(split.map(({ id }) => id));
  return new Map(
    [...types].map(([id, type]) => {
      const input = names.get(inputCandidate(type).spelling);
      return [id, splitIds.has(id) && input !== undefined ? { type, input } : { type }];
    }),
  );
}

function inputCandidate(type: string): Candidate {
  return { spelling: `${type} in requests`, target: `${type}Input`, isDerived: true };
}
