import { expect, it } from "vitest";
import { loadSpec } from "../../generator/load/load-spec.ts";
import { complaintsOf, documentOf, loadTexts, sentencesOf, type Texts } from "./load-texts.ts";

const head = 'openapi: 3.1.0\ninfo: { title: T, version: "1" }\n';
const order = `${head}components:\n  schemas:\n    Order: {}\n    Orders: { $ref: `;

it.each([
  ["openapi: 3.0.0", "3.0"],
  ['openapi: "3.0.4"', "3.0"],
  ["openapi: 3.1.0", "3.1"],
  ["openapi: 3.1.2", "3.1"],
  ["openapi: 3.1.0-rc1", "3.1"],
  ["openapi: 3.2.0", "3.2"],
  ['{ "openapi": "3.2.1" }', "3.2"],
  ['swagger: "2.0"', "2.0"],
  ['{ "swagger": "2.0" }', "2.0"],
])("reads the version of %s", (text, version) => {
  expect(documentOf(text).version).toBe(version);
});

it.each([
  ["3.1", "openapi: 3.1"],
  ['"3.1"', 'openapi: "3.1"'],
  ["3.3.0", 'openapi: "3.3.0"'],
  ["4.0.0", 'openapi: "4.0.0"'],
  ["v3.1.0", 'openapi: "v3.1.0"'],
  ["", "openapi: null"],
  ["[3]", "openapi: a list"],
])("does not read a document of version %s", (version, found) => {
  const text = `info: {}\nopenapi: ${version}\n`;
  expect(complaintsOf(text)).toEqual(["openapi.yaml:2:1 unsupported-version"]);
  expect(sentencesOf(text)).toEqual([
    `specwright does not read \`${found}\`. ` +
      'Write 3.0.x, 3.1.x or 3.2.x, with the patch version and in quotes, as in `openapi: "3.1.0"`.',
  ]);
});

it.each(["2.0", "2"])("reads swagger: %s, but not without a word", (version) => {
  const text = `# A comment.\nswagger: ${version}\n`;
  expect(documentOf(text).version).toBe("2.0");
  expect(complaintsOf(text)).toEqual(["openapi.yaml:2:1 version-as-number"]);
  expect(sentencesOf(text)).toEqual([
    "The version of Swagger is written as a number, and tools look for a text. " +
      'Put it in quotes: `swagger: "2.0"`.',
  ]);
});

it.each([
  ["1.2", "swagger: 1.2"],
  ['"1.2"', 'swagger: "1.2"'],
  ['"2"', 'swagger: "2"'],
  ["{}", "swagger: an object"],
])("does not read swagger: %s", (version, found) => {
  const text = `# A comment.\nswagger: ${version}\n`;
  expect(loadTexts(text).value).toBeUndefined();
  expect(complaintsOf(text)).toEqual(["openapi.yaml:2:1 unsupported-version"]);
  expect(sentencesOf(text)).toEqual([
    `specwright does not read \`${found}\`. ` +
      'Write `swagger: "2.0"` if it is of that version; convert one of an earlier version first.',
  ]);
});

it("guesses what was meant in a document of Swagger 2.0", () => {
  const text = `swagger: "2.0"
definitions: { Order: {}, Orders: { $ref: "#/components/schemas/Order" }, All: { $ref: "#/definitions/Ordr" } }
responses: { None: { description: None. } }
paths: { /a: { get: { responses: { "204": { $ref: "#/definitions/None" } } } } }
`;
  const guesses = sentencesOf(text).map((sentence) => /Did you mean "(.*)"/.exec(sentence)?.[1]);
  expect(guesses).toEqual(["#/definitions/Order", "#/definitions/Order", "#/responses/None"]);
});

