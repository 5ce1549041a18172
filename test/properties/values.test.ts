// The type of a schema is as good as the schema: it takes the values of it, and refuses others where a type can.
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { Direction } from "../../generator/model/directions.ts";
import { generateTexts } from "../stories.ts";
import { awkwardWords, plainWords } from "./awkward-words.ts";
import { type Draw, drawn } from "./draw.ts";
import { travelling } from "./one-way.ts";
import { errorsIn, type Faults, faultsOfPackages, yamlOf } from "./packages.ts";
import { type Fields, fieldsOf, type Schema, schemaReference, type Scope } from "./random-schema.ts";
import { randomModels } from "./random-spec.ts";
import { valueOf } from "./random-value.ts";
import { isSearch, patience, runs } from "./runs.ts";
import { type Sight, wrongsOf } from "./wrong-value.ts";

type Use = "requests" | "responses" | "both";

/** Schemas, how they are used, and choices for the values of them. */
interface Case {
  readonly scope: Scope;
  readonly use: Use;
  readonly schemas: Readonly<Record<string, Schema>>;
  readonly draw: Draw;
}

const valuesEach = 6;

const cases: fc.Arbitrary<Case> = drawn((draw) => {
  const models = ["Alpha", "Beta", "Gamma", ...draw.some(plainWords, 0.05)];
  // To a compiler, every object has what it inherits.
  const own = awkwardWords.filter((word) => word === "__proto__" || !(word in Object.prototype));
  const words = Array.from({ length: 8 }, () => draw.one(own));
  const scope: Scope = { version: "3.1", models, words, isTyped: true };
  return {
    scope,
    use: draw.one<Use>(["requests", "responses", "both"]),
    schemas: randomModels(draw, scope),
    draw,
  };
});

/** A spec in which every schema travels the way that it should. */
function specOf({ scope, use, schemas }: Case, names = scope.models): Fields {
  const used = reachable(schemas, names);
  const kept = fieldsOf(Object.entries(schemas).filter(([name]) => used.has(name)));
  const paths = names.map((name, index) => {
    const content = { "application/json": { schema: schemaReference(name, scope) } };
    const response = { description: "x", ...(use === "requests" ? {} : { content }) };
    const body = use === "responses" ? undefined : { content, required: true };
    return [
      `/${index}`,
      {
        post: fieldsOf([
          ["requestBody", body],
          ["responses", { "200": response }],
        ]),
      },
    ] as const;
  });
  return {
    openapi: "3.1.0",
    info: { title: "a", version: "1" },
    paths: fieldsOf(paths),
    components: { schemas: kept },
  };
}

/** The names of the schemas that some of them lead to. */
function reachable(schemas: Case["schemas"], names: readonly string[]): ReadonlySet<string> {
  const found = new Set(names);
  for (const name of found) {
    for (const [, target = ""] of JSON.stringify(schemas[name]).matchAll(
      /"#\/components\/schemas\/([^"]*)"/g,
    )) {
      found.add(decodeURIComponent(target));
    }
  }
  return found;
}

/** One value that a type should take or refuse. */
interface Claim {
  readonly name: string;
  readonly type: string;
  readonly literal: string;
  /** Empty where the value is a right one. */
  readonly why: string;
}

function claimsOf(
  one: Case,
  typeOf: (name: string, direction: Direction) => { readonly type: string; readonly isOwn: boolean },
): readonly Claim[] {
  const ways: readonly Direction[] =
    one.use === "requests" ? ["request"] : one.use === "responses" ? ["response"] : ["request", "response"];
  return ways.flatMap((direction) => {
    const shelf = { schemas: one.schemas };
    const schemas = Object.fromEntries(
      Object.entries(one.schemas).map(([name, schema]) => [name, travelling(schema, direction, shelf)]),
    );
    const isClosed = (name: string): boolean =>
      one.use === "requests" || (direction === "request" && typeOf(name, direction).isOwn);
    const sight: Sight = { schemas, isClosed };
    const ajv = new Ajv2020({ strict: false, ownProperties: true, logger: false, validateSchema: false });
    addFormats.default(ajv);
    ajv.addSchema({ $id: "spec", components: { schemas } });
    return one.scope.models.flatMap((name) => {
      const { type } = typeOf(name, direction);
      const reference = schemaReference(name, one.scope)["$ref"];
      const validate = ajv.compile({ $ref: `spec${String(reference)}` });
      // A schema that consists of itself has no judge that comes to an end; nothing is claimed of it.
      const isRight = (value: unknown): boolean | undefined => {
        try {
          return validate(value);
        } catch {
          return undefined;
        }
      };
      return Array.from({ length: valuesEach }, () =>
        valueOf(one.draw, schemas[name] ?? true, { schemas }),
      ).flatMap((found): readonly Claim[] => {
        if (found === undefined || isRight(found.value) !== true) return [];
        const right = { name, type, literal: literal(found.value), why: "" };
        const wrongs = wrongsOf(found.value, schemas[name] ?? true, sight, name).filter(
          ({ value }) => isRight(value) === false,
        );
        const wrong = wrongs.length === 0 ? undefined : one.draw.one(wrongs);
        return wrong === undefined
          ? [right]
          : [right, { name, type, literal: literal(wrong.value), why: wrong.why }];
      });
    });
  });
}

