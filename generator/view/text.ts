import { isList, isMap, type Json } from "../json.ts";
import { escapeUnits, escapeUnseen } from "../unseen.ts";

// The doors through which text of the spec enters TypeScript, beside the comments of doc-comment.ts.

/** Text as a string literal of TypeScript. What nobody sees is escaped, joiners included: code is no prose. */
export function stringLiteral(text: string): string {
  return escapeUnseen(JSON.stringify(text)).replace(/[\u200b-\u200d]/g, escapeUnits);
}

/** Whether a text can stand as an identifier, reserved words included (ECMA-262, IdentifierName). */
export function isIdentifier(text: string): boolean {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(text);
}

/** The name of a property as it stands in an object type; in an object it is `memberKey`. */
export function propertyKey(name: string): string {
  return isIdentifier(name) && name !== "__proto__" ? name : stringLiteral(name);
}

/** A value of the spec as an expression, or as the type of that one value. */
export function literalText(value: Json): string {
  if (typeof value === "string") return stringLiteral(value);
  if (typeof value === "bigint") return `${value}n`;
  if (isMap(value)) {
    const members = [...value].map(([key, member]) => `${memberKey(key)}: ${literalText(member)}`);
    return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
  }
  return isList(value) ? `[${value.map(literalText).join(", ")}]` : String(value);
}

/** The name of a member of an object: `__proto__: x` would set a prototype, `["__proto__"]: x` makes a member. */
export function memberKey(name: string): string {
  return name === "__proto__" ? '["__proto__"]' : propertyKey(name);
}