it.each([
  ["title: T\n", "1:1", 'it has no field "openapi"', "Start it with the version"],
  ["title: T\nopenApi: 3.1.0\n", "2:1", 'it has no field "openapi"', 'Write "openapi" instead of "openApi"'],
  ["openapi 3.1.0", "1:1", "it holds nothing but text", "Start it with the version"],
  ["# One\n- openapi: 3.1.0", "2:1", "it holds a list", "Start it with the version"],
  ["12", "1:1", "it holds nothing but 12", "Start it with the version"],
  ["true", "1:1", "it holds nothing but true", "Start it with the version"],
])("does not take %j for an OpenAPI document", (text, place, why, help) => {
  expect(loadTexts(text).value).toBeUndefined();
  expect(complaintsOf(text)).toEqual([`openapi.yaml:${place} not-an-openapi-document`]);
  expect(sentencesOf(text)[0]).toContain(`This is no OpenAPI document: ${why}. ${help}`);
});

it.each([
  ["", "openapi.yaml"],
  [" \n\n", "openapi.yaml"],
  ["\uFEFF", "openapi.yaml"],
  ["# Only a comment.\n", "openapi.yaml"],
  ["---\n", "openapi.yaml"],
  ["", "openapi.json"],
  ["\n", "openapi.json"],
])("says of %j that it is empty", (text, file) => {
  expect(loadTexts({ [file]: text }).value).toBeUndefined();
  expect(complaintsOf({ [file]: text })).toEqual([`${file}:1:1 empty-file`]);
  expect(sentencesOf({ [file]: text })).toEqual([
    "The file is empty. Write the spec, or this part of it, into the file.",
  ]);
});

it("says that the entry is not there", () => {
  const { value, diagnostics } = loadSpec("./spec/../openapi.yaml", () => undefined);
  expect(value).toBeUndefined();
  expect(diagnostics.map(({ message }) => message)).toEqual([
    'There is no file "openapi.yaml" that may be read.',
  ]);
});

it.each<[string, Texts, readonly string[]]>([
  ["YAML", "openapi: 3.1.0\n\tinfo: {}\n", ["openapi.yaml:2:1 syntax-error"]],
  ["JSON", { "a.json": '{\n  "openapi": "3.1.0",\n}' }, ["a.json:2:21 syntax-error"]],
  ["JSON with YAML in it", { "a.json": "{ openapi: 3.1.0 }" }, ["a.json:1:3 syntax-error"]],
  ["YAML with braces", "{ openapi: 3.1.0, info: {} }", []],
  ["JSON in a YAML file", '{ "openapi": "3.1.0" }', []],
  ["JSON with a comment, in a YAML file", '{ "openapi": "3.1.0" # three\n}', []],
  ["broken braces in a YAML file", '{ "openapi": "3.1.0", "a": [ }', ["openapi.yaml:1:28 syntax-error"]],
  ["broken braces in a file of no known kind", { spec: '{ "a": [ }' }, ["spec:1:10 syntax-error"]],
  ["JSON in capitals", { "A.JSON": "{a: 1}" }, ["A.JSON:1:2 syntax-error"]],
])("reads %s, and tells what is wrong", (_, texts, complaints) => {
  expect(complaintsOf(texts)).toEqual(complaints);
});

it("says in the sentence which language the text breaks, and what to do", () => {
  expect(sentencesOf("a: 'b' c")).toEqual([
    "This is not valid YAML: more text follows although the value has ended. " +
      "If the quotes or brackets belong to the text, put all of it in quotes. " +
      "Inside single quotes a single quote is written twice.",
  ]);
  expect(sentencesOf({ "a.json": "{a: 1}" })).toEqual([
    "This is not valid JSON: a key without quotes. Put the key in double quotes.",
  ]);
});

