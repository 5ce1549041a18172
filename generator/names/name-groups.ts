import type { Api } from "../model/api.ts";
import { assignNames, type Candidate } from "./assign-names.ts";
import { camelCase, pascalCase } from "./case.ts";
import type { Group } from "./names.ts";
import { isReservedGroup } from "./reserved.ts";

/**
 * Name the groups: one for each tag that is the first of an operation, in the order in which the spec declares
 * its tags, then those that it does not declare, then what has no tag. `x-name` of the tag fixes the name.
 *
 * @param models the names of the models, to which the types of the groups yield
 */
export function nameGroups(api: Api, models: readonly string[]): readonly Group[] {
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
  const properties = assign(groups, propertyOf);
  const owned = new Set(models.map((name) => name.toLowerCase()));
  // Who keeps the property keeps the type.
  const keepers = groups.map((group) => {
    const isKept = properties.get(group.spelling) === propertyOf(group.wanted);
    return { ...group, isFixed: group.isFixed || isKept };
  });
  const types = assign(keepers, (wanted) => {
    const type = `${pascalCase(wanted) || "Group"}Api`;
    return owned.has(type.toLowerCase()) ? `${type}_` : type;
  });
  return groups.map(({ tag, spelling }) => ({
    tag,
    property: properties.get(spelling) ?? spelling,
    type: types.get(spelling) ?? spelling,
  }));
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
function assign(groups: readonly Named[], target: (wanted: string) => string): ReadonlyMap<string, string> {
  const candidates = groups.map(({ spelling, wanted, isFixed }): Candidate => ({
    spelling,
    target: target(wanted),
    isFixed,
  }));
  return assignNames(candidates, (name) => name.toLowerCase()).names;
}
