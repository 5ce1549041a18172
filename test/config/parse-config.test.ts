import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { defaultConfig, diffLevels, outputNames } from "../../generator/config/config.ts";
import { parseConfig } from "../../generator/config/parse-config.ts";
import { ownExtensions } from "../../generator/validate/own-extensions.ts";
import schema from "../../generator/config/specwright.schema.json" with { type: "json" };

const full = {
  $schema: "./node_modules/specwright/dist/config/specwright.schema.json",
  spec: "api.yaml",
  overlays: ["overlays/public.yaml", "overlays/names.json"],
  out: "client",
  templates: "templates",
  outputs: ["docs", "client"],
  include: ["tag:orders"],
  exclude: ["path:/orders/**"],
  int64: "bigint",
  extensions: { "x-vendor-paging": "x-pagination", "x-ms-name": "x-name" },
  formatter: "none",
  strict: true,
  package: {
    name: "@team/client",
    version: "1.2.3-beta.1",
    description: "A client.",
    license: "MIT",
    author: "A Team <team@example.com>",
    copyright: "2026 A Team",
    repository: "git+https://example.com/team/client.git",
    homepage: "https://example.com",
    keywords: ["client"],
  },
  refs: { root: "..", hosts: ["schemas.example.com", "localhost:8080"] },
  diff: { levels: { "operation-removed": "warning", "enum-grew": "off" }, accepted: "accepted.yaml" },
};

const complaints = (text: string, key?: string): string[] =>
  parseConfig(text, "specwright.config.json", key).diagnostics.map(
    ({ message, help, position }) => `${position.line}:${position.column} ${message} ${help}`,
  );

describe("a configuration", () => {
  it("is read whole, the outputs in our order", () => {
    const { config, diagnostics } = parseConfig(JSON.stringify(full), "c.json");
    const { $schema: _, ...settings } = full;
    expect(diagnostics).toEqual([]);
    expect(config).toEqual({ ...settings, outputs: ["client", "docs"] });
  });

  it("may be empty: the schema and the code agree on the defaults", () => {
    expect(parseConfig("{}", "c.json").config).toEqual(defaultConfig);
    const { spec, out, outputs, strict, package: described, diff: judged } = schema.properties;
    expect([
      spec.default,
      out.default,
      outputs.default,
      strict.default,
      described.properties.version.default,
      judged.properties.accepted.default,
    ]).toEqual([
      defaultConfig.spec,
      defaultConfig.out,
      [...outputNames],
      defaultConfig.strict,
      defaultConfig.package.version,
      defaultConfig.diff.accepted,
    ]);
    expect(judged.properties.levels.additionalProperties.enum).toEqual(diffLevels);
    expect(outputs.items.enum).toEqual(outputNames);
  });

  it("may lie under a key, with a byte order mark in front", () => {
    const text = `\uFEFF${JSON.stringify({ name: "x", specwright: { out: "o" } })}`;
    expect(parseConfig(text, "package.json", "specwright").config?.out).toBe("o");
    expect(parseConfig(`{"name": "x"}`, "package.json", "specwright")).toEqual({
      config: undefined,
      diagnostics: [],
    });
    expect(complaints(`{ "specwright": [] }`, "specwright")).toEqual([
      `1:3 "specwright" must be an object, but it is a list. ${schema.description}`,
    ]);
  });
});

describe("a wrong configuration", () => {
  it.each([
    ["{", "config-not-json"],
    [`{ "spce": "api.yaml" }`, "config-unknown-key"],
    [`{ "out": 7 }`, "config-wrong-type"],
    [`{ "outputs": ["modles"] }`, "config-wrong-value"],
    [`{ "int64": "bigit" }`, "config-wrong-value"],
    [`{ "formatter": true }`, "config-wrong-type"],
    [`{ "package": { "repository": { "type": "git" } } }`, "config-wrong-value"],
    [`{ "package": { "repository": { "url": "x", "uri": "y" } } }`, "config-unknown-key"],
    [`{ "package": { "repository": 5 } }`, "config-wrong-type"],
    [`{ "diff": { "level": {} } }`, "config-unknown-key"],
    [`{ "diff": { "levels": { "operation-removed": "error" } } }`, "config-wrong-value"],
    [`{ "diff": { "levels": { "Operation Removed": "info" } } }`, "config-wrong-value"],
    [`{ "diff": { "accepted": [] } }`, "config-wrong-type"],
  ])("%s is %s", (text, code) => {
    expect(parseConfig(text, "c.json").diagnostics).toMatchObject([{ code, place: { file: "c.json" } }]);
  });

  it("is told all at once, each with its line", () => {
    const text = [
      `{`,
      `  "spce": "api.yaml", "a\\"b{": {},`,
      `  "out": 7,`,
      `  "outputs": ["client",`,
      `    "modles", "client"],`,
      `  "package": {`,
      `    "licence": "MIT", "version": "1.0"`,
      `  }, "strict": "yes"`,
      `}`,
    ].join("\n");
    const meaning = schema.properties;
    const known =
      "spec, overlays, out, templates, outputs, include, exclude, int64, extensions, formatter, strict, package, refs, diff";
    expect(complaints(text)).toEqual([
      `2:3 specwright has no setting "spce". Did you mean "spec"?`,
      `2:23 specwright has no setting "a"b{". The settings here are ${known}.`,
      `3:3 "out" must be a text, but it is a number. ${meaning.out.description}`,
      `5:5 "outputs" cannot be "modles". Did you mean "models"?`,
      `5:15 "outputs" cannot be "client" twice. ${meaning.outputs.description}`,
      `7:5 specwright has no setting "package.licence". Did you mean "license"?`,
      `7:23 "package.version" cannot be "1.0". ${meaning.package.properties.version.description}`,
      `8:6 "strict" must be true or false, but it is a text. ${meaning.strict.description}`,
    ]);
  });

  it.each([
    [`{ "out": "o", }`, "1:15"],
    [`{ "out" "o" }`, "1:9"],
    [`{\n  "out": "o"`, "2:13"],
    ["", "1:1"],
  ])("is told where %j stops being JSON", (text, place) => {
    const [first = "", ...others] = complaints(text);
    expect(others).toEqual([]);
    expect(first).toMatch(new RegExp(`^${place} The configuration is not valid JSON: [^"]+\\. Put it right`));
  });

  it("does not take prototype names for settings", () => {
    expect(complaints(`{ "constructor": 1, "__proto__": 2 }`)).toEqual([
      expect.stringContaining('no setting "constructor"'),
      expect.stringContaining('no setting "__proto__"'),
    ]);
  });
});

