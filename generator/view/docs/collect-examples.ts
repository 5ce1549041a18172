import { isList, isMap, type Json } from "../../json.ts";
import type { Example, Media } from "../../model/operation.ts";
import type { Shape } from "../../model/shape.ts";
import { openJudge } from "../../values/find-misfit.ts";
import type { ViewContext } from "../view-context.ts";

/** Nobody writes examples that are nested deeper. */
const deepest = 40;

/**
 * A value for each model that an example of the spec shows, by the model's id: the examples of models and bodies
 * are followed along their shapes, and of several values the one with the most members is taken.
 */
export function collectExamples({ api, models }: ViewContext): ReadonlyMap<string, Json> {
  const found = new Map<string, Json>();
  const judge = openJudge(models, "response");

  function walk(shape: Shape, value: Json, depth: number): void {
    if (depth > deepest) return;
    switch (shape.kind) {
      case "reference": {
        const known = found.get(shape.id);
        if (known === undefined || sizeOf(value) > sizeOf(known)) found.set(shape.id, value);
        const model = models.get(shape.id);
        if (model !== undefined) walk(model.shape, value, depth + 1);
        return;
      }
      case "all":
        for (const part of shape.parts) walk(part, value, depth + 1);
        return;
      case "union": {
        const [only, ...others] = shape.branches.filter((branch) => judge(branch, value) === undefined);
        if (only !== undefined && others.length === 0) walk(only, value, depth + 1);
        return;
      }
      case "list":
        if (!isList(value) || shape.items === undefined) return;
        for (const item of value.slice(shape.prefix?.length ?? 0)) walk(shape.items, item, depth + 1);
        return;
      case "object":
        if (!isMap(value)) return;
        for (const { name, shape: inner } of shape.properties) {
          const member = value.get(name);
          if (member !== undefined) walk(inner, member, depth + 1);
        }
        return;
      default:
        return;
    }
  }

  for (const { id, shape } of api.models) {
    for (const value of shape.notes?.examples ?? []) {
      walk({ kind: "reference", id, place: shape.place }, value, 0);
    }
  }
  for (const { shape, examples } of everyMedia([...api.operations, ...api.webhooks])) {
    if (shape !== undefined) for (const value of exampleValues(examples)) walk(shape, value, 0);
  }
  return found;
}

function everyMedia(operations: ViewContext["api"]["operations"]): readonly Media[] {
  return operations.flatMap(({ body, responses, callbacks }) => [
    ...(body?.media ?? []),
    ...responses.flatMap(({ media }) => media),
    ...callbacks.flatMap((callback) => everyMedia(callback.operations)),
  ]);
}

/** The values that examples hold; those that stand elsewhere are nobody's here. */
export function exampleValues(examples: readonly Example[]): readonly Json[] {
  return examples.flatMap(({ value }) => (value === undefined ? [] : [value]));
}

function sizeOf(value: Json): number {
  if (isMap(value)) return value.size;
  return isList(value) ? Math.min(value.length, 1) : 0;
}
