import type { Json, JsonMap } from "../json.ts";
import type { Media, Operation } from "../model/operation.ts";
import { operationKey } from "../names/names.ts";
import { jsonSchema, type ReferTo } from "./json-schema.ts";
import { literalText } from "./text.ts";
import type { NamedOperation, ViewContext } from "./view-context.ts";
import { answerKind, mediaKind } from "./wire-text.ts";

/** What an API says of its JSON bodies, as templates/runtime/validation.ts wants it. */
export interface BodyDescriptions {
  /** By the name of the function. */
  readonly operations: readonly (readonly [name: string, bodies: JsonMap])[];
  /** The models that the operations lead to, by name. */
  readonly models: readonly (readonly [name: string, schema: Json])[];
}

/** Describe the bodies of all operations that send or get JSON. */
export function describeBodies(views: ViewContext): BodyDescriptions {
  const schemas = openModelSchemas(views);
  const operations = judgedOperations(views).map(
    ({ operation, names }) => [names.function, bodiesOf(operation, names.function, schemas.referTo)] as const,
  );
  return { operations, models: schemas.all() };
}

/** The operations that send or get JSON. */
export function judgedOperations({ groups }: ViewContext): readonly NamedOperation[] {
  const all = groups.flatMap(({ operations }) => operations);
  return all.filter(
    ({ operation }) =>
      sentJson(operation).length > 0 || answers(operation).some(({ media }) => media.some(isJsonAnswer)),
  );
}

/** The JSON that a request may hold, by media type. */
export function sentJson({ body }: Operation): readonly Media[] {
  return (body?.media ?? []).filter(isJsonBody);
}

function isJsonBody({ type }: Media): boolean {
  return mediaKind(type) === "json";
}

/** Whether an answer of this kind holds JSON. */
export function isJsonAnswer(media: Media): boolean {
  return answerKind(media) === "json";
}

/** The answers of an operation that may have a body: HEAD has none (RFC 9110, 9.3.2). */
export function answers({ method, responses }: Operation): Operation["responses"] {
  return method === "HEAD" ? [] : responses;
}

interface ModelSchemas {
  readonly referTo: ReferTo;
  /** The models that were asked for, and all that they refer to. */
  all(): readonly (readonly [name: string, schema: Json])[];
}

function openModelSchemas({ names, models }: ViewContext): ModelSchemas {
  const asked = new Set<string>();
  const nameOf = (id: string): string => names.models.get(id)?.type ?? id;
  const referTo: ReferTo = (id) => {
    asked.add(id);
    return `#/$defs/${nameOf(id)}`;
  };
  return {
    referTo,
    all: () => {
      const made: (readonly [string, Json])[] = [];
      // A set that grows while it is walked through is walked through to its end.
      for (const id of asked) {
        const shape = models.get(id)?.shape;
        if (shape !== undefined) made.push([nameOf(id), jsonSchema(shape, referTo)]);
      }
      return made.sort(([a], [b]) => (a < b ? -1 : 1));
    },
  };
}

/** What the runtime is told: `id` where it is not the name, the bodies by media type. */
function bodiesOf(operation: Operation, name: string, referTo: ReferTo): JsonMap {
  const { operationId: id = operationKey(operation), body } = operation;
  const request = byType(body?.media ?? [], isJsonBody, referTo);
  // What has no JSON is listed where it would be taken for something else.
  const isRest = (status: string): boolean => !/^\d{3}$/.test(status);
  const hasRest = answers(operation).some(({ status }) => isRest(status));
  const responses = answers(operation)
    .map(({ status, media }) => [status, byType(media, isJsonAnswer, referTo)] as const)
    .filter(([, media]) => media.size > 0 || hasRest);
  return new Map<string, Json>([
    ...(id === name ? [] : [["id", id] as const]),
    ...(request.size === 0 ? [] : [["request", request] as const]),
    ...(responses.some(([, media]) => media.size > 0) ? [["responses", grouped(responses)] as const] : []),
  ]);
}

/** Statuses that are answered alike share one key, with spaces between them. */
function grouped(responses: readonly (readonly [status: string, media: JsonMap])[]): JsonMap {
  return new Map(
    groupedBy(responses, ([, media]) => literalText(media)).map((alike) => [
      alike.map(([status]) => status).join(" "),
      alike[0]?.[1] ?? new Map(),
    ]),
  );
}

/** Those of one key together, where the first of them stands. */
export function groupedBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): readonly (readonly Item[])[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}

function byType(media: readonly Media[], isJson: (media: Media) => boolean, referTo: ReferTo): JsonMap {
  if (!media.some(isJson)) return new Map();
  return new Map(media.map((one) => [one.type, isJson(one) ? schemaOf(one, referTo) : true]));
}

/** Where anything goes, a schema of the caller's own may still stand in. */
function schemaOf({ shape }: Media, referTo: ReferTo): Json {
  const schema = shape === undefined ? true : jsonSchema(shape, referTo);
  return schema === true ? new Map() : schema;
}