it.each([
  [`{ "int64": "bigit" }`, `1:3 "int64" cannot be "bigit". Did you mean "bigint"?`],
  [`{ "diff": { "levels": { "a-b": "of" } } }`, `1:25 "diff.levels.a-b" cannot be "of". Did you mean "off"?`],
  [`{ "formatter": "pretier" }`, `1:3 "formatter" cannot be "pretier". Did you mean "prettier"?`],
  [
    `{ "extensions": { "x-a": "x-paginaton" } }`,
    `1:19 "extensions.x-a" cannot be "x-paginaton". Did you mean "x-pagination"?`,
  ],
  [
    `{ "extensions": { "paging": "x-pagination" } }`,
    `1:19 "extensions" cannot be "paging". ${schema.properties.extensions.description}`,
  ],
  [
    `{ "extensions": { "x-pagination": "x-vendor-paging" } }`,
    `1:19 "extensions.x-pagination" cannot be "x-vendor-paging". ${schema.properties.extensions.description}`,
  ],
  [`{ "package": { "repository": 5 } }`, `1:16 "package.repository" must be a text or an object, but`],
])("says what is meant by %s", (text, said) => {
  expect(complaints(text).join()).toContain(said);
});

it("takes a repository as npm writes it", () => {
  const repository = { type: "git", url: "git+https://example.com/a.git", directory: "client" };
  expect(
    parseConfig(JSON.stringify({ package: { repository } }), "c.json").config?.package.repository,
  ).toEqual(repository);
});

it("knows every extension that the spec's rules know", () => {
  const names = schema.properties.extensions.additionalProperties.enum;
  expect(names).toEqual(expect.arrayContaining(ownExtensions.map(({ name }) => name)));
});

describe("the name of the package", () => {
  const isValid = (name: string): boolean => complaints(JSON.stringify({ package: { name } })).length === 0;

  it.each(["client", "@team/client", "a.b_c-d~e", "7zip", "a".repeat(214)])("may be %s", (name) => {
    expect(isValid(name)).toBe(true);
  });

  it.each([
    "",
    "Client",
    "my client",
    ".hidden",
    "_private",
    "@/x",
    "@team/",
    "@team/.x",
    "a/b",
    "node_modules",
    "favicon.ico",
    "a".repeat(215),
    "caf\u00e9",
    "a:b",
    "../x",
  ])("may not be %s", (name) => {
    expect(isValid(name)).toBe(false);
  });
});

describe("the schema", () => {
  const judge = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);

  it("is valid, and says of a configuration what we say", () => {
    const cases: unknown[] = [
      full,
      {},
      { spce: "x" },
      { out: 1 },
      { out: "" },
      { outputs: [] },
      { outputs: ["x"] },
      { int64: "x" },
      { extensions: { "x-a": "x-name" } },
      { extensions: { a: "x-name" } },
      { extensions: { "x-a": "x-b" } },
      { package: { repository: { url: "x" } } },
      { package: { repository: {} } },
      { package: { repository: "" } },
    ];
    cases.push({ outputs: ["docs", "docs"] }, { package: { name: "A" } }, { package: { version: "01.0.0" } });
    cases.push(
      { package: null },
      [],
      { refs: { hosts: [] } },
      { refs: { hosts: ["example.com", "127.0.0.1:80", "[::1]:80", "a-b.example"] } },
      ...["https://example.com", "example.com/a", "Example.com", "*.example.com", "a:b", ""].map((host) => ({
        refs: { hosts: [host] },
      })),
      { overlays: ["a.yaml", "a.yaml"] },
      { overlays: "a.yaml" },
      { overlays: [""] },
      { package: { keywords: ["a", 1] } },
      { strict: null },
    );
    for (const value of cases) {
      const text = JSON.stringify(value);
      expect([text, complaints(text).length === 0]).toEqual([text, judge(value)]);
    }
  });
});
