import type * as fc from "fast-check";
import type { SpecVersion } from "../../generator/load/document.ts";
import { awkwardTexts, awkwardWords, plainWords } from "./awkward-words.ts";
import { type Draw, drawn } from "./draw.ts";
import {
  type Around,
  methodsOf,
  parameter,
  randomOperation,
  requirements,
  response,
} from "./random-operation.ts";
import {
  type Fields,
  fieldsOf,
  isModern,
  randomSchema,
  type Schema,
  schemaReference,
  type Scope,
} from "./random-schema.ts";
import { randomSwagger } from "./random-swagger.ts";

/** Valid OpenAPI documents of every version, as plain data. */
export const specs: fc.Arbitrary<Fields> = drawn((draw) => {
  const version = draw.one<SpecVersion>(["3.1", "3.0", "3.2", "3.1", "2.0"]);
  const scope = { version, models: distinct(draw, plainWords, 5), words: distinct(draw, awkwardWords, 12) };
  return version === "2.0" ? randomSwagger(draw, scope) : randomSpec(draw, scope);
});

/** Up to so many words, each once. */
function distinct(draw: Draw, words: readonly string[], most: number): readonly string[] {
  return [...new Set(Array.from({ length: 1 + draw.upTo(most - 1) }, () => draw.one(words)))];
}

function randomSpec(draw: Draw, scope: Scope): Fields {
  const family = draw.chance(0.5) ? randomFamily(draw, scope) : {};
  const schemes = randomSchemes(draw, scope);
  const ids = distinct(draw, awkwardWords, 6).filter((id) => id.trim() !== "");
  const around: Around = {
    ...scope,
    models: [...new Set([...scope.models, ...Object.keys(family)])],
    operationIds: ids,
    tags: distinct(draw, awkwardWords, 4),
    schemes: Object.keys(schemes),
    components: new Map(),
  };
  const parameters = { shared: parameter(draw, around, "query", "shared") };
  const responses = { Shared: response(draw, { ...around, operationIds: [] }) };
  const components = new Map([
    ["parameters", Object.keys(parameters)],
    ["responses", Object.keys(responses)],
  ]);
  const { paths, webhooks } = randomPaths(draw, { ...around, components });
  return fieldsOf([
    ["openapi", `${scope.version}.0`],
    ["info", randomInfo(draw)],
    ["servers", draw.chance(0.6) ? randomServers(draw) : undefined],
    [
      "tags",
      around.tags.map((name) =>
        fieldsOf([
          ["name", name],
          ["description", draw.one(awkwardTexts)],
        ]),
      ),
    ],
    ["security", draw.chance(0.3) ? requirements(draw, around) : undefined],
    ["paths", paths],
    ["webhooks", webhooks],
    [
      "components",
      {
        schemas: { ...randomModels(draw, around), ...family },
        securitySchemes: schemes,
        parameters,
        responses,
      },
    ],
  ]);
}

/** What a document says of itself. */
export function randomInfo(draw: Draw): Fields {
  return fieldsOf([
    ["title", draw.one([...awkwardWords, "Orders"].filter((word) => word.trim() !== ""))],
    ["version", draw.one(["1", "1.0.0-*/", "${v}"])],
    ["description", draw.chance(0.5) ? draw.one(awkwardTexts) : undefined],
    ["license", draw.chance(0.2) ? { name: draw.one(awkwardTexts), url: "https://a.example" } : undefined],
    ["contact", draw.chance(0.2) ? { name: draw.one(awkwardTexts), email: "a@example.com" } : undefined],
  ]);
}

/** The components for schemas: one that is nothing but a reference leads to an earlier one. */
export function randomModels(draw: Draw, scope: Scope): Readonly<Record<string, Schema>> {
  return Object.fromEntries(
    scope.models.map((name, index) => {
      const schema = randomSchema(draw, scope);
      const isReference = typeof schema === "object" && "$ref" in schema;
      const target = index === 0 ? {} : schemaReference(scope.models[draw.upTo(index - 1)] ?? name, scope);
      return [name, isReference ? target : schema];
    }),
  );
}

