// The spec of this repository says what the facts of that API say. The facts lie outside of the repository; where
// they are not at hand, these tests are skipped.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { parse } from "yaml";
import type { Api } from "../generator/model/api.ts";
import type { Operation } from "../generator/model/operation.ts";
import type { Shape } from "../generator/model/shape.ts";
import { generateOwn } from "./stories.ts";

interface Facts {
  readonly operations: readonly OperationFacts[];
  readonly models: Readonly<Record<string, ModelFacts>>;
  readonly regions: readonly { readonly domain: string; readonly inSeedEraSdk: boolean }[];
}

interface OperationFacts {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly tags: { readonly seed: readonly string[] };
  readonly permissions?: {
    readonly seed?: { readonly type: string; readonly permissions: readonly string[] } | null;
  };
  readonly oauthScopes: readonly string[];
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
    readonly type: string;
    readonly default?: string;
    readonly since?: string;
  }[];
  readonly success: Readonly<Record<string, { readonly model: string | null }>>;
  readonly errors: Readonly<Record<string, { readonly codes: readonly string[] }>>;
  readonly errorStatusesSeedEra: readonly number[];
}

interface ModelFacts {
  readonly eras: readonly string[];
  readonly required?: readonly string[];
  readonly properties: Readonly<Record<string, PropertyFacts>>;
}

interface PropertyFacts {
  readonly type?: string;
  readonly format?: string;
  readonly ref?: string;
  readonly enum?: readonly string[];
  readonly items?: PropertyFacts;
  readonly readOnly?: boolean;
  readonly uniqueItems?: boolean;
  readonly since?: string;
}

const file = join(import.meta.dirname, "../../shared/reference/oauth-api-facts.yaml");
const isThere = existsSync(file);
const facts = isThere
  ? (parse(readFileSync(file, "utf8")) as Facts)
  : { operations: [], models: {}, regions: [] };
const seedModels = Object.entries(facts.models).filter(([, { eras }]) => eras.includes("seed"));

/** The spec is of the era of the page that it started from; what came later is told so. */
function isInSeed({ since = "" }: { readonly since?: string }): boolean {
  return !/not in the seed/i.test(since);
}

let api: Api;
beforeAll(async () => {
  const { value } = await generateOwn();
  if (value.api === undefined) throw new Error("The spec is not valid.");
  ({ api } = value);
});

function operationOf(id: string): Operation {
  const found = api.operations.find(({ operationId }) => operationId === id);
  if (found === undefined) throw new Error(`The spec has no ${id}.`);
  return found;
}

function modelOf(name: string): Shape | undefined {
  return api.models.find(({ key }) => key === name)?.shape;
}

it.skipIf(!isThere)("has the operations, the models and the regions of the facts, and no others", () => {
  expect(new Set(api.operations.map(({ operationId }) => operationId))).toEqual(
    new Set(facts.operations.map(({ operationId }) => operationId)),
  );
  const enums = api.models.filter(({ shape }) => shape.kind === "choice").map(({ key }) => key);
  const models = api.models.map(({ key }) => key).filter((key) => !enums.includes(key));
  expect(new Set(models)).toEqual(new Set(seedModels.map(([name]) => name)));
  const [region] = api.servers[0]?.variables ?? [];
  const domains = facts.regions.filter(({ inSeedEraSdk }) => inSeedEraSdk).map(({ domain }) => domain);
  expect([...(region?.values ?? [])].sort()).toEqual(domains.sort());
});

