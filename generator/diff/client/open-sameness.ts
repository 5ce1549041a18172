import type { Model } from "../../model/api.ts";
import { referredIds } from "../../model/directions.ts";
import { everyShape } from "../../model/every-shape.ts";
import type { Operation } from "../../model/operation.ts";
import type { Shape } from "../../model/shape.ts";
import type { IsSame } from "../walk/same-shape.ts";
import type { Surface } from "./surface.ts";

/** Whether two things of the spec are printed alike, so that nobody needs to print them. */
export type IsSameSubject = (was: Subject, is: Subject) => boolean;

type Subject = Model | Operation | undefined;

/** Told from the specs alone; what seems to differ may be the same all the same. */
export function openSameness(before: Surface, after: Surface, isSame: IsSame): IsSameSubject {
  const wordsOf = { before: modelWords(before), after: modelWords(after) };
  return (was, is) => {
    if (was === undefined || is === undefined) return false;
    if ("shape" in was && "shape" in is)
      return (
        wordsOf.before(was.id) === wordsOf.after(is.id) &&
        isSame(was.shape, is.shape) &&
        isNamedAlike(was.shape, is.shape)
      );
    return !("shape" in was) && !("shape" in is) && isAlike(was, is);
  };

  /** Whether the models that two shapes name are met in the same ways. */
  function isNamedAlike(was: Shape, is: Shape): boolean {
    const [old, now] = [named(was, wordsOf.before), named(is, wordsOf.after)];
    return old === now;
  }

  /** Two operations, or parts of them. */
  function isAlike(was: unknown, is: unknown): boolean {
    if (was === is) return true;
    if (typeof was !== "object" || typeof is !== "object" || was === null || is === null) return false;
    if (isShape(was) || isShape(is))
      return isShape(was) && isShape(is) && isSame(was, is) && isNamedAlike(was, is);
    if (was instanceof Map || is instanceof Map)
      return was instanceof Map && is instanceof Map && isAlike([...was], [...is]);
    const [old, now] = [told(was), told(is)];
    return (
      old.length === now.length &&
      old.every(([key, value], index) => key === now[index]?.[0] && isAlike(value, now[index][1]))
    );
  }
}

const words = new Set([
  "place",
  "description",
  "summary",
  "examples",
  "docs",
  "extensions",
  "operationId",
  "tags",
]);

function told(value: object): readonly (readonly [string, unknown])[] {
  return Object.entries(value).filter(([key]) => !words.has(key));
}

function isShape(value: object): value is Shape {
  return "kind" in value && "place" in value;
}

/** How a model is met, and by which of its properties it is told from others. */
function modelWords({ names, directions, discriminators, models }: Surface): (id: string) => string {
  const tags = new Map<string, string>();
  for (const each of discriminators) {
    const id = each.slice(0, each.lastIndexOf(" "));
    tags.set(id, `${tags.get(id) ?? ""} ${each.slice(id.length)}`);
  }
  return (id) => {
    const { request, response, differs, isForm } = directions.get(id) ?? {};
    const isSplit = names.models.get(id)?.input !== undefined;
    const choices = models.get(id)?.shape;
    const listed = choices?.kind === "choice" ? choices.values.map(({ name = "" }) => name).join() : "";
    return [request, response, differs, isForm, isSplit, tags.get(id), listed].join();
  };
}

function named(shape: Shape, wordsOf: (id: string) => string): string {
  return everyShape(shape)
    .flatMap((each) => referredIds(each).map(wordsOf))
    .join(";");
}