/** A union that a property tells apart, or a base with what is made of it. */
function randomFamily(draw: Draw, scope: Scope): Readonly<Record<string, Schema>> {
  const property = draw.one(scope.words);
  const [base, ...variants] = ["Pet", ...draw.some(["Cat", "dog", "cat-fish"], 0.7)] as [string, ...string[]];
  const values = variants.map((_, index) => draw.one(awkwardWords) + index);
  const mapping = fieldsOf(
    variants.map((name, index) => [
      values[index] ?? name,
      draw.chance(0.7) ? schemaReference(name, scope)["$ref"] : name,
    ]),
  );
  const discriminator = fieldsOf([
    ["propertyName", property],
    ["mapping", draw.chance(0.7) ? mapping : undefined],
  ]);
  const tag = (value: string): Schema =>
    draw.one<Schema>([
      { type: "string" },
      { type: "string", enum: [value] },
      isModern(scope) ? { const: value } : {},
    ]);
  const variant = (value: string): Fields => ({
    type: "object",
    required: [property],
    properties: fieldsOf([
      [property, tag(value)],
      ...scope.words.slice(0, 2).map((word) => [word, randomSchema(draw, scope, 1)] as const),
    ]),
  });
  const isUnion = variants.length > 0 && draw.chance(0.5);
  const entries: [string, Schema][] = variants.map((name, index) => {
    const own = variant(values[index] ?? name);
    return [name, isUnion ? own : { allOf: [schemaReference(base, scope), own] }];
  });
  const union = {
    [draw.one(["oneOf", "anyOf"])]: variants.map((name) => schemaReference(name, scope)),
    discriminator,
  };
  return Object.fromEntries([[base, isUnion ? union : { ...variant(base), discriminator }], ...entries]);
}

function randomPaths(
  draw: Draw,
  around: Around,
): { readonly paths: Fields; readonly webhooks: Fields | undefined } {
  const segments = ["orders", "Orders", "a.b", "ä", "x y", "$", "'", "`", "1", "constructor", "~1"];
  const paths = new Map<string, Fields>();
  let rest = around.operationIds;
  const next = (): string | undefined => {
    const [id, ...others] = rest;
    rest = others;
    return id;
  };
  // Every operationId that a link may name is used.
  for (let index = 0; rest.length > 0; index++) {
    const inPath = distinct(draw, around.words, 2)
      .filter((word) => !/[{}]/.test(word))
      .slice(draw.upTo(2));
    const path = `/${draw.one(segments)}/${index}${inPath.map((name) => `/{${name}}`).join("/-")}`;
    const methods = draw.some(methodsOf(around), 0.2);
    const operations = (methods.length > 0 ? methods : ["get"]).map(
      (method) =>
        [method, randomOperation(draw, around, draw.chance(0.8) ? next() : undefined, inPath)] as const,
    );
    paths.set(path, fieldsOf(operations));
  }
  const webhook = fieldsOf([["post", randomOperation(draw, around, undefined, [])]]);
  const webhooks =
    isModern(around) && draw.chance(0.3) ? fieldsOf([[draw.one(awkwardWords), webhook]]) : undefined;
  return { paths: fieldsOf(paths), webhooks };
}

function randomServers(draw: Draw): readonly Fields[] {
  const [first, second] = [draw.one(plainWords), draw.one(awkwardWords.filter((word) => !/[{}]/.test(word)))];
  const values = ["a", draw.one(awkwardWords)];
  const known = fieldsOf([
    [first, { default: "a", enum: values, description: draw.one(awkwardTexts) }],
    [second, { default: draw.one(["", "b", "*/"]) }],
  ]);
  return draw.one<readonly Fields[]>([
    [{ url: "https://api.example/v1" }],
    [{ url: "/" }, { url: "https://b.example", description: draw.one(awkwardTexts) }],
    [{ url: `https://{${first}}.example/{${second}}`, variables: known }],
  ]);
}

function randomSchemes(draw: Draw, { version }: Scope): Fields {
  const flows = fieldsOf([
    ["clientCredentials", { tokenUrl: "https://a.example/token", scopes: fieldsOf([["a:b", "*/"]]) }],
    [
      "authorizationCode",
      draw.chance(0.5)
        ? {
            authorizationUrl: "https://a.example/a",
            tokenUrl: "/token",
            scopes: { [draw.one(awkwardWords)]: "" },
          }
        : undefined,
    ],
  ]);
  const kinds: readonly Fields[] = [
    { type: "http", scheme: draw.one(["bearer", "basic", "Digest"]) },
    { type: "apiKey", in: draw.one(["header", "query", "cookie"]), name: draw.one(plainWords) },
    { type: "oauth2", flows },
    { type: "openIdConnect", openIdConnectUrl: "https://a.example/.well-known/openid-configuration" },
    ...(version === "3.0" ? [] : [{ type: "mutualTLS" }]),
  ];
  return fieldsOf(distinct(draw, plainWords, 3).map((name) => [name, draw.one(kinds)]));
}