it.skipIf(!isThere).each(facts.operations.map((one) => [one.operationId, one] as const))(
  "%s is the operation of the facts",
  (id, fact) => {
    const operation = operationOf(id);
    expect([operation.method, operation.path, operation.tags]).toEqual([
      fact.method,
      fact.path,
      fact.tags.seed,
    ]);
    const needed = fact.permissions?.seed?.permissions ?? [];
    expect(operation.permissions).toEqual(needed.length > 0 ? { mode: "any", names: needed } : undefined);
    const scopes = operation.security.flatMap(({ schemes }) => schemes.flatMap((scheme) => scheme.scopes));
    expect(scopes.sort()).toEqual([...fact.oauthScopes].sort());
    const inSeed = fact.parameters.filter(isInSeed);
    const parameters = operation.parameters.map(({ name, in: place, required, shape }) => ({
      name,
      in: place,
      required,
      type: shape.kind,
      default: shape.notes?.default,
    }));
    const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1);
    expect(parameters.sort(byName)).toEqual(
      inSeed
        .filter(({ in: place }) => place !== "body")
        .map(({ name, in: place, required, type, default: text }) => ({
          name,
          in: place,
          required,
          type,
          default: text,
        }))
        .sort(byName),
    );
  },
);

it.skipIf(!isThere).each(facts.operations.map((one) => [one.operationId, one] as const))(
  "%s has the answers of the facts",
  (id, { success, errors, errorStatusesSeedEra }) => {
    const { responses } = operationOf(id);
    const statuses = responses.map(({ status }) => status);
    const good = Object.keys(success).filter((status) => status !== "default");
    expect(statuses.filter((status) => status.startsWith("2"))).toEqual(good.length > 0 ? good : ["204"]);
    expect(statuses.filter((status) => !status.startsWith("2"))).toEqual(errorStatusesSeedEra.map(String));
    for (const [status, { codes }] of Object.entries(errors)) {
      if (!errorStatusesSeedEra.includes(Number(status))) continue;
      const response = responses.find((one) => one.status === status);
      expect([...(response?.errorCodes ?? [])].sort(), status).toEqual([...codes].sort());
    }
  },
);

it.skipIf(!isThere).each(seedModels)(
  "%s is the model of the facts",
  (name, { required = [], properties }) => {
    const shape = modelOf(name);
    if (shape?.kind !== "object") throw new Error(`${name} is no object.`);
    const inSeed = Object.entries(properties).filter(([, fact]) => isInSeed(fact));
    expect(shape.properties.map((one) => one.name).sort()).toEqual(inSeed.map(([key]) => key).sort());
    expect(
      shape.properties
        .filter((one) => one.required)
        .map((one) => one.name)
        .sort(),
    ).toEqual([...required].sort());
    for (const [key, fact] of inSeed) {
      const property = shape.properties.find((one) => one.name === key);
      // In that era the rows of the list had a model of their own.
      const isRow = name === "OAuthClientEntityListing" && key === "entities";
      const said = isRow ? { ...fact, items: { ref: "OAuthClientListing" } } : fact;
      if (property !== undefined) expect(factsOf(property.shape), key).toMatchObject(told(said));
    }
  },
);

/** What the facts say of a property, as far as a shape can be asked for it. */
function told({ type, format, ref, enum: values, items, readOnly, uniqueItems }: PropertyFacts): object {
  return {
    ...(values === undefined && ref === undefined && type !== undefined ? { type } : {}),
    ...(format === undefined ? {} : { format }),
    ...(ref === undefined ? {} : { ref: ref }),
    ...(values === undefined ? {} : { values }),
    ...(items === undefined ? {} : { items: told(items) }),
    ...(readOnly === true ? { readOnly } : {}),
    ...(uniqueItems === true ? { uniqueItems } : {}),
  };
}

function factsOf(shape: Shape): object {
  const readOnly = shape.notes?.readOnly;
  switch (shape.kind) {
    case "reference": {
      const target = api.models.find(({ id }) => id === shape.id);
      if (target?.shape.kind === "choice")
        return { values: target.shape.values.map(({ value }) => value), readOnly };
      return { ref: target?.key, readOnly };
    }
    case "number":
      return { type: shape.integer ? "integer" : "number", format: shape.format, readOnly };
    case "list":
      return {
        type: "array",
        readOnly,
        ...(shape.unique === true ? { uniqueItems: true } : {}),
        ...(shape.items === undefined ? {} : { items: factsOf(shape.items) }),
      };
    case "string":
      return { type: "string", format: shape.format, readOnly };
    default:
      return { type: shape.kind, readOnly };
  }
}
