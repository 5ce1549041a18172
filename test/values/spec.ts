import type { Json } from "../../generator/json.ts";
import { isList, isMap } from "../../generator/json.ts";
import type { SpecDocument, SpecNode, SpecVersion } from "../../generator/load/document.ts";
import { pointerKeys, type Place } from "../../generator/location.ts";
import type { Api, Model } from "../../generator/model/api.ts";
import { buildModel } from "../../generator/model/build-model.ts";

/** Plain data of a test as a spec holds it. */
export function json(value: unknown): Json {
  if (Array.isArray(value)) return value.map(json);
  if (typeof value === "object" && value !== null) {
    return new Map(Object.entries(value).map(([key, member]) => [key, json(member)]));
  }
  return value as Json;
}

/** A spec of one file whose references stay inside of it. */
function documentOf(value: Json, version: SpecVersion): SpecDocument {
  const at = ({ pointer }: Place): SpecNode | undefined => {
    let here: Json | undefined = value;
    for (const key of pointerKeys(pointer)) {
      here = isMap(here) ? here.get(key) : isList(here) ? here[Number(key)] : undefined;
    }
    return here === undefined ? undefined : { value: here, place: { file: "spec.json", pointer } };
  };
  const place = { file: "spec.json", pointer: "" };
  return {
    entry: "spec.json",
    version,
    files: new Map(),
    root: { value, place },
    objects: [],
    at,
    resolve: (reference) => at({ file: "spec.json", pointer: reference.slice(1) }),
    locate: () => ({ ...place, line: 1, column: 1 }),
  };
}

export function apiOf(spec: unknown, version: SpecVersion = "3.1"): Api {
  return buildModel(documentOf(json(spec), version));
}

/** The models of these component schemas, by id. */
export function modelsOf(schemas: unknown, version?: SpecVersion): ReadonlyMap<string, Model> {
  const { models } = apiOf({ components: { schemas } }, version);
  return new Map(models.map((model) => [model.id, model]));
}
