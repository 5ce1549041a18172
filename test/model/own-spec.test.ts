import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { printJson } from "../../generator/json.ts";
import type { Place } from "../../generator/location.ts";
import type { Api } from "../../generator/model/api.ts";
import { buildModel } from "../../generator/model/build-model.ts";
import { everyShapeOf } from "../../generator/model/every-shape.ts";
import { loadSpec } from "../../generator/load/load-spec.ts";
import { golden, repository, stories } from "../stories.ts";

function ownModel(): Api {
  const { value } = loadSpec("spec/openapi.yaml", (file) => readFileSync(join(repository, file), "utf8"));
  if (value === undefined) throw new Error("Our own spec cannot be read.");
  return buildModel(value);
}

it("is plain data that prints as JSON, with nothing left to chance", () => {
  const text = printJson(ownModel());
  expect(printJson(JSON.parse(text))).toBe(text);
  expect(printJson(ownModel())).toBe(text);
});

it("can be built again from the same document, with the same result", () => {
  const { value } = loadSpec("spec/openapi.yaml", (file) => readFileSync(join(repository, file), "utf8"));
  if (value === undefined) throw new Error("Our own spec cannot be read.");
  expect(buildModel(value)).toEqual(buildModel(value));
});

it("refers to models that there are", () => {
  const api = ownModel();
  const ids = new Set(api.models.map(({ id }) => id));
  const references = everyShapeOf(api).flatMap((shape) => (shape.kind === "reference" ? [shape.id] : []));
  expect(references.length).toBeGreaterThan(20);
  expect(references.filter((id) => !ids.has(id))).toEqual([]);
  expect(ids.size).toBe(api.models.length);
});

it.each(["our own", ...stories.filter((story) => story !== "empty-paths")])(
  "says of everything where it is written: %s",
  (story) => {
    const root = story === "our own" ? repository : join(golden, story);
    const { value: document } = loadSpec("spec/openapi.yaml", (file) =>
      readFileSync(join(root, file), "utf8"),
    );
    if (document === undefined) throw new Error("The spec of this story cannot be read.");
    const places = placesIn(buildModel(document));
    expect(places.length).toBeGreaterThan(0);
    expect(places.filter((place) => place === undefined || document.at(place) === undefined)).toEqual([]);
  },
);

/** The place of everything that has one; undefined where something that has a kind or a name of its own has none. */
function placesIn(value: unknown): readonly (Place | undefined)[] {
  if (typeof value !== "object" || value === null || value instanceof Map) return [];
  const inner = Object.entries(value).flatMap(([key, member]) => (key === "place" ? [] : placesIn(member)));
  if ("place" in value) return [value.place as Place, ...inner];
  return "kind" in value && !("scopes" in value) ? [undefined, ...inner] : inner;
}

it("keeps the order of the spec", () => {
  const api = ownModel();
  const text = readFileSync(join(repository, "spec/openapi.yaml"), "utf8");
  const positions = (names: readonly string[]): readonly number[] =>
    names.map((name) => text.indexOf(`\n  ${name}:`));
  const paths = [...new Set(api.operations.map(({ path }) => path))];
  expect(positions(paths)).toEqual(positions(paths).toSorted((a, b) => a - b));
  const keys = api.models.flatMap(({ key }) => (key === undefined ? [] : [`  ${key}`]));
  expect(positions(keys)).toEqual(positions(keys).toSorted((a, b) => a - b));
  expect(positions([...paths, ...keys])).not.toContain(-1);
});
