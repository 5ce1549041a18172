import type { Diagnostic } from "../diagnostic.ts";
import type { Api } from "../model/api.ts";
import { type Assignment, assignNames, type Candidate } from "./assign-names.ts";
import { camelCase, pascalCase } from "./case.ts";
import { clashDiagnostics, type Named as Described } from "./complain.ts";
import { foldCase } from "./fold-case.ts";
import type { Group } from "./names.ts";
import { isReservedGroup } from "./reserved.ts";

/**
 * Name the groups: one for each tag that is the first of an operation, in the order in which the spec declares
 * its tags, then those that it does not declare, then what has no tag. `x-name` of the tag fixes the name.
 *
 * @param models the names of the models, to which the types of the groups yield
 */
export function nameGroups(
  api: Api,
  models: readonly string[],
): { readonly groups: readonly Group[]; readonly diagnostics: readonly Diagnostic[] } {
  const used = new Set(api.operations.map(({ tags }) => tags[0]));
  const declared = api.tags.map(({ name }) => name);
  const tags = [...new Set([...declared, ...used])].filter((tag) => used.has(tag) && tag !== undefined);
  const groups = (used.has(undefined) ? [...tags, undefined] : tags).map((tag): Named => {
    const fixed = api.tags.find(({ name }) => name === tag)?.property;
    const spelling = tag ?? spellingBeside(tags);
    return {
      tag,
      spelling,
      wanted: fixed ?? tag ?? "default",
      isFixed: tag === undefined || fixed !== undefined,
    };
  });
  const { names: properties, clashes } = assign(groups, propertyOf);
  const owned = new Set(models.map((name) => foldCase(name)));
  // Who keeps the property keeps the type.
  const keepers = groups.map((group) => {
    const isKept = properties.get(group.spelling) === propertyOf(group.wanted);
    return { ...group, isFixed: group.isFixed || isKept };
  });
  const { names: types } = assign(keepers, (wanted) => {
    const type = `${pascalCase(wanted) || "Group"}Api`;
    return owned.has(foldCase(type)) ? `${type}_` : type;
  });
  return {
    groups: groups.map(({ tag, spelling }) => ({
      tag,
      property: properties.get(spelling) ?? spelling,
      type: types.get(spelling) ?? spelling,
    })),
    diagnostics: clashDiagnostics(clashes, describe(groups, api)),
  };
}

/** A group stands where the first of its operations does. */
function describe(groups: readonly Named[], { operations }: Api): ReadonlyMap<string, Described> {
  return new Map(
    groups.flatMap(({ tag, spelling }) => {
      const place = operations.find(({ tags }) => tags[0] === tag)?.place;
      const called = tag === undefined ? "what has no tag" : `tag ${JSON.stringify(tag)}`;
      return place === undefined ? [] : [[spelling, { called, place, on: "key" }] as const];
    }),
  );
}

/** What has no tag is spelled like no tag: one may be called `default` too. */
function spellingBeside(tags: readonly (string | undefined)[]): string {
  let spelling = "(untagged)";
  while (tags.includes(spelling)) spelling = `(${spelling})`;
  return spelling;
}

/** A group before it has a name. */
interface Named extends Pick<Candidate, "spelling"> {
  readonly tag: string | undefined;
  readonly wanted: string;
  /** The author chose the name; and what has no tag is `default`, whatever the spec's tags are called. */
  readonly isFixed: boolean;
}

function propertyOf(wanted: string): string {
  const property = camelCase(wanted);
  return isReservedGroup(property) ? `${property}_` : property || "group";
}

/** A name for each group by its spelling; they are files as well. */
function assign(groups: readonly Named[], target: (wanted: string) => string): Assignment {
  const candidates = groups.map(({ spelling, wanted, isFixed }): Candidate => ({
    spelling,
    target: target(wanted),
    isFixed,
  }));
  return assignNames(candidates, foldCase);
}
