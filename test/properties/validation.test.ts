// What the generated client says of a schema, and the judge that it brings along, are as good as the schema: Ajv agrees.
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { type Direction, issuesOf } from "../../templates/runtime/validate.ts";
import { apiOf } from "../values/spec.ts";
import { descriptionOf } from "../view/description-of.ts";
import { awkwardWords } from "./awkward-words.ts";
import { type Draw, drawn } from "./draw.ts";
import { travelling } from "./one-way.ts";
import { type Fields, fieldsOf, type Schema, schemaReference, type Scope } from "./random-schema.ts";
import { randomModels } from "./random-spec.ts";
import { isObject, type Shelf, valueOf } from "./random-value.ts";
import { patience, runs } from "./runs.ts";
import { wrongsOf } from "./wrong-value.ts";

interface Case {
  readonly scope: Scope;
  readonly schemas: Readonly<Record<string, Schema>>;
  readonly draw: Draw;
}

// What Ajv gets wrong: in a list of lists it takes what it has found in one for what is in the next, if that is empty; and
// beside a dependent schema that does not apply it forgets which properties it has seen.
// Of lists that grow it knows nothing.
const isClear = ({ schemas }: Case): boolean =>
  !/"(?:contains|dependentSchemas|x-extensible-enum)":/.test(JSON.stringify(schemas));

const cases: fc.Arbitrary<Case> = drawn((draw) => {
  // Ajv looks away from it.
  const known = awkwardWords.filter((word) => word !== "__proto__");
  const words = Array.from({ length: 8 }, () => draw.one(known));
  const scope: Scope = { version: "3.1", models: ["Alpha", "Beta", "Gamma"], words };
  return { scope, schemas: randomModels(draw, scope), draw };
});

/** A spec in which every schema travels both ways. */
function specOf({ scope, schemas }: Case): Fields {
  const paths = scope.models.map((name, index) => {
    const content = { "application/json": { schema: schemaReference(name, scope) } };
    const post = {
      operationId: `op${index}`,
      requestBody: { content },
      responses: { "200": { description: "x", content } },
    };
    return [`/${index}`, { post }] as const;
  });
  return { paths: fieldsOf(paths), components: { schemas } };
}

/** A schema that asks for no property which does not travel, and has nothing against one that comes all the same. */
function tolerant(schema: unknown, direction: Direction, shelf: Shelf): Schema {
  const asked = travelling(schema as Schema, direction, shelf);
  return restored(schema, asked, (hidden) => tolerant(hidden, direction, shelf)) as Schema;
}

/** The properties that are in the first schema only, put back into the second. */
function restored(schema: unknown, asked: unknown, turn: (hidden: unknown) => unknown): unknown {
  if (Array.isArray(schema)) {
    return schema.map((one, index) => restored(one, (asked as readonly unknown[])[index], turn));
  }
  if (!isObject(schema) || !isObject(asked)) return asked;
  return fieldsOf(
    Object.entries(schema).map(([key, value]) => {
      if (key === "required") return [key, asked[key]];
      return [key, Object.hasOwn(asked, key) ? restored(value, asked[key], turn) : turn(value)];
    }),
  );
}

interface Verdict {
  readonly name: string;
  readonly value: unknown;
  readonly ours: boolean;
  readonly ajv: boolean;
}

function verdictsOn(one: Case): readonly Verdict[] {
  const { operations, $defs } = descriptionOf(apiOf(specOf(one)));
  return (["request", "response"] as const).flatMap((direction) => {
    const shelf = { schemas: one.schemas };
    const schemas = Object.fromEntries(
      Object.entries(one.schemas).map(([name, schema]) => [name, travelling(schema, direction, shelf)]),
    );
    const ajv = new Ajv2020({ strict: false, ownProperties: true, logger: false, validateSchema: false });
    addFormats.default(ajv, ["date", "date-time", "uuid"]);
    const judged = Object.entries(one.schemas).map(
      ([name, schema]) => [name, tolerant(schema, direction, shelf)] as const,
    );
    ajv.addSchema({ $id: "spec", components: { schemas: fieldsOf(judged) } });
    return one.scope.models.flatMap((name, index) => {
      const { request = {}, responses = {} } = operations[`op${index}`] ?? {};
      const bodies = direction === "request" ? request : responses["200"];
      const schema = bodies?.["application/json"] ?? expect.fail();
      const validate = ajv.compile({ $ref: `spec${String(schemaReference(name, one.scope)["$ref"])}` });
      const found = Array.from({ length: 4 }, () => valueOf(one.draw, schemas[name] ?? true, { schemas }));
      const values = found.flatMap((right) => {
        if (right === undefined) return [];
        const sight = { schemas, isClosed: () => true };
        return [
          right.value,
          ...wrongsOf(right.value, schemas[name] ?? true, sight, name).map(({ value }) => value),
        ];
      });
      return values.flatMap((value): readonly Verdict[] => {
        const ours = issuesOf(schema, value, $defs, direction).length === 0;
        try {
          return [{ name, value, ours, ajv: validate(value) }];
        } catch {
          // A schema that consists of itself has no other judge that comes to an end.
          return [];
        }
      });
    });
  });
}

it(
  "describes random schemas so that our judge agrees with ajv",
  () => {
    const counts = { right: 0, wrong: 0 };
    fc.assert(
      fc.property(cases, (one) => {
        const verdicts = isClear(one) ? verdictsOn(one) : [];
        for (const { ours } of verdicts) counts[ours ? "right" : "wrong"] += 1;
        expect(
          verdicts.filter(({ ours, ajv }) => ours !== ajv),
          JSON.stringify(specOf(one)),
        ).toEqual([]);
      }),
      // What fails is told as it is: choices that depend on each other shrink for hours.
      { ...runs(120), endOnFailure: true },
    );
    expect(Math.min(counts.right, counts.wrong)).toBeGreaterThan(500);
  },
  patience,
);
