import { exec, type JsonValue } from "jsonpath-rfc9535";
import parse from "jsonpath-rfc9535/parser";
import { isList, isMap, type Json } from "../../json.ts";

/** Finds the nodes that a query selects (RFC 9535), each once, as the keys that lead to it. */
export type FindNodes = (value: Json, query: string) => readonly (readonly string[])[];

/** A query that is none, or that cannot be answered. */
export class QueryFault extends Error {
  constructor(why: string) {
    super(why);
    this.name = "QueryFault";
  }
}

/** No spec has so many nodes; a query that finds more finds the same ones over and over. */
const mostFound = 5_000_000;

/**
 * Queries on values of a spec. What one query has looked at need not be prepared for the next one again, as far as it
 * has not changed.
 */
export function openQueries(): FindNodes {
  const known = new WeakMap<object, JsonValue>();
  return (value, query) => {
    const found = new Map<string, readonly string[]>();
    let count = 0;
    try {
      exec(plain(value, known), query, (_, path) => {
        count += 1;
        if (count > mostFound) throw new QueryFault("it finds the same nodes over and over");
        found.set(JSON.stringify(path), path.map(keyOf));
      });
    } catch (error) {
      throw error instanceof QueryFault ? error : new QueryFault(reason(error));
    }
    return [...found.values()];
  };
}

/** Why a text is no query; undefined if it is one. */
export function faultOf(query: string): string | undefined {
  try {
    const strange = functionsIn(parse(query)).find((name) => !functions.includes(name));
    return strange === undefined ? undefined : `there is no function ${strange}()`;
  } catch (error) {
    return explain(error, query);
  }
}

/** The function extensions that the standard has (RFC 9535, section 2.4); the library takes any name. */
const functions: readonly string[] = ["length", "count", "match", "search", "value"];

function functionsIn(node: unknown): readonly string[] {
  if (typeof node !== "object" || node === null) return [];
  const name = memberOf(node, "type") === "FunctionExpr" ? memberOf(node, "name") : undefined;
  return [...(typeof name === "string" ? [name] : []), ...Object.values(node).flatMap(functionsIn)];
}

/**
 * A value as the library knows values. It looks for names and compares; a number that it compares may lose digits, and
 * the order of its members is of no account.
 */
function plain(value: Json, known: WeakMap<object, JsonValue>): JsonValue {
  if (typeof value === "bigint") return Number(value);
  if (!isMap(value) && !isList(value)) return value;
  const before = known.get(value);
  if (before !== undefined) return before;
  const made = isMap(value) ? plainObject(value, known) : value.map((item) => plain(item, known));
  known.set(value, made);
  return made;
}

function plainObject(
  value: ReadonlyMap<string, Json>,
  known: WeakMap<object, JsonValue>,
): Record<string, JsonValue> {
  const made: Record<string, JsonValue> = {};
  // Without a prototype, `__proto__` is a name like any other.
  Object.setPrototypeOf(made, null);
  for (const [key, member] of value) made[key] = plain(member, known);
  return made;
}

/** The key in a normalized path (RFC 9535, section 2.7), without its escapes. */
function keyOf(step: string | number): string {
  if (typeof step === "number") return String(step);
  return step.replace(/\\(?:u([\da-f]{4})|(.))/g, (_, code: string | undefined, letter: string) =>
    code === undefined ? (letters.get(letter) ?? letter) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

const letters: ReadonlyMap<string, string> = new Map([
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);

function explain(error: unknown, query: string): string {
  if (query === "") return "it is empty";
  const offset = offsetOf(error);
  if (offset === undefined) return reason(error);
  if (offset === 0) return "it does not start with $";
  return offset >= query.length
    ? "it ends too early"
    : `it goes wrong at ${JSON.stringify(query.slice(offset, offset + 20))}`;
}

/** What the parser knows of the place of a fault. */
function offsetOf(error: unknown): number | undefined {
  const location = memberOf(error, "location");
  const offset = memberOf(memberOf(location, "start"), "offset");
  return typeof offset === "number" ? offset : undefined;
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

function reason(error: unknown): string {
  return error instanceof RangeError ? "it is nested too deep" : "it asks for what RFC 9535 does not know";
}
