/** An object of JSON, as a JavaScript program has it. */
export type Members = Readonly<Record<string, unknown>>;

/** Whether a value is an object, and no list. */
export function isObject(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value is a list. */
export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** Whether an object has a member; what is `undefined` does not travel. */
export function has(value: Members, name: string): boolean {
  return Object.hasOwn(value, name) && value[name] !== undefined;
}

/** The names of the members that an object has. */
export function namesIn(value: Members): readonly string[] {
  return Object.keys(value).filter((name) => value[name] !== undefined);
}

/** One text for values that are equal, whatever the order of members. What is too deep for a stack is all the same. */
export function textOf(value: unknown, depth = 0): string {
  if (depth > 1000) return "…";
  if (isList(value)) return `[${value.map((item) => textOf(item, depth + 1)).join()}]`;
  // The integer of a bigint, which JSON itself knows nothing of, is that of the nearest number.
  if (!isObject(value)) return JSON.stringify(typeof value === "bigint" ? Number(value) : value);
  const members = namesIn(value).map((name) => `${JSON.stringify(name)}:${textOf(value[name], depth + 1)}`);
  return `{${members.sort().join()}}`;
}

/** The types of JSON Schema, as they are told to people. */
export const typeWords: Readonly<Record<string, string>> = {
  null: "null",
  boolean: "true or false",
  string: "a string",
  number: "a number",
  integer: "an integer",
  array: "a list",
  object: "an object",
};

/** Whether a value is of a type of JSON Schema (core, 4.2.1; validation, 6.1.1). 1.0 is an integer. */
export function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case "null":
      return value === null;
    case "array":
      return isList(value);
    case "object":
      return isObject(value);
    case "integer":
      return typeof value === "bigint" || Number.isInteger(value);
    case "number":
      return typeof value === "bigint" || Number.isFinite(value);
    default:
      return typeof value === type;
  }
}
