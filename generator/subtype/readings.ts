import { isList, type Json } from "../json.ts";
import type { Engine } from "./engine.ts";

/** What a value may be taken for where it travels: as text, `5` is a number and a string. */
export function readingsOf({ spelled }: Pick<Engine, "spelled">, value: Json): readonly Json[] {
  if (!spelled) return [value];
  if (isList(value)) return [value, value.map(textOf), value.map(numberOf)];
  return [value, textOf(value), numberOf(value), truthOf(value)].filter(
    (reading, index, all) => all.indexOf(reading) === index,
  );
}

function textOf(value: Json): Json {
  return typeof value === "number" || typeof value === "bigint" || typeof value === "boolean"
    ? String(value)
    : value;
}

function numberOf(value: Json): Json {
  return typeof value === "string" && /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : value;
}

function truthOf(value: Json): Json {
  return value === "true" || value === "false" ? value === "true" : value;
}
