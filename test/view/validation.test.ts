import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect, it } from "vitest";
import { readerWithin } from "../../generator/disk.ts";
import { loadSpec } from "../../generator/load/load-spec.ts";
import type { Json } from "../../generator/json.ts";
import type { Api } from "../../generator/model/api.ts";
import { buildModel } from "../../generator/model/build-model.ts";
import type { Media } from "../../generator/model/operation.ts";
import { buildNames } from "../../generator/names/build-names.ts";
import { sampleValue } from "../../generator/values/sample-value.ts";
import { operationKey } from "../../generator/names/names.ts";
import type { Schemas } from "../../templates/runtime/json-schema.ts";
import { type Direction, issuesOf } from "../../templates/runtime/validate.ts";
import type { Bodies } from "../../templates/runtime/validation.ts";
import { generateStory, golden, repository, stories } from "../stories.ts";
import { apiOf, plain } from "../values/spec.ts";
import { descriptionOf } from "./description-of.ts";

/** An example of a spec, and the schema for it. */
interface Shown {
  readonly at: string;
  readonly value: unknown;
  readonly bodies: Bodies;
  readonly type: string;
  readonly direction: Direction;
}

function examplesOf(api: Api): readonly Shown[] {
  const { operations } = descriptionOf(api);
  const names = buildNames(api).value;
  const models = new Map(api.models.map((model) => [model.id, model]));
  return api.operations.flatMap((operation) => {
    const { request = {}, responses = {} } =
      operations[names.operations.get(operationKey(operation))?.function ?? ""] ?? {};
    const shown = (media: readonly Media[], bodies: Bodies, direction: Direction): readonly Shown[] =>
      media.flatMap(({ type, shape, place, examples }) => {
        const written = examples.flatMap(({ value }) => (value === undefined ? [] : [value]));
        const made = shape === undefined ? [] : [sampleValue(models, shape, direction)];
        const at = `${place.file}${place.pointer}`;
        return [...written, ...made].map((value) => ({ at, value: parsed(value), bodies, type, direction }));
      });
    return [
      ...shown(operation.body?.media ?? [], request, "request"),
      ...operation.responses.flatMap(({ status, media }) => {
        const [, bodies = {}] =
          Object.entries(responses).find(([keys]) => keys.split(" ").includes(status)) ?? [];
        return shown(media, bodies, "response");
      }),
    ];
  });
}

/** As a program reads it from JSON, whose integers are numbers. */
function parsed(value: Json): unknown {
  const text = JSON.stringify(plain(value), (_, one: unknown) =>
    typeof one === "bigint" ? Number(one) : one,
  );
  return JSON.parse(text);
}

/** What each of two judges says of the examples and of what is left when a member is taken from them. */
function verdictsOn(
  api: Api,
): readonly { readonly at: string; readonly ours: boolean; readonly ajv: boolean }[] {
  const { $defs } = descriptionOf(api);
  return examplesOf(api).flatMap(({ at, value, bodies, type, direction }) => {
    const schema = bodies[type] ?? true;
    const judge = ajvOf(schema, $defs);
    return [value, ...poorer(value)].map((one) => ({
      at,
      ours: issuesOf(schema, one, $defs, direction).length === 0,
      ajv: judge(one),
    }));
  });
}

function poorer(value: unknown): readonly unknown[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [undefined, [value]];
  return Object.keys(value).map((name) => ({ ...value, [name]: [] }));
}

function ajvOf(schema: unknown, $defs: Schemas): (value: unknown) => boolean {
  const ajv = new Ajv2020({ strict: false, ownProperties: true, logger: false, validateSchema: false });
  addFormats.default(ajv);
  const validate = ajv.compile({ $ref: "#/$defs/ $", $defs: { ...$defs, " $": schema } });
  return (value) => validate(value);
}

function apiIn(folder: string): Api {
  const { value } = loadSpec("spec/openapi.yaml", readerWithin(folder));
  return buildModel(value ?? expect.fail());
}

it("describes the examples of our own spec", () => {
  const api = apiIn(repository);
  const shown = examplesOf(api);
  expect(shown.length).toBeGreaterThan(20);
  const { $defs } = descriptionOf(api);
  const wrong = shown.flatMap(({ at, value: one, bodies, type, direction }) =>
    issuesOf(bodies[type] ?? true, one, $defs, direction).map((issue) => ({ at, ...issue })),
  );
  expect(wrong).toEqual([]);
  const verdicts = verdictsOn(api);
  expect(verdicts.filter(({ ours }) => !ours).length).toBeGreaterThan(20);
  expect(verdicts.filter(({ ours, ajv }) => ours !== ajv)).toEqual([]);
});

