import type { Model } from "../model/api.ts";
import type { Media } from "../model/operation.ts";
import type { Property, Shape } from "../model/shape.ts";
import { answerKind, mediaKind } from "./wire-text.ts";

/** A body that comes item by item. */
export interface StreamView {
  /** Lines of JSON; JSON in the data of events; events whole, their data as text; the same, some of it as JSON. */
  readonly form: "lines" | "data" | "events" | "json events";
  /** What an item is; absent for any JSON, and for any event where its data is text. */
  readonly item?: Shape;
  /** What is read as JSON. */
  readonly json: readonly Shape[];
  /** The events whose data is JSON, by name; none: all. */
  readonly names: readonly string[];
}

type Models = ReadonlyMap<string, Model>;

/** How a body of an answer streams; undefined where it does not. */
export function streamOf(media: Media, models: Models): StreamView | undefined {
  switch (answerKind(media)) {
    case "lines": {
      const item = lineShape(media, models);
      return { form: "lines", ...(item && { item }), json: item === undefined ? [] : [item], names: [] };
    }
    case "events":
      return eventStream(media, models);
    default:
      return undefined;
  }
}

/**
 * What a line holds: a schema of the whole is one of a list of all lines (OpenAPI 3.2, "Sequential Media Types"), and
 * where authors knew no `itemSchema`, of each line, unless it says no more than that the whole is text.
 */
export function lineShape({ shape, itemShape }: Media, models: Models): Shape | undefined {
  if (itemShape !== undefined || shape === undefined) return itemShape;
  const whole = resolved(shape, models);
  if (whole.kind === "list") return whole.items;
  return whole.kind === "string" ? undefined : shape;
}

/** Whether an item is any event. */
export function isAnyEvent({ form, item }: StreamView): boolean {
  return form === "events" && item === undefined;
}

/** The fields of an event (OpenAPI 3.2, "Special Considerations for Server-Sent Events"). */
const eventFields = ["data", "event", "id", "retry"];

/**
 * The schema of an item describes the event itself. Authors who knew no `itemSchema`, and some who do, describe the
 * JSON in its data instead: what has other properties than an event is that.
 */
function eventStream({ shape, itemShape }: Media, models: Models): StreamView {
  const whole = shape && resolved(shape, models);
  const item = itemShape ?? (whole?.kind === "list" ? whole.items : undefined);
  const source = item ?? shape;
  const kind = source && resolved(source, models).kind;
  if (source === undefined || kind === "string" || kind === "any")
    return { form: "events", json: [], names: [] };
  const properties = propertiesOf(source, models);
  const names = properties.map(({ name }) => name);
  const isPlain = item !== undefined && names.length > 0 && names.every((name) => eventFields.includes(name));
  if (!isPlain && !(names.includes("data") && names.includes("event"))) {
    return { form: "data", item: source, json: [source], names: [] };
  }
  const data = properties.filter(({ name }) => name === "data").map((one) => one.shape);
  const json = data.flatMap((one) => jsonOf(one, models) ?? []);
  if (json.length === 0) return { form: "events", item: source, json, names: [] };
  const isMixed = data.some((one) => jsonOf(one, models) === undefined);
  return {
    form: "json events",
    item: withJson(source, models, isMixed),
    json,
    names: isMixed ? namesOfJson(source, models) : [],
  };
}

/** What a model stands for, if it is another shape right away. */
function resolved(shape: Shape, models: Models): Shape {
  let found = shape;
  for (const seen = new Set<string>(); found.kind === "reference" && !seen.has(found.id);) {
    seen.add(found.id);
    found = models.get(found.id)?.shape ?? found;
  }
  return found;
}

/** Shapes that a value is one of or all of at once, models looked up, each with its parts. */
function partsOf(shape: Shape, models: Models): readonly Shape[] {
  const found = new Set<Shape>([resolved(shape, models)]);
  for (const one of found) {
    const inner = one.kind === "union" ? one.branches : one.kind === "all" ? one.parts : [];
    for (const part of inner) found.add(resolved(part, models));
  }
  return [...found];
}

function propertiesOf(shape: Shape, models: Models): readonly Property[] {
  return partsOf(shape, models).flatMap((part) => (part.kind === "object" ? part.properties : []));
}

/** What the data of an event holds as JSON; undefined for text. */
function jsonOf(data: Shape, models: Models): Shape | undefined {
  const shape = resolved(data, models);
  if (shape.kind === "choice")
    return shape.values.some(({ value }) => typeof value !== "string") ? data : undefined;
  if (shape.kind === "any") return undefined;
  if (shape.kind !== "string") return data;
  const isJson = shape.mediaType !== undefined && mediaKind(shape.mediaType) === "json";
  if (!isJson || shape.encoding !== undefined) return undefined;
  return shape.content ?? { kind: "any", place: shape.place };
}

/** The names of the events with JSON in their data, as far as they are listed. */
function namesOfJson(shape: Shape, models: Models): readonly string[] {
  const names = partsOf(shape, models).flatMap((part) => {
    if (part.kind !== "object") return [];
    const find = (name: string): Shape | undefined => part.properties.find((one) => one.name === name)?.shape;
    const data = find("data");
    const event = find("event");
    if (data === undefined || jsonOf(data, models) === undefined || event?.kind !== "choice") return [];
    return event.values.map(({ value }) => String(value));
  });
  return [...new Set(names)];
}

/** The same events with data that is decoded; beside parts with JSON, mere text says nothing of it. */
function withJson(shape: Shape, models: Models, isMixed: boolean, entered: readonly string[] = []): Shape {
  const inside = (one: Shape): Shape => withJson(one, models, isMixed, entered);
  switch (shape.kind) {
    case "reference": {
      const model = models.get(shape.id)?.shape;
      if (model === undefined || entered.includes(shape.id)) return shape;
      const changed = withJson(model, models, isMixed, [...entered, shape.id]);
      return changed === model ? shape : changed;
    }
    case "union": {
      const branches = shape.branches.map(inside);
      return isSame(branches, shape.branches) ? shape : { ...shape, branches };
    }
    case "all": {
      const parts = shape.parts.map(inside);
      if (isSame(parts, shape.parts)) return shape;
      return { ...shape, parts: isMixed ? parts.map((part) => withAnyText(part, models)) : parts };
    }
    case "object": {
      const properties = shape.properties.map((property) => {
        const data = property.name === "data" ? resolved(property.shape, models) : undefined;
        const json = data?.kind === "string" ? jsonOf(data, models) : undefined;
        return json === undefined ? property : { ...property, shape: json };
      });
      return isSame(properties, shape.properties) ? shape : { ...shape, properties };
    }
    default:
      return shape;
  }
}

function withAnyText(part: Shape, models: Models): Shape {
  if (part.kind === "reference") {
    const model = resolved(part, models);
    const changed = model.kind === "object" ? withAnyText(model, models) : model;
    return changed === model ? part : changed;
  }
  if (part.kind !== "object") return part;
  const properties = part.properties.map((property): Property => {
    const isText = property.name === "data" && property.shape.kind === "string";
    return isText ? { ...property, shape: { kind: "any", place: property.shape.place } } : property;
  });
  return isSame(properties, part.properties) ? part : { ...part, properties };
}

function isSame<T>(some: readonly T[], others: readonly T[]): boolean {
  return some.every((one, index) => one === others[index]);
}