it("tells both places of equal keys, and loads the document with the first", () => {
  const text = `${head}paths:\n  /a: { get: {} }\n  /a: { put: {} }\n`;
  const { value, diagnostics } = loadTexts(text);
  expect(complaintsOf(text)).toEqual(["openapi.yaml:5:3 duplicate-key"]);
  expect(sentencesOf(text)).toEqual([
    'The key "/a" is written twice in one object, first in line 4. Rename or delete one of the two.',
  ]);
  const [first] = diagnostics[0]?.related ?? [];
  expect(first && value?.locate(first.place)).toMatchObject({ pointer: "/paths/~1a", line: 4, column: 7 });
  expect(value?.objects.map(({ node }) => node.place.pointer)).toContain("/paths/~1a/get");
});

it("tells of equal keys in an entry that is no OpenAPI document as well", () => {
  expect(complaintsOf("a: 1\na: 2\n")).toEqual([
    "openapi.yaml:2:1 duplicate-key",
    "openapi.yaml:1:1 not-an-openapi-document",
  ]);
});

it.each<[string, Texts]>([
  ["YAML", `${head}x-deep: ${"[".repeat(300)}${"]".repeat(300)}`],
  ["JSON", { "openapi.yaml": `{"openapi":"3.1.0","x":${"[".repeat(300)}${"]".repeat(300)}}` }],
])("refuses %s that is nested too deeply", (_, texts) => {
  const [complaint = ""] = complaintsOf(texts);
  expect(complaint).toMatch(/^openapi\.yaml:[13]:2\d\d too-deep$/);
  expect(loadTexts(texts).value).toBeUndefined();
  expect(sentencesOf(texts)[0]).toContain("more than 256 levels deep");
});

it("points at the alias that repeats most", () => {
  const lines = ["x-0: &x0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]"];
  for (let level = 1; level < 9; level++) {
    lines.push(
      `x-${level}: &x${level} [${Array(10)
        .fill(`*x${level - 1}`)
        .join(", ")}]`,
    );
  }
  const text = `${head}${lines.join("\n")}\nall: *x8\n`;
  expect(complaintsOf(text)).toEqual(["openapi.yaml:12:6 alias-bomb"]);
  expect(sentencesOf(text)[0]).toMatch(/repeat many times what is written in it, \*x8 most of all/);
});

it.each([
  ["'#/components/schemas/Ordr' }", '"Ordr" in #/components/schemas', '"#/components/schemas/Order"'],
  ["'#/components/schema/Order' }", '"schema" in #/components', '"#/components/schemas/Order"'],
  ["'#/definitions/Order' }", '"definitions" in openapi.yaml', '"#/components/schemas/Order"'],
  [
    "'#components/schemas/Order' }",
    '"components/schemas/Order" in openapi.yaml',
    '"#/components/schemas/Order"',
  ],
  ["'openapi.yaml#/inf' }", '"inf" in openapi.yaml', '"openapi.yaml#/info"'],
])("says where %s ends, and what was meant", (reference, end, meant) => {
  const text = order + reference;
  expect(complaintsOf(text)).toEqual(["openapi.yaml:6:21 unresolved-reference"]);
  const written = reference.slice(1, -3);
  expect(sentencesOf(text)).toEqual([
    `"${written}" leads nowhere: there is no ${end}. Did you mean ${meant}?`,
  ]);
});

it("makes no guess that leads nowhere, and none in the dark", () => {
  const text = `${order}'#/info/titel/x' }`;
  expect(sentencesOf(text)).toEqual([
    '"#/info/titel/x" leads nowhere: there is no "titel" in #/info. Define it, or correct the $ref.',
  ]);
});

it("tells of a reference in a file of the spec there, in the words of that file", () => {
  const texts = {
    "spec/openapi.yaml": `${head}paths:\n  /a: { $ref: "../lib/a.yaml" }\n`,
    "lib/a.yaml": "get:\n  parameters:\n    - $ref: '#/p/Limt'\np:\n  Limit: {}\n",
  };
  expect(complaintsOf(texts)).toEqual(["lib/a.yaml:3:13 unresolved-reference"]);
  expect(sentencesOf(texts)).toEqual([
    '"#/p/Limt" leads nowhere: there is no "Limt" in #/p. Did you mean "#/p/Limit"?',
  ]);
});