it("describes the examples of every story as ajv understands it", () => {
  const apis = stories.map((story) => apiIn(join(golden, story)));
  // Of what only travels one way Ajv knows nothing: see test/properties/validation.test.ts.
  const isPlain = (api: Api): boolean =>
    !/"(?:read|write)Only":true/.test(JSON.stringify(descriptionOf(api)));
  const verdicts = apis.filter(isPlain).flatMap(verdictsOn);
  expect(verdicts.length).toBeGreaterThan(200);
  expect(verdicts.filter(({ ours, ajv }) => ours !== ajv)).toEqual([]);
});

/** The schema of one model. */
function schemaOf(schema: object, version = "3.1.0"): unknown {
  const content = { "application/json": { schema: { $ref: "#/components/schemas/Root" } } };
  const { $defs } = descriptionOf(
    apiOf(
      {
        paths: { "/": { get: { responses: { "200": { description: "", content } } } } },
        components: { schemas: { Root: schema, Other: { type: "string" } } },
      },
      version,
    ),
  );
  return $defs["Root"];
}

const other = { $ref: "#/components/schemas/Other" };

type Row = readonly [what: string, schema: object, made: object, version?: string];

const rows: readonly Row[] = [
  [
    "what describes and does not decide",
    { title: "a", description: "b", type: "string", format: "uri" },
    { type: "string" },
  ],
  [
    "types side by side",
    { type: ["string", "integer", "null"], minLength: 1 },
    { type: ["string", "integer", "null"], minLength: 1 },
  ],
  ["a null of old", { type: "string", nullable: true }, { type: ["string", "null"] }, "3.0.3"],
  [
    "a bound of old",
    { type: "number", minimum: 1, exclusiveMinimum: true },
    { type: "number", exclusiveMinimum: 1 },
    "3.0.3",
  ],
  [
    "a bound that no number holds",
    { type: "integer", maximum: 2 ** 63 },
    { type: "integer", maximum: 2 ** 63 },
  ],
  ["values of a type", { type: "string", enum: ["a", "b", 1] }, { enum: ["a", "b"] }],
  [
    "values within something",
    { type: "string", pattern: "^a", enum: ["a"] },
    { enum: ["a"], allOf: [{ type: "string", pattern: "^a" }] },
  ],
  ["a list that grows", { type: "string", "x-extensible-enum": ["a"] }, { allOf: [{ type: "string" }] }],
  ["a pattern that is none", { type: "string", pattern: "(" }, { type: "string" }],
  [
    "the rest beside a pattern that is none",
    { type: "object", patternProperties: { "(": {}, a: false }, additionalProperties: false },
    { type: "object", patternProperties: { a: false } },
  ],
  [
    "a branch of one way",
    { properties: { a: { ...other, readOnly: true } } },
    { properties: { a: { $ref: "#/$defs/Other", readOnly: true } } },
  ],
  [
    "what is left over",
    { type: "object", allOf: [other], properties: { a: {} }, unevaluatedProperties: false },
    {
      type: "object",
      properties: { a: true },
      unevaluatedProperties: false,
      allOf: [{ $ref: "#/$defs/Other" }],
    },
  ],
  [
    "a name that is special",
    { properties: { ["__proto__"]: { type: "null" } } },
    { properties: { ["__proto__"]: { type: "null" } } },
  ],
];

it.each(rows.map((row) => [row[0], row] as const))(
  "makes JSON Schema of %s",
  (_, [, schema, made, version]) => {
    expect(schemaOf(schema, version)).toEqual(made);
  },
);

it("makes a file that only those load who ask for it", async () => {
  const { value } = await generateStory("validation");
  const texts = new Map(value.files.map(({ path, text }) => [path, text]));
  expect(JSON.parse(texts.get("package.json") ?? "")).toMatchObject({
    exports: { "./validation": { default: "./dist/validation.js" } },
  });
  const own =
    /^src\/(?:validation|runtime\/(?:valid|standard|json-(?:schema|value)|judge|evaluated|left-out).*)\.ts$/;
  const others = [...texts].filter(([path]) => path.endsWith(".ts") && !own.test(path));
  expect(others.length).toBeGreaterThan(10);
  expect(others.filter(([, text]) => /\/(?:validat\w*|standard-schema)(?:-error)?\.js"/.test(text))).toEqual(
    [],
  );
});

it("makes no file where no body is JSON", async () => {
  const { value } = await generateStory("nothing-to-call");
  expect(value.files.filter(({ path }) => path.includes("valid"))).toEqual([]);
});
