import type { Json } from "../json.ts";
import type { Gathered, Part } from "./gather-parts.ts";
import { tagValue } from "./sample-branches.ts";
import { sampleList } from "./sample-list.ts";
import { sampleNumber } from "./sample-number.ts";
import { sampleObject } from "./sample-object.ts";
import { sampleString } from "./sample-string.ts";
import type { Sampler, Way } from "./sampler.ts";

/**
 * Values of the kinds that the parts ask for or, where none is asked for, speak of; where they speak of none, of
 * any kind.
 */
export function* samplePlain(sampler: Sampler, gathered: Gathered, way: Way): Iterable<Json> {
  const { parts, ids, discriminators } = gathered;
  if (parts.some(({ kind }) => kind === "never")) return;
  const typed = parts.filter(({ kind }) => kind !== "any" && kind !== "not");
  const firm = typed.filter((part) => !("implied" in part));
  for (const kind of new Set((firm.length > 0 ? firm : typed).map((part) => part.kind))) {
    for (const value of valuesOfKind(sampler, kind, gathered, way)) {
      yield* tagValue(value, discriminators, ids);
      yield value;
    }
  }
  if (typed.length === 0) yield* anyValues(way.nth);
}

function anyValues(nth: number): readonly Json[] {
  const scalars = [`string${nth === 0 ? "" : nth + 1}`, nth + 1, true];
  return nth === 0 ? [new Map(), ...scalars, [], null] : scalars;
}

function valuesOfKind(sampler: Sampler, kind: Part["kind"], gathered: Gathered, way: Way): Iterable<Json> {
  const { parts, ids } = gathered;
  switch (kind) {
    case "null":
      return [null];
    case "boolean":
      return way.nth % 2 === 0 ? [true, false] : [false, true];
    case "string":
      return sampleString(
        parts.filter((part) => part.kind === kind),
        way.nth,
      );
    case "number":
      return sampleNumber(
        parts.filter((part) => part.kind === kind),
        way.nth,
      );
    case "list": {
      const lists = parts.filter((part) => part.kind === kind);
      return listed(sampleList(sampler, lists, way, ids));
    }
    case "object": {
      const objects = parts.filter((part) => part.kind === kind);
      return listed(sampleObject(sampler, objects, way, ids));
    }
    default:
      return [];
  }
}

function listed(value: Json | undefined): readonly Json[] {
  return value === undefined ? [] : [value];
}
