// The same spec gives the same client: twice, in another order, beside something new, and out of its own bundle.
import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { Config } from "../../generator/config/config.ts";
import type { Generated } from "../../generator/generate.ts";
import { loadSpec } from "../../generator/load/load-spec.ts";
import { buildModel } from "../../generator/model/build-model.ts";
import { buildNames } from "../../generator/names/build-names.ts";
import { plainNames } from "../builders/names-from.ts";
import { generateTexts } from "../stories.ts";
import { drawn } from "./draw.ts";
import { yamlOf } from "./packages.ts";
import { specs } from "./random-spec.ts";
import type { Fields } from "./random-schema.ts";
import { isObject } from "./random-value.ts";
import { reversed } from "./reversed.ts";
import { patience, runs } from "./runs.ts";

/** Every name that the client of a spec gives, as a set of lines. */
function namesOf(spec: Fields): readonly string[] {
  const { value } = loadSpec("openapi.json", () => JSON.stringify(spec));
  if (value === undefined) throw new Error("The random spec cannot be read.");
  return leaves(plainNames(buildNames(buildModel(value)).value)).toSorted();
}

/** Each value deep inside another with the way to it; items of lists by what they hold. */
function leaves(value: unknown, way = ""): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => leaves(item, `${way}/${JSON.stringify(item)}`));
  if (!isObject(value)) return [`${way} ${String(value)}`];
  return Object.entries(value).flatMap(([key, member]) => leaves(member, `${way}/${key}`));
}

/** The first property that fails is printed with its spec. */
function holds(property: (spec: Fields) => void, times: number): void {
  for (const spec of fc.sample(specs, runs(times))) {
    try {
      property(spec);
    } catch (fault) {
      throw new Error(`${fault instanceof Error ? fault.message : ""}\n\n${yamlOf(spec)}`, { cause: fault });
    }
  }
}

it(
  "gives the same names in whatever order a spec is written",
  () => {
    holds((spec) => expect(namesOf(reversed(spec) as Fields)).toEqual(namesOf(spec)), 25);
  },
  patience,
);

it(
  "renames nothing for what comes beside it",
  () => {
    holds((spec) => {
      const is2 = "swagger" in spec;
      const { components, definitions } = spec as Readonly<Record<string, Fields | undefined>>;
      const added = { ZuluYankee: { type: "object", properties: { a: { type: "string" } } } };
      const operation = {
        operationId: "zuluXray",
        tags: ["zuluTag"],
        responses: { "200": { description: "x" } },
      };
      const more = {
        ...spec,
        paths: { ...(spec["paths"] as Fields), "/zulu": { get: operation } },
        ...(is2
          ? { definitions: { ...definitions, ...added } }
          : { components: { ...components, schemas: { ...(components?.["schemas"] as Fields), ...added } } }),
      };
      const after = new Set(namesOf(more));
      expect(namesOf(spec).filter((name) => !after.has(name))).toEqual([]);
    }, 25);
  },
  patience,
);

const outputs = { outputs: ["client", "models", "docs"] } satisfies Partial<Config>;

async function generated(name: string, text: string): Promise<Generated> {
  const { value, diagnostics } = await generateTexts({ [name]: text }, outputs);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return value;
}

it(
  "makes the same of the same, and of the bundle of it",
  async () => {
    const some = fc.sample(
      drawn((draw) => draw.from(() => specs)),
      runs(5),
    );
    for (const spec of some) {
      const text = JSON.stringify(spec);
      const first = await generated("openapi.yaml", text);
      expect(await generated("openapi.yaml", text), yamlOf(spec)).toMatchObject({ files: first.files });
      const bundle = first.files.find(({ path }) => path === "openapi.yaml")?.text ?? "";
      const again = await generated("openapi.yaml", bundle);
      const before = new Map(first.files.map((file) => [file.path, file.text]));
      const changed = again.files.filter((file) => before.get(file.path) !== file.text);
      expect(changed, `${yamlOf(spec)}\n${changed.map(({ path }) => path).join(" ")}`).toEqual([]);
      expect(again.files.map(({ path }) => path)).toEqual(first.files.map(({ path }) => path));
    }
  },
  patience,
);
