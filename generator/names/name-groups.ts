import type { Api } from "../model/api.ts";
import { assignNames, type Candidate } from "./assign-names.ts";
import { camelCase, pascalCase } from "./case.ts";
import type { Group } from "./names.ts";
import { isReservedGroup } from "./reserved.ts";

/**
 * Name the groups: one for each tag that is the first of an operation, in the order in which the spec declares
 * its tags, then those that it does not declare, then what has no tag.
 *
 * @param models the names of the models, to which the types of the groups yield
 */
export function nameGroups(api: Api, models: readonly string[]): readonly Group[] {
  const used = new Set(api.operations.map(({ tags }) => tags[0]));
  const declared = api.tags.map(({ name }) => name);
  const tags = [...new Set([...declared, ...used])].filter((tag) => used.has(tag) && tag !== undefined);
  const ordered = used.has(undefined) ? [...tags, undefined] : tags;
  const properties = assign(ordered, (tag) => {
    const wanted = camelCase(tag);
    return isReservedGroup(wanted) ? `${wanted}_` : wanted || "group";
  });
  const types = assign(ordered, (tag) => `${pascalCase(tag) || "Group"}Api`, models);
  return ordered.map((tag) => {
    const spelling = spell(tag);
    return { tag, property: properties.get(spelling) ?? spelling, type: types.get(spelling) ?? spelling };
  });
}

/** A tag may be called `default` too, so what has no tag is spelled like no tag can be meant. */
function spell(tag: string | undefined): string {
  return tag ?? "(untagged)";
}

function assign(
  tags: readonly (string | undefined)[],
  target: (tag: string) => string,
  owned: readonly string[] = [],
): ReadonlyMap<string, string> {
  const candidates = tags.map((tag): Candidate => {
    // What has no tag is `default`, whatever the spec's tags are called.
    return { spelling: spell(tag), target: target(tag ?? "default"), isFixed: tag === undefined };
  });
  const owners = owned.map((name): Candidate => ({ spelling: name, target: name, isFixed: true }));
  return assignNames([...owners, ...candidates], (name) => name.toLowerCase()).names;
}
