/**
 * A value as a spec holds it, without loss: objects are maps, so that integer-like keys keep their order
 * and `__proto__` is a key like any other; an integer beyond 2^53 is a bigint.
 */
export type Json = null | boolean | number | bigint | string | readonly Json[] | JsonMap;

export type JsonMap = ReadonlyMap<string, Json>;

export function isMap(value: Json | undefined): value is JsonMap {
  return value instanceof Map;
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/**
 * Print plain data as JSON text. Beside what `JSON.stringify` knows, maps print as objects in their own
 * order and a bigint prints as its digits. Absent members (`undefined`) are left out.
 */
export function printJson(value: unknown, indent = "  "): string {
  return print(value, "", indent);
}

function print(value: unknown, margin: string, indent: string): string {
  if (typeof value === "bigint") return value.toString();
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const inner = margin + indent;
  if (Array.isArray(value)) {
    if (value.length === 0) return "[]";
    const items = value.map((item) => inner + print(item, inner, indent));
    return `[\n${items.join(",\n")}\n${margin}]`;
  }
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  const present = entries.filter(([, member]) => member !== undefined);
  if (present.length === 0) return "{}";
  const members = present.map(
    ([key, member]) => `${inner}${JSON.stringify(String(key))}: ${print(member, inner, indent)}`,
  );
  return `{\n${members.join(",\n")}\n${margin}}`;
}