it.each([
  ["other.yaml", "other.yaml", "Correct the path"],
  ["other.yaml#/a", "other.yaml", "Correct the path"],
  ["../../other.yaml", "../other.yaml", "It lies outside the root"],
  ["/etc/passwd", "etc/passwd", "Correct the path"],
  ["..\\order.yaml", "spec/..\\order.yaml", "Write the path with forward slashes"],
  ["openap.yaml", "spec/openap.yaml", 'Did you mean "spec/openapi.yaml"?'],
])("says that there is no file %s", (reference, file, help) => {
  const path = reference.startsWith("other") ? `spec/${file}` : file;
  const texts = { "spec/openapi.yaml": `${order}'${reference}' }` };
  expect(complaintsOf(texts)).toEqual(["spec/openapi.yaml:6:21 unreadable-reference"]);
  expect(sentencesOf(texts)[0]).toMatch(`There is no file "${path}" that may be read. ${help}`);
});

it("never asks for a file outside of the root", () => {
  const asked: string[] = [];
  const text = `${head}paths:\n${["../a", "b/../../a", "%2e%2e/a", "x/%2E%2E/%2e%2e/a", "..%2Fa", "/../a"]
    .map((reference, index) => `  /${index}: { $ref: "${reference}" }\n`)
    .join("")}`;
  const { diagnostics } = loadSpec("openapi.yaml", (file) => {
    asked.push(file);
    return file === "openapi.yaml" ? text : undefined;
  });
  expect(asked).toEqual(["openapi.yaml"]);
  expect(diagnostics.map(({ code }) => code)).toEqual(Array(6).fill("unreadable-reference"));
});

it("asks once for each file, there or not", () => {
  const asked: string[] = [];
  const reference = (file: string): string => `{ $ref: "${file}" }`;
  const paths = ["none", "a", "none", "./a", "x/../a"].map((file, index) => `/${index}: ${reference(file)}`);
  loadSpec("openapi.yaml", (file) => {
    asked.push(file);
    return { "openapi.yaml": `${head}paths: { ${paths.join(", ")} }`, a: "get: {}" }[file];
  });
  expect(asked).toEqual(["openapi.yaml", "none", "a"]);
});

it.each(["https://example.com/a.yaml", "http://x/#/a", "//example.com/a", "file:///a.yaml", "C:/a.yaml"])(
  "fetches nothing from %s",
  (reference) => {
    const text = `${order}'${reference}' }`;
    expect(complaintsOf(text)).toEqual(["openapi.yaml:6:21 remote-reference"]);
    expect(sentencesOf(text)[0]).toBe(
      `"${reference}" is no file of this spec, and nothing is fetched from there. ` +
        (reference.startsWith("https:")
          ? `Keep a copy beside the spec, or allow the host in the settings: "refs": { "hosts": ["example.com"] }.`
          : "Keep a copy beside the spec, and refer to the copy by its relative path."),
    );
  },
);

it("tells each circle of references once, at the first of them", () => {
  const text = `${head}
components:
  schemas:
    Before: { $ref: "#/components/schemas/A" }
    A: { $ref: "#/components/schemas/B" }
    B: { $ref: "#/components/schemas/C", title: B }
    C: { $ref: "#/components/schemas/A" }
    Self: { $ref: "#/components/schemas/Self" }
    Tree: { items: { $ref: "#/components/schemas/Tree" }, allOf: [{ $ref: "#/components/schemas/Tree" }] }
  responses:
    R: { $ref: "b.yaml#/R" }
`;
  const texts = { "openapi.yaml": text, "b.yaml": 'R: { $ref: "openapi.yaml#/components/responses/R" }' };
  expect(complaintsOf(texts)).toEqual([
    "openapi.yaml:7:16 endless-reference",
    "openapi.yaml:10:19 endless-reference",
    "openapi.yaml:13:16 endless-reference",
  ]);
  const start = "The $ref leads in a circle and never to anything:";
  const end = "Replace one $ref of the circle by what is meant.";
  const schemas = "#/components/schemas";
  expect(sentencesOf(texts)).toEqual([
    `${start} ${schemas}/A -> ${schemas}/B -> ${schemas}/C -> ${schemas}/A. ${end}`,
    `${start} ${schemas}/Self -> ${schemas}/Self. ${end}`,
    `${start} #/components/responses/R -> b.yaml#/R -> #/components/responses/R. ${end}`,
  ]);
});

