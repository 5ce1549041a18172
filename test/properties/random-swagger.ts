import { awkwardTexts, awkwardWords, plainWords } from "./awkward-words.ts";
import type { Draw } from "./draw.ts";
import {
  type Fields,
  fieldsOf,
  randomSchema,
  type Schema,
  schemaReference,
  type Scope,
} from "./random-schema.ts";

/** A valid document of Swagger 2.0. */
export function randomSwagger(draw: Draw, scope: Scope): Fields {
  const models = Object.fromEntries(
    scope.models.map((name, index): [string, Schema] => {
      const schema = randomSchema(draw, scope);
      const isReference = typeof schema === "object" && "$ref" in schema;
      return [
        name,
        isReference && index === 0
          ? { type: "object" }
          : isReference
            ? schemaReference(scope.models[0] ?? name, scope)
            : schema,
      ];
    }),
  );
  const paths = Array.from({ length: 1 + draw.upTo(3) }, (_, index) => {
    const inPath = draw.chance(0.5) ? [draw.one(plainWords)] : [];
    const path = `/${draw.one(["a", "ä", "'"])}/${index}${inPath.map((name) => `/{${name}}`).join("")}`;
    const id = draw.chance(0.8) ? `${draw.one(awkwardWords)}${index}` : undefined;
    return [
      path,
      { [draw.one(["get", "post", "put", "delete"])]: operation(draw, scope, id, inPath) },
    ] as const;
  });
  return fieldsOf([
    ["swagger", "2.0"],
    ["info", { title: "Orders", version: "1", description: draw.one(awkwardTexts) }],
    ["host", draw.chance(0.7) ? "api.example" : undefined],
    ["basePath", draw.chance(0.5) ? "/v1" : undefined],
    ["schemes", draw.chance(0.5) ? ["https", "http"] : undefined],
    ["consumes", draw.chance(0.5) ? ["application/json"] : undefined],
    [
      "produces",
      draw.chance(0.7) ? [draw.one(["application/json", "text/plain", "application/xml", "*/*"])] : undefined,
    ],
    ["paths", fieldsOf(paths)],
    ["definitions", models],
    ["securityDefinitions", { a: { type: "basic" }, b: { type: "apiKey", in: "header", name: "x-key" } }],
    ["security", draw.chance(0.3) ? [{ a: [] }, { b: [] }] : undefined],
  ]);
}

function operation(draw: Draw, scope: Scope, id: string | undefined, inPath: readonly string[]): Fields {
  return fieldsOf([
    ["operationId", id],
    ["tags", draw.chance(0.5) ? [draw.one(awkwardWords)] : undefined],
    ["summary", draw.chance(0.3) ? draw.one(awkwardTexts) : undefined],
    ["consumes", draw.chance(0.2) ? ["multipart/form-data"] : undefined],
    ["parameters", parameters(draw, scope, inPath)],
    [
      "responses",
      fieldsOf(
        draw
          .one([["200"], ["200", "default"], ["204", "404"]])
          .map((status) => [status, response(draw, scope)]),
      ),
    ],
  ]);
}

function parameters(draw: Draw, scope: Scope, inPath: readonly string[]): readonly Fields[] {
  const body = draw.one<readonly Fields[]>([
    [],
    [{ name: "body", in: "body", required: draw.chance(0.5), schema: randomSchema(draw, scope) }],
    [
      { name: draw.one(scope.words), in: "formData", ...item(draw) },
      { name: "a file", in: "formData", type: "file" },
    ],
  ]);
  const query = draw.some(scope.words, 0.2).map((name) => ({ name, in: "query", ...item(draw) }));
  const header = draw.some(["x-a", "X-B"], 0.2).map((name) => ({ name, in: "header", ...item(draw) }));
  return [
    ...inPath.map((name) => ({ name, in: "path", required: true, ...item(draw) })),
    ...query,
    ...header,
    ...body,
  ];
}

/** The type of what is no schema. */
function item(draw: Draw): Fields {
  return draw.one<Fields>([
    { type: "string", enum: [draw.one(awkwardWords)] },
    { type: "string", format: "date-time" },
    { type: "integer", format: "int64", default: 5 },
    { type: "boolean" },
    { type: "array", items: { type: "string" }, collectionFormat: draw.one(["csv", "ssv", "tsv", "pipes"]) },
  ]);
}

function response(draw: Draw, scope: Scope): Fields {
  return fieldsOf([
    ["description", draw.one(awkwardTexts)],
    ["schema", draw.chance(0.7) ? randomSchema(draw, scope) : undefined],
    ["headers", draw.chance(0.2) ? { "x-a": { type: "integer" } } : undefined],
  ]);
}
