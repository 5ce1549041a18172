import { type Bomb, finished, object, range, ref, refused, responses, schemas, spec, yaml } from "./bombs.ts";

const repeated = (alias: string, times: number): string => Array(times).fill(`*${alias}`).join(", ");
const long = "a".repeat(100_000);
const many = "9".repeat(300_000);

const withNumber = (number: string): string =>
  spec({}).replace(/\}$/, `,"components":{"schemas":{"A":{"type":"integer","maximum":${number}}}}}`);

/** Bombs for those who read the text, and texts that are too long for names. */
export const textBombs: readonly Bomb[] = [
  refused(
    "aliases that grow tenfold, fifty times",
    () => {
      const levels = range(50, (level) => `x-${level + 1}: &x${level + 1} [${repeated(`x${level}`, 10)}]`);
      return yaml(`x-0: &x0 [1, 2, 3]\n${levels.join("\n")}`);
    },
    "alias-bomb",
  ),
  refused(
    "a large value with many aliases",
    () => yaml(`x-0: &x [${"1, ".repeat(8000)}]\nx-all: [${repeated("x", 8000)}]`),
    "alias-bomb",
  ),
  refused(
    "many merges of a large object",
    () => {
      const keys = range(1000, (index) => `k${index}: 1`).join(", ");
      return yaml(`x-0: &x { ${keys} }\nx-all:\n${"  - { <<: *x }\n".repeat(3000)}`);
    },
    "alias-bomb",
  ),
  refused(
    "schemas of aliases that double",
    () => {
      const levels = range(
        18,
        (level) => `    S${level + 1}: &s${level + 1} { properties: { a: *s${level}, b: *s${level} } }`,
      );
      return yaml(`components:\n  schemas:\n    S0: &s0 { type: string }\n${levels.join("\n")}`);
    },
    "alias-bomb",
  ),
  refused(
    "a large schema with many aliases, in a small file",
    () => {
      const members = range(300, (index) => `p${index}: { type: string, description: A. }`).join(", ");
      const copies = range(900, (index) => `    S${index}: *s\n`).join("");
      return yaml(
        `components:\n  schemas:\n    S: &s { type: object, properties: { ${members} } }\n${copies}`,
      );
    },
    "alias-bomb",
  ),
  finished("aliases as people use them", () =>
    yaml(
      `x-0: &x { type: string, description: Shared. }\ncomponents:\n  schemas:\n${range(50, (index) => `    S${index}: { properties: { a: *x } }`).join("\n")}`,
    ),
  ),
  refused("brackets in JSON", () => `{ "x": ${"[".repeat(100_000)}${"]".repeat(100_000)} }`, "too-deep"),
  refused("braces in JSON", () => `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`, "too-deep"),
  refused("brackets without an end", () => "[".repeat(40_000), "too-deep"),
  refused("brackets in YAML", () => yaml(`x: ${"[".repeat(40_000)}${"]".repeat(40_000)}`), "too-deep"),
  refused("braces in YAML", () => yaml(`x: ${"{a: ".repeat(40_000)}${"}".repeat(40_000)}`), "too-deep"),
  refused("dashes in YAML", () => yaml(`x:\n  ${"- ".repeat(40_000)}a`), "too-deep"),
  refused(
    "steps in YAML",
    () => yaml(`x:\n${range(2000, (level) => `${" ".repeat(level + 1)}a:`).join("\n")}`),
    "too-deep",
  ),
  refused(
    "numbers that no computer holds",
    () => withNumber("1e999999").replace("}}}}", ',"minimum":-1e999999,"multipleOf":1e-999999}}}}'),
    "wrong-type",
  ),
  refused("a number of three hundred thousand digits", () => withNumber(many), "wrong-type"),
  refused(
    "the same in YAML",
    () => yaml(`components: { schemas: { A: { type: integer, maximum: ${many} } } }`),
    "wrong-type",
  ),
  finished("descriptions of a million characters", () =>
    spec({
      info: { title: "A", version: "1", description: "a".repeat(500_000) },
      tags: [{ name: "a", description: "* `_[<a".repeat(10_000) }],
      paths: {
        "/a": {
          get: {
            tags: ["a"],
            operationId: "a",
            description: "ab. ".repeat(125_000),
            summary: "> ".repeat(25_000),
            responses,
          },
        },
      },
    }),
  ),
  finished("a line of two million characters in YAML", () => yaml(`x-a: "${"a ".repeat(1_000_000)}"`)),
  finished("very long names", () =>
    spec({
      info: { title: long, version: long },
      tags: [{ name: long }],
      servers: [{ url: `https://${long}/{${long}}`, variables: { [long]: { default: long } } }],
      security: [{ [long]: [] }],
      paths: {
        [`/${long}/{${long}}`]: {
          post: {
            operationId: long,
            tags: [long],
            parameters: [
              { name: long, in: "path", required: true, schema: { type: "string" } },
              { name: long, in: "query", schema: { enum: [long, `${long}b`] } },
              { name: long, in: "header", schema: { type: "string" } },
            ],
            requestBody: { content: { [`application/${long}`]: { schema: ref(long) } } },
            responses: { "200": { description: long, headers: { [long]: { schema: { type: "string" } } } } },
          },
          get: {
            responses: { "204": { description: long } },
            parameters: [{ name: long, in: "path", required: true, schema: {} }],
          },
        },
      },
      components: {
        schemas: { [long]: { type: "object", required: [long], properties: { [long]: { type: "string" } } } },
        securitySchemes: { [long]: { type: "apiKey", in: "header", name: "X-Key" } },
      },
    }),
  ),
  finished("long names that end differently", () =>
    schemas(object(150, (index) => [`${long.slice(0, 300)}${index}`, { type: "object", title: "A" }])),
  ),
];
