import type { SpecDocument } from "../../generator/load/document.ts";
import type { Place } from "../../generator/location.ts";
import type { Api } from "../../generator/model/api.ts";
import { buildModel } from "../../generator/model/build-model.ts";
import { buildNames } from "../../generator/names/build-names.ts";

/** What a spec says, whatever files it is written in. */
export interface Comparable {
  readonly api: unknown;
  /** By the name of the type, sorted. */
  readonly models: Readonly<Record<string, unknown>>;
  readonly names: unknown;
}

/** An API without places, its models called by the names of their types and its operations by method and path. */
export function comparableApi(document: SpecDocument): Comparable {
  const { models, ...api } = buildModel(document);
  const names = buildNames({ models, ...api }).value;
  const calledBy = new Map([...names.models].map(([id, { type }]) => [id, type]));
  for (const { place, method, path } of everyOperation(api)) calledBy.set(idOf(place), `${method} ${path}`);
  const plain = models.map(
    ({ id, shape }) => [calledBy.get(id) ?? id, withoutPlaces(shape, calledBy)] as const,
  );
  return {
    api: withoutPlaces(api, calledBy),
    models: Object.fromEntries(plain.toSorted(([a], [b]) => (a < b ? -1 : 1))),
    names: { ...names, models: new Map([...names.models.values()].map((each) => [each.type, each.input])) },
  };
}

function everyOperation({ operations, webhooks }: Pick<Api, "operations" | "webhooks">): Api["operations"] {
  return [...operations, ...webhooks];
}

function idOf({ file, pointer }: Place): string {
  return `${file}#${pointer}`;
}

function isPlace(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).join(" ") === "file pointer";
}

const idFields: readonly string[] = ["id", "operationRef", "fallback"];

/** Plain data of the model; the values of the spec in it are maps and stay as they are. */
function withoutPlaces(value: unknown, calledBy: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutPlaces(item, calledBy));
  if (typeof value !== "object" || value === null || value instanceof Map || isPlace(value))
    return isPlace(value) ? "" : value;
  const kept = Object.entries(value).filter(([, member]) => !isPlace(member));
  return Object.fromEntries(
    kept.map(([key, member]) => {
      const isId = idFields.includes(key) && typeof member === "string";
      return [key, isId ? (calledBy.get(member) ?? member) : withoutPlaces(member, calledBy)];
    }),
  );
}
