import {
  type Bomb,
  finished,
  json,
  object,
  operation,
  range,
  ref,
  refused,
  responses,
  spec,
} from "./bombs.ts";

const text = { type: "string" };
const onEvent = "{$request.body#/url}";
const component = (kind: string, make: (next: object) => unknown, length = 3): string =>
  spec({ components: { [kind]: object(length, (i) => [`C${i}`, make(ref(`C${(i + 1) % length}`, kind))]) } });

/** Bombs for those who list operations and all that belongs to them. */
export const surfaceBombs: readonly Bomb[] = [
  finished("four hundred operations", () =>
    spec({ paths: object(400, (i) => [`/p${i}`, { get: { operationId: `op${i}`, responses } }]) }),
  ),
  finished("a hundred operations without a name, each with a tag of its own", () =>
    spec({
      paths: object(100, (i) => [
        `/p/{a}/q${i}`,
        { get: { tags: [`t${i}`], responses, parameters: [ref("A", "parameters")] } },
      ]),
      components: { parameters: { A: { name: "a", in: "path", required: true, schema: text } } },
    }),
  ),
  finished(
    "two hundred operations that want one name",
    () =>
      spec({ paths: object(200, (i) => [`/p${i}`, { get: { operationId: `a${spelled(i)}`, responses } }]) }),
    "name-clash",
  ),
  finished("a thousand parameters of one operation", () =>
    operation({ parameters: range(1000, (i) => ({ name: `q${i}`, in: "query", schema: text })) }),
  ),
  finished("a path of five hundred parameters", () =>
    spec({
      paths: {
        [`/${range(500, (i) => `{p${i}}`).join("/")}`]: {
          get: {
            responses,
            parameters: range(500, (i) => ({ name: `p${i}`, in: "path", required: true, schema: text })),
          },
        },
      },
    }),
  ),
  refused(
    "a path of five thousand parameters that nobody declares",
    () => spec({ paths: { [`/${range(5000, (i) => `{p${i}}`).join("")}`]: { get: { responses } } } }),
    "undeclared-path-parameter",
  ),
  finished("two thousand media types", () =>
    operation({
      requestBody: { content: object(2000, (i) => [`application/x${i}+json`, { schema: text }]) },
    }),
  ),
  finished("two thousand headers", () =>
    operation({
      responses: { "200": { description: "A.", headers: object(2000, (i) => [`X-${i}`, { schema: text }]) } },
    }),
  ),
  finished("five hundred servers of many variables", () =>
    operation(
      {},
      {
        servers: range(500, (i) => ({
          url: `https://h${i}.example/${range(5, (j) => `{v${j}}`).join("/")}`,
          variables: object(5, (j) => [`v${j}`, { default: "a", enum: ["a", "b", "c", "d"] }]),
        })),
      },
    ),
  ),
  finished("a server of two hundred variables with ten values each", () =>
    operation(
      {},
      {
        servers: [
          {
            url: `https://h.example/${range(200, (i) => `{v${i}}`).join("/")}`,
            variables: object(200, (i) => [
              `v${i}`,
              { default: "a", enum: "a b c d e f g h i j".split(" ") },
            ]),
          },
        ],
      },
    ),
  ),
  refused(
    "alternatives of credentials, times operations",
    () =>
      spec({
        security: range(1000, () => ({ s: [] })),
        paths: object(1000, (i) => [`/a${i}`, { get: { responses } }]),
        components: { securitySchemes: { s: { type: "http", scheme: "bearer" } } },
      }),
    "spec-too-large",
  ),
  finished("a callback that calls itself back", () =>
    operation(
      { callbacks: { a: ref("C", "callbacks") } },
      {
        components: {
          callbacks: {
            C: {
              [onEvent]: {
                post: { responses, callbacks: { a: ref("C", "callbacks"), b: ref("C", "callbacks") } },
              },
            },
          },
        },
      },
    ),
  ),
  finished("callbacks that double", () =>
    operation(
      { callbacks: { a: ref("C30", "callbacks") } },
      {
        components: {
          callbacks: {
            C0: { [onEvent]: { post: { responses } } },
            ...object(30, (i) => {
              const both = { a: ref(`C${i}`, "callbacks"), b: ref(`C${i}`, "callbacks") };
              return [`C${i + 1}`, { [onEvent]: { post: { responses, callbacks: both } } }];
            }),
          },
        },
      },
    ),
  ),
  finished("a path item that stands in its own callbacks", () =>
    spec({
      paths: { "/a": ref("P", "pathItems") },
      components: {
        pathItems: {
          P: {
            post: {
              responses,
              callbacks: { a: { [onEvent]: ref("P", "pathItems") }, b: { [onEvent]: ref("P", "pathItems") } },
            },
          },
        },
      },
    }),
  ),
  refused(
    "large answers that everybody refers to",
    () => {
      const properties = object(300, (i) => [`p${i}`, { type: "string", description: "A." }]);
      return spec({
        paths: object(2000, (i) => [`/a${i}`, { get: { responses: { "200": ref("R", "responses") } } }]),
        components: {
          responses: { R: { description: "A.", content: json({ type: "object", properties }) } },
        },
      });
    },
    "spec-too-large",
  ),
  refused(
    "many parameters that everybody refers to",
    () => {
      const schema = { type: "string", enum: range(50, (i) => `v${i}`) };
      return spec({
        paths: object(200, (i) => [
          `/a${i}`,
          { parameters: range(120, (j) => ref(`P${j}`, "parameters")), get: { responses } },
        ]),
        components: { parameters: object(120, (j) => [`P${j}`, { name: `q${j}`, in: "query", schema }]) },
      });
    },
    "spec-too-large",
  ),
  ...[
    "parameters",
    "responses",
    "requestBodies",
    "headers",
    "examples",
    "links",
    "callbacks",
    "pathItems",
    "securitySchemes",
    "schemas",
  ].map((kind) => refused(`a circle of ${kind}`, () => component(kind, (next) => next), "endless-reference")),
  finished("three thousand examples", () =>
    operation({
      requestBody: {
        content: {
          "application/json": {
            schema: { type: "object" },
            examples: object(3000, (i) => [`e${i}`, { value: { a: i } }]),
          },
        },
      },
    }),
  ),
  finished("an example and a default of eight thousand items", () =>
    operation({
      parameters: [
        {
          name: "q",
          in: "query",
          schema: { type: "array", items: { type: "integer" }, default: range(8000, (i) => i) },
        },
      ],
      requestBody: {
        content: {
          "application/json": {
            schema: { type: "array", items: { type: "integer" } },
            example: range(8000, (i) => i),
          },
        },
      },
    }),
  ),
  finished("five hundred webhooks", () =>
    spec({ webhooks: object(500, (i) => [`w${i}`, { post: { responses } }]) }),
  ),
];

/** A number in signs that no name keeps. */
function spelled(index: number): string {
  return index.toString(2).padStart(12, "0").replaceAll("0", "_").replaceAll("1", ".");
}
