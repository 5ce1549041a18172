import { isList, isMap, type Json } from "../json.ts";
import { withoutUnseen } from "../unseen.ts";

/** JSON as plain objects, which is how the maker of the types wants it. */
export type Plain = null | boolean | number | string | readonly Plain[] | PlainObject;

export interface PlainObject {
  readonly [key: string]: Plain;
}

/** An object of the members that are there. A member called `__proto__` is one like any other. */
export function plainObject(members: readonly (readonly [string, Plain | undefined])[]): PlainObject {
  return Object.fromEntries(members.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}

/** The members of an object of the spec, each turned into plain data; those that turn into nothing are left out. */
export function plainMembers(
  value: Json | undefined,
  turn: (member: Json, key: string) => Plain | undefined,
): PlainObject {
  if (!isMap(value)) return {};
  return plainObject([...value].map(([key, member]) => [key, turn(member, key)] as const));
}

/** The items of a list of the spec; none for anything else. */
export function itemsOf(value: Json | undefined): readonly Json[] {
  return isList(value) ? value : [];
}

/** The text under a key; undefined if something else stands there. */
export function textAt(value: Json | undefined, key: string): string | undefined {
  const text = isMap(value) ? value.get(key) : undefined;
  return typeof text === "string" ? text : undefined;
}

/** Text for a comment: its maker keeps it from ending the comment, but not from beginning a tag there. */
export function noteText(text: string | undefined): string | undefined {
  return text === undefined ? undefined : withoutUnseen(text).replace(/(^|\s|\{)@(?=\p{L})/gu, "$1\\@");
}

/** Whether a schema decides anything about a type: an empty one, or one that only has words, does not. */
export function isTelling(schema: PlainObject): boolean {
  return ["$ref", "type", "enum", "anyOf", "allOf"].some((keyword) => Object.hasOwn(schema, keyword));
}
