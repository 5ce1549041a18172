import type { Told } from "./rule.ts";

/** A word or a value of the spec, in a sentence. */
export function quoted(text: string | undefined): string {
  return text === undefined ? "nothing" : `\`${text}\``;
}

/** Words that were joined by commas, each in quotes. */
export function listed(texts: string | undefined): string {
  return texts === undefined ? "nothing" : texts.split(", ").map(quoted).join(", ");
}

/** Say what became of something that a subject has one of: its maximum, its default, its sunset. */
export function tellChange(what: string, { subject, old, new: now }: Told): string {
  if (old === undefined && now === undefined) return `the ${what} of ${subject} changed`;
  if (old === undefined) return `${subject} now has the ${what} ${quoted(now)}`;
  if (now === undefined) return `${subject} no longer has the ${what} ${quoted(old)}`;
  return `the ${what} of ${subject} changed from ${quoted(old)} to ${quoted(now)}`;
}

/** A thing and its name, `the tag `orders``; where nobody gave the name, one of its kind: `a tag`. */
export function named(what: string, name: string | undefined): string {
  if (name !== undefined && name !== "") return `the ${what} ${quoted(name)}`;
  return /^[aeiou]/.test(what) ? `an ${what}` : `a ${what}`;
}
