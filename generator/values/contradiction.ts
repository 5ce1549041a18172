import type { Json } from "../json.ts";
import { isList, isMap } from "../json.ts";
import type { Model } from "../model/api.ts";
import type { Shape } from "../model/shape.ts";
import { valueKey } from "./value-key.ts";

/** The kinds of JSON value (RFC 8259 section 3). */
export type Kind = "null" | "boolean" | "number" | "string" | "list" | "object";

export const everyKind: readonly Kind[] = ["null", "boolean", "number", "string", "list", "object"];

/** What is known of the models so far. */
export interface Judged {
  readonly models: ReadonlyMap<string, Model>;
  /** The kinds of each model that was looked at; any while it is being looked at. */
  readonly kinds: Map<string, readonly Kind[]>;
}

/**
 * Why no value satisfies all of the parts, as a clause; undefined if one may, or if one of them alone has none. They ask for
 * different types, or list values of which none is on every list.
 */
export function contradictionIn(parts: readonly Shape[], judged: Judged): string | undefined {
  const kinds = parts.map((part) => kindsOf(part, judged));
  if (kinds.some((some) => some.length === 0)) return undefined;
  if (everyKind.every((kind) => kinds.some((some) => !some.includes(kind)))) {
    const wanted = [...new Set(kinds.filter((some) => some.length < everyKind.length).map(wordsFor))];
    return `one wants ${wanted.join(", another ")}`;
  }
  const lists = parts.flatMap((part) => listOf(part, judged, new Set()) ?? []);
  const [first = [], ...others] = lists.map((values) => values.map(valueKey));
  const isShared = first.some((value) => others.every((values) => values.includes(value)));
  return others.length > 0 && !isShared ? "their lists of values have none in common" : undefined;
}

/** The kinds of value that a shape may hold. */
export function kindsOf(shape: Shape, judged: Judged): readonly Kind[] {
  switch (shape.kind) {
    case "never":
      return [];
    case "null":
    case "boolean":
      return [shape.kind];
    case "string":
    case "number":
    case "list":
    case "object":
      return shape.implied === true ? everyKind : [shape.kind];
    case "choice":
      return [...new Set(shape.values.map(({ value }) => kindOf(value)))];
    case "reference":
      return kindsOfModel(shape.id, judged);
    case "union": {
      const some = new Set(shape.branches.flatMap((branch) => kindsOf(branch, judged)));
      return everyKind.filter((kind) => some.has(kind));
    }
    case "all": {
      const parts = shape.parts.map((part) => kindsOf(part, judged));
      return everyKind.filter((kind) => parts.every((some) => some.includes(kind)));
    }
    case "any":
    case "not":
    case "conditional":
      return everyKind;
  }
}

function kindsOfModel(id: string, judged: Judged): readonly Kind[] {
  const known = judged.kinds.get(id);
  const model = judged.models.get(id);
  if (known !== undefined || model === undefined) return known ?? everyKind;
  judged.kinds.set(id, everyKind);
  const kinds = kindsOf(model.shape, judged);
  judged.kinds.set(id, kinds);
  return kinds;
}

/** The values of a part that is a list of them. */
function listOf(
  shape: Shape,
  judged: Judged,
  seen: ReadonlySet<string>,
): readonly (readonly Json[])[] | undefined {
  if (shape.kind === "choice") return [shape.values.map(({ value }) => value)];
  const model = shape.kind === "reference" && !seen.has(shape.id) ? judged.models.get(shape.id) : undefined;
  return model === undefined ? undefined : listOf(model.shape, judged, new Set([...seen, model.id]));
}

export function kindOf(value: Json): Kind {
  if (isMap(value)) return "object";
  if (isList(value)) return "list";
  if (typeof value === "string") return "string";
  if (typeof value === "boolean") return "boolean";
  return value === null ? "null" : "number";
}

const words: Readonly<Record<Kind, string>> = {
  null: "null",
  boolean: "true or false",
  number: "a number",
  string: "a text",
  list: "a list",
  object: "an object",
};

function wordsFor(kinds: readonly Kind[]): string {
  return kinds.map((kind) => words[kind]).join(" or ");
}
