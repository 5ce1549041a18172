// Where our types and openapi-typescript's may differ, and why.
import type { Api, Model } from "../../generator/model/api.ts";
import { modelDirections, referredIds } from "../../generator/model/directions.ts";
import { everyShape } from "../../generator/model/every-shape.ts";
import type { ListShape, Shape } from "../../generator/model/shape.ts";
import type { Way } from "./claims.ts";

/** A difference that is none of a mistake. */
export interface Kind {
  readonly name: string;
  readonly reason: string;
  readonly way: Way;
  /** What our type is without the difference, as a type of `close.ts`: it has to fit then. Absent: nothing can say it. */
  readonly loosened?: string;
  /** The models that have something of the kind in themselves or in what they are made of. */
  readonly models: (api: Api) => ReadonlySet<string>;
}

export const kinds: readonly Kind[] = [
  {
    name: "int64",
    reason: "a request may hold a bigint, which the wire type knows nothing of",
    way: "fits the schema",
    loosened: "Rounded",
    models: (api) => holding(api, (shape) => shape.kind === "number" && shape.format === "int64"),
  },
  {
    name: "bytes",
    reason: "a part of a form may be bytes, which the wire type calls a string",
    way: "fits the schema",
    loosened: "Spelled",
    models: (api) => {
      const directions = modelDirections(api);
      return holding(api, isBytes, ({ id }) => directions.get(id)?.isForm === true);
    },
  },
  {
    name: "index",
    reason:
      "an index signature has to allow for named properties that are absent, the wire type makes no such promise",
    way: "fits the schema",
    loosened: "Present",
    models: (api) => holding(api, hasNamesBesideOthers),
  },
  {
    name: "mixed index",
    reason:
      "an index signature has to allow for named properties of other types, the wire type makes no such promise",
    way: "fits the schema",
    models: (api) => holding(api, hasNamesBesideOthers),
  },
  {
    name: "one way",
    reason: "the wire type has what is only read and what is only written in one type",
    way: "fits the schema",
    models: (api) => new Set([...modelDirections(api)].flatMap(([id, { differs }]) => (differs ? [id] : []))),
  },
  {
    name: "nothing to send",
    reason: "the wire type has properties that never travel this way, and ours has none then",
    way: "the schema fits",
    models: (api) => holding(api, isAllOneWay),
  },
  {
    name: "variants of a base",
    reason:
      "who refers to a base that tells its variants apart means one of these, the wire type means the base",
    way: "the schema fits",
    models: (api) => {
      const bases = new Set(api.models.filter(({ shape }) => isBase(shape)).map(({ id }) => id));
      return holding(api, (shape) => shape.kind === "reference" && bases.has(shape.id));
    },
  },
  {
    name: "tuple",
    reason: "the wire type of a list that may be shorter than its tuple is a list of any of its items",
    way: "the schema fits",
    models: (api) => holding(api, isLooseTuple),
  },
  {
    name: "tuple",
    reason: "the wire type of a list that may be shorter than its tuple is a list of any of its items",
    way: "fits the schema",
    models: (api) => holding(api, isLooseTuple),
  },
  {
    name: "list in itself",
    reason: "the wire type of a list inside of itself holds anything",
    way: "the schema fits",
    models: (api) => holding(api, (shape) => shape.kind === "list", isOfItself(api)),
  },
];

/** The models with a shape that passes the test, and all that refer to one of them. */
function holding(
  { models }: Api,
  test: (shape: Shape) => boolean,
  isMeant: (model: Model) => boolean = () => true,
): ReadonlySet<string> {
  const users = new Map<string, string[]>();
  const found = new Set<string>();
  for (const model of models) {
    const shapes = everyShape(model.shape);
    if (isMeant(model) && shapes.some(test)) found.add(model.id);
    for (const id of shapes.flatMap(referredIds)) users.set(id, [...(users.get(id) ?? []), model.id]);
  }
  // A set that grows while it is walked through is walked through to its end.
  for (const id of found) for (const user of users.get(id) ?? []) found.add(user);
  return found;
}

function isBytes(shape: Shape): boolean {
  return shape.kind === "string" && (shape.format === "binary" || shape.mediaType !== undefined);
}

function hasNamesBesideOthers(shape: Shape): boolean {
  if (shape.kind !== "object") return false;
  const { properties, patterns = [], rest } = shape;
  return properties.length > 0 && (patterns.length > 0 || (rest !== undefined && rest.kind !== "never"));
}

function isAllOneWay(shape: Shape): boolean {
  if (shape.kind !== "object" || shape.properties.length === 0) return false;
  const notes = shape.properties.map((property) => property.shape.notes);
  return [true, false].some((read) =>
    notes.every((note) => (read ? note?.readOnly : note?.writeOnly) === true),
  );
}

function isBase(shape: Shape): boolean {
  return shape.kind !== "union" && "discriminator" in shape && (shape.discriminator?.mapping.length ?? 0) > 0;
}

function isLooseTuple(shape: Shape): boolean {
  const { prefix, minItems = 0, items }: Partial<ListShape> = shape.kind === "list" ? shape : {};
  return prefix !== undefined && (minItems < prefix.length || items?.kind !== "never");
}

/** Whether a model is met again inside of itself, past lists and unions but no objects. */
function isOfItself({ models }: Api): (model: Model) => boolean {
  const byId = new Map(models.map((model) => [model.id, model]));
  return ({ id, shape }) => {
    const seen = new Set<string>();
    const pending: Shape[] = [shape];
    for (const next of pending) {
      if (next.kind === "union") for (const branch of next.branches) pending.push(branch);
      if (next.kind === "all") for (const part of next.parts) pending.push(part);
      if (next.kind === "list" && next.items !== undefined) pending.push(next.items);
      if (next.kind !== "reference") continue;
      if (next.id === id) return true;
      const model = seen.has(next.id) ? undefined : byId.get(next.id);
      seen.add(next.id);
      if (model !== undefined) pending.push(model.shape);
    }
    return false;
  };
}
