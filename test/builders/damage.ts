import { isList, isMap, type Json } from "../../generator/json.ts";
import { childPointer } from "../../generator/location.ts";
import type { Dice } from "../values/random-schema.ts";

/** A value with one node of it, chosen by the dice, replaced by something that it was not meant to be. */
export function damaged(dice: Dice, value: Json): Json {
  const pointers = pointersIn(value, "");
  const target = oneOf(dice, pointers);
  return replaced(value, "", target, wrongValue(dice, pointers));
}

function oneOf<T>(dice: Dice, list: readonly T[]): T {
  const found = list[Math.floor(dice() * list.length)];
  if (found === undefined) throw new Error("There is nothing to choose from.");
  return found;
}

/** Every node but the outermost fields, without which a spec is none. */
function pointersIn(value: Json, pointer: string): readonly string[] {
  const children = isMap(value) ? [...value] : isList(value) ? [...value.entries()] : [];
  const own = pointer === "/openapi" || pointer === "" ? [] : [pointer];
  return [...own, ...children.flatMap(([key, child]) => pointersIn(child, childPointer(pointer, key)))];
}

function replaced(value: Json, pointer: string, target: string, by: Json): Json {
  if (pointer === target) return by;
  if (!target.startsWith(`${pointer}/`)) return value;
  const deeper = (key: string | number, child: Json): Json =>
    replaced(child, childPointer(pointer, key), target, by);
  if (isList(value)) return value.map((child, index) => deeper(index, child));
  return isMap(value) ? new Map([...value].map(([key, child]) => [key, deeper(key, child)])) : value;
}

const texts = [
  "",
  "x",
  "__proto__",
  "string",
  "object",
  "path",
  "query",
  "application/json",
  "{a}",
  "🔥",
  "*/\n`${",
];

function wrongValue(dice: Dice, pointers: readonly string[]): Json {
  const reference = (): Json => new Map([["$ref", `#${oneOf(dice, pointers)}`]]);
  const makers: readonly (() => Json)[] = [
    () => oneOf<Json>(dice, [null, true, false, 0, -1.5, 1e300, 2n ** 64n, [], new Map()]),
    () => oneOf(dice, texts),
    () => `#${oneOf(dice, pointers)}`,
    reference,
    reference,
    () => [reference(), oneOf(dice, texts), null],
    () =>
      new Map([[oneOf(dice, ["allOf", "oneOf", "items", "not", "properties"]), [reference(), reference()]]]),
    () =>
      new Map<string, Json>([
        ["allOf", [reference()]],
        ["discriminator", new Map([["propertyName", "x"]])],
      ]),
    () => new Map([[oneOf(dice, texts), reference()]]),
    () =>
      new Map<string, Json>([
        ["type", ["object", "null", "x"]],
        ["enum", [null, 2n ** 64n, new Map(), "a"]],
      ]),
  ];
  return oneOf(dice, makers)();
}
