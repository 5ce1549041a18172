import { shortName } from "./short-name.ts";

/** Words whose capitals inside do not start a new word. */
const singleWords = [
  "OAuth",
  "GraphQL",
  "GitHub",
  "GitLab",
  "OpenAPI",
  "JavaScript",
  "TypeScript",
  "YouTube",
];

/**
 * The text as the name of a function, a field or a property: `get_client`, `get-client` and `GetClient` are all
 * `getClient`. Capitals inside stay as the author set them, except in a text that has nothing else. Empty if
 * nothing in the text can stand in an identifier.
 */
export function camelCase(text: string): string {
  const [first = "", ...rest] = partsOf(text);
  return shortName(startable(lowerFirst(first) + rest.map(upperFirst).join("")));
}

/** The text as the name of a type: `order_item` is `OrderItem`. Empty if nothing in it can stand there. */
export function pascalCase(text: string): string {
  return shortName(startable(partsOf(text).map(upperFirst).join("")));
}

/** The pieces between whatever an identifier (ECMA-262, ID_Continue) cannot hold. */
function partsOf(text: string): readonly string[] {
  const parts = text
    .normalize("NFC")
    .replace(/\p{Variation_Selector}/gu, "")
    .split(/(?:[^\p{ID_Continue}]|_)+/u)
    .filter((part) => part !== "");
  const isScreaming = parts.length > 1 && !/\p{Ll}/u.test(text);
  return isScreaming ? parts.map((part) => part.toLowerCase()) : parts;
}

/** The text with its first letter a capital. */
export function upperFirst(part: string): string {
  return part.replace(/^./u, (letter) => letter.toUpperCase());
}

/** `GraphQLSchema` starts with `graphql`, `URLPath` with `url`, `ID` is `id`. */
function lowerFirst(part: string): string {
  const single = singleWords.find(
    (word) => part.startsWith(word) && !/^\p{Ll}/u.test(part.slice(word.length)),
  );
  if (single !== undefined) return single.toLowerCase() + part.slice(single.length);
  return part.replace(/^(?:\p{Lu}+(?=\p{Lu}\p{Ll}|\P{L}|$)|\p{Lu})/u, (capitals) => capitals.toLowerCase());
}

/** An identifier may not start with a digit or a combining mark. */
function startable(name: string): string {
  return name === "" || /^\p{ID_Start}/u.test(name) ? name : `_${name}`;
}