it("shows no more of a long circle than a person reads", () => {
  const schemas = Array.from({ length: 1000 }, (_, index) => {
    return `    S${index}: { $ref: "#/components/schemas/S${(index + 1) % 1000}" }\n`;
  });
  const sentences = sentencesOf(`${head}components:\n  schemas:\n${schemas.join("")}`);
  expect(sentences).toHaveLength(1);
  expect(sentences[0]).toMatch(/S7 -> … -> #\/components\/schemas\/S0\. Replace/);
});

it("sees a circle in pointers that wait for each other", () => {
  const text = `${order}'#/components/schemas/Orders/items' }`;
  expect(complaintsOf(text)).toEqual(["openapi.yaml:6:21 endless-reference"]);
});

it("tells the faults of a file there, and nothing more where it is referred to", () => {
  const texts = {
    "openapi.yaml": `${head}paths:\n  /a: { $ref: a.yaml }\n  /b: { $ref: "a.yaml#/b" }\n  /c: { $ref: c.yaml }\n`,
    "a.yaml": "get: {}\n\tb: {}\n",
    "c.yaml": "",
  };
  expect(complaintsOf(texts)).toEqual(["a.yaml:2:1 syntax-error", "c.yaml:1:1 empty-file"]);
  const { value } = loadTexts(texts);
  expect(value?.files.get("a.yaml")?.text).toBe(texts["a.yaml"]);
  expect(value?.locate({ file: "a.yaml", pointer: "/get" }, "key")).toMatchObject({ line: 1, column: 1 });
});

it("locates keys and values in every file, and gives the start where there is nothing", () => {
  const document = documentOf({
    "openapi.yaml": `${head}paths: { /a~b: { $ref: a.json } }`,
    "a.json": '{\n  "get": { "tags": ["t"] }\n}',
  });
  const at = (file: string, pointer: string, on?: "key" | "value"): string => {
    const location = document.locate({ file, pointer }, on);
    expect([location.file, location.pointer]).toEqual([file, pointer]);
    return `${location.line}:${location.column}`;
  };
  expect(at("openapi.yaml", "/paths/~1a~0b")).toBe("3:16");
  expect(at("openapi.yaml", "/paths/~1a~0b", "key")).toBe("3:10");
  expect(at("a.json", "/get/tags/0")).toBe("2:21");
  expect(at("a.json", "/get/tags", "key")).toBe("2:12");
  expect(at("a.json", "/get/none/0", "key")).toBe("2:3");
  expect(at("none.yaml", "/get")).toBe("1:1");
});

it("gives a complaint about every broken reference, guesses only at the first of many, and stays quick", () => {
  const components = Array.from({ length: 3000 }, (_, index) => `    Component${index}: {}\n`).join("");
  const paths = Array.from({ length: 3000 }, (_, index) => {
    return `  /${index}: { $ref: "#/components/pathItems/Componemt${index}" }\n`;
  });
  const start = performance.now();
  const { diagnostics } = loadTexts(
    `${head}paths:\n${paths.join("")}components:\n  pathItems:\n${components}`,
  );
  expect(performance.now() - start).toBeLessThan(10_000);
  expect(diagnostics).toHaveLength(3000);
  expect(diagnostics.filter(({ help }) => help.startsWith("Did you mean"))).toHaveLength(50);
});