/** A value as an expression in one line. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value !== "object" || value === null)
    return JSON.stringify(value).replaceAll("\u2028", "\\u2028");
  const members = Object.entries(value).map(([key, member]) => {
    const name = literal(key);
    return `${key === "__proto__" ? `[${name}]` : name}: ${literal(member)}`;
  });
  return `{ ${members.join(", ")} }`;
}

const inOneProgram = 20;

it(
  "makes types that take the values of a schema and no others",
  async () => {
    const { numRuns, seed } = runs(inOneProgram);
    const all = fc.sample(cases, { numRuns, seed });
    const verdicts: Verdict[] = [];
    for (let start = 0; start < all.length; start += inOneProgram) {
      verdicts.push(await judge(all.slice(start, start + inOneProgram)));
    }
    const broken = verdicts.flatMap((verdict) => verdict.broken);
    if (broken.length > 0) expect.fail((isSearch ? broken : broken.slice(0, 1)).join("\n\n"));
    // The claims are worth something.
    const total = (of: "right" | "wrong"): number => verdicts.reduce((sum, verdict) => sum + verdict[of], 0);
    expect(total("right")).toBeGreaterThan(numRuns * 10);
    expect(total("wrong")).toBeGreaterThan(numRuns * 5);
  },
  patience,
);

interface Verdict {
  readonly right: number;
  readonly wrong: number;
  readonly broken: readonly string[];
}

async function judge(some: readonly Case[]): Promise<Verdict> {
  const packages = [];
  const claimed: (readonly Claim[])[] = [];
  for (const one of some) {
    const { value, diagnostics } = await generateTexts(
      { "openapi.json": JSON.stringify(specOf(one)) },
      { outputs: ["models"] },
    );
    expect(errorsIn(diagnostics), yamlOf(specOf(one))).toEqual([]);
    const typeOf = (name: string, direction: Direction): { type: string; isOwn: boolean } => {
      const id = value.api?.models.find(({ key }) => key === name)?.id ?? "";
      const { type = "", input } = value.names?.models.get(id) ?? {};
      return { type: direction === "request" ? (input ?? type) : type, isOwn: input !== undefined };
    };
    const claims = claimsOf(one, typeOf);
    const lines = claims.map(
      ({ type, literal: text }, index) => `export const v${index}: M.${type} = ${text};`,
    );
    claimed.push(claims);
    packages.push([
      ...value.files,
      { path: "src/claims.ts", text: `import type * as M from "./index.js";\n${lines.join("\n")}\n` },
    ]);
  }
  const said = await faultsOfPackages(packages);
  const broken = some.flatMap((one, index) => brokenClaims(one, claimed[index] ?? [], said[index] ?? []));
  const right = claimed.flat().filter(({ why }) => why === "").length;
  return { right, wrong: claimed.flat().length - right, broken };
}

/** What the compiler sees otherwise than the schemas do, each with the smallest spec that shows it. */
function brokenClaims(one: Case, claims: readonly Claim[], faults: Faults): readonly string[] {
  const lineOf = (fault: string): number => Number(/^src\/claims\.ts\((\d+)/.exec(fault)?.[1] ?? 0);
  const others = faults.filter((fault) => lineOf(fault) === 0);
  const broken = claims.flatMap(({ name, type, literal: text, why }, index) => {
    const fault = faults.find((line) => lineOf(line) === index + 2);
    if ((fault === undefined) === (why === "")) return [];
    const wish = why === "" ? "take" : `refuse (${why})`;
    return [`${type} should ${wish} ${text}\n${fault ?? ""}\n\n${yamlOf(specOf(one, [name]))}`];
  });
  return others.length > 0 ? [...broken, `${others.join("\n")}\n\n${yamlOf(specOf(one))}`] : broken;
}
