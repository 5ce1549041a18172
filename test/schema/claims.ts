// What the types of a spec have to say of each other: ours, and those that openapi-typescript makes.
import { isMap, type Json } from "../../generator/json.ts";
import type { Api, Model } from "../../generator/model/api.ts";
import type { Names } from "../../generator/names/names.ts";

/** A type of ours beside the wire type of the same schema. */
export interface Pair {
  readonly model: Model;
  /** The name of our type. */
  readonly name: string;
  /** The file below `src/models` that it stands in. */
  readonly file: string;
  /** The key of the wire type among the schemas. */
  readonly key: string;
}

/** Which of the two types a value is of; it is claimed to be of the other one too. */
export type Way = "the schema fits" | "fits the schema";

/** The types of each model beside the wire type; none of a model that has no name in the bundle. */
export function pairsOf(api: Api, names: Names, bundle: Json): readonly Pair[] {
  const components = isMap(bundle) ? bundle.get("components") : undefined;
  const listed = isMap(components) ? components.get("schemas") : undefined;
  const defined = isMap(bundle) ? bundle.get("definitions") : undefined;
  const isThere = (key: string): boolean => [listed, defined].some((some) => isMap(some) && some.has(key));
  return api.models.flatMap((model) => {
    const { type = model.id, input } = names.models.get(model.id) ?? {};
    const key = model.key ?? type;
    if (!isThere(key)) return [];
    const called = [type, ...(input === undefined ? [] : [input])];
    return called.map((name) => ({ model, name, file: type, key }));
  });
}

/**
 * A function that the compiler takes if the claim holds.
 *
 * @param folder the one that holds `src`
 * @param loosened what our type is compared as, with `T` in its place
 */
export function proofOf({ name, file, key }: Pair, way: Way, folder: string, loosened = "Close<T>"): string {
  const ours = `import("${folder}/src/models/${file}.js").${name}`;
  const theirs = `import("${folder}/src/schema.js").components["schemas"][${JSON.stringify(key)}]`;
  return way === "the schema fits"
    ? `(value: ${theirs}): ${ours} => value`
    : `(value: ${loosened.replace("T", () => ours)}): ${theirs} => value`;
}
