import { isList, isMap, type Json, type JsonMap } from "../json.ts";

/**
 * A text that two values share if, and only if, JSON Schema calls them equal (2020-12 core, 4.2.2): numbers by
 * what they are worth, objects whatever their order.
 */
export function valueKey(value: Json): string {
  if (isList(value)) return `[${value.map(valueKey).join(",")}]`;
  if (isMap(value)) {
    const members = [...value].map(([key, member]) => `${JSON.stringify(key)}:${valueKey(member)}`);
    return `{${members.sort().join(",")}}`;
  }
  if (typeof value === "bigint") return value.toString();
  if (typeof value === "number" && Number.isInteger(value)) return BigInt(value).toString();
  return JSON.stringify(value);
}

/** The same equality, without the text. */
export function isSame(one: Json, other: Json): boolean {
  if (one === other) return true;
  if (isList(one)) {
    return (
      isList(other) &&
      one.length === other.length &&
      one.every((item, index) => isSame(item, other[index] ?? null))
    );
  }
  if (isMap(one)) {
    return (
      isMap(other) && one.size === other.size && [...one].every(([key, value]) => isHeld(other, key, value))
    );
  }
  return isNumber(one) && isNumber(other) && valueKey(one) === valueKey(other);
}

function isHeld(object: JsonMap, key: string, value: Json): boolean {
  const member = object.get(key);
  return member !== undefined && isSame(member, value);
}

function isNumber(value: Json): value is number | bigint {
  return typeof value === "number" || typeof value === "bigint";
}
