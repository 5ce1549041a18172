import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { loadComplaints } from "../generator/catalogue/load-complaints.ts";
import { modelComplaints } from "../generator/catalogue/model-complaints.ts";
import { validateComplaints } from "../generator/catalogue/validate-complaints.ts";
import { configCatalogue } from "../generator/config/config-catalogue.ts";
import { repository } from "./source-tree.ts";

// The files of the repository: those that are committed and those that would be with `git add --all`. The clone of
// a CI may belong to another user than the one who tests.
const paths = execFileSync(
  "git",
  ["-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
  { cwd: repository, encoding: "utf8" },
)
  .split("\0")
  .filter((path) => path !== "" && existsSync(join(repository, path)))
  .sort();

function textOf(path: string): string {
  return readFileSync(join(repository, path), "utf8");
}

/** Every line of some files that a pattern finds, as `path:line: what`. */
function linesWith(pattern: RegExp, files: readonly string[]): readonly string[] {
  return files.flatMap((path) =>
    textOf(path)
      .split("\n")
      .flatMap((line, index) => {
        const [found] = pattern.exec(line) ?? [];
        return found === undefined ? [] : [`${path}:${index + 1}: ${found}`];
      }),
  );
}

function under(...folders: readonly string[]): readonly string[] {
  return paths.filter((path) => folders.some((folder) => path.startsWith(`${folder}/`)));
}

const machinery = under("generator", "templates");

// What the spec calls things, though anybody would.
const ordinaryWords: Readonly<Record<string, string>> = {
  Detail: "an everyday word",
  ErrorBody: "the body of an error, which each API has",
};

// Words of the OAuth standard (RFC 6749) and of the OpenAPI Specification, that happen to be in the name of an API.
const wordsOfTheStandard = [
  "OAuth",
  "OAuth2Scheme",
  "OAuthError",
  "OAuthFlow",
  "OAuthFlowKind",
  "OAuthFlows",
  "oauth2",
  "oauth2MetadataUrl",
  // In the URN of a grant type, RFC 7522.
  "oauth",
];

interface Spec {
  readonly servers: readonly {
    readonly variables: Readonly<Record<string, { readonly enum: readonly string[] }>>;
  }[];
  readonly tags: readonly { readonly name: string }[];
  readonly components: Readonly<Record<"schemas" | "securitySchemes", Readonly<Record<string, unknown>>>>;
}

/** What the API of our spec calls its things and where it lives. */
function wordsOfTheApi(): readonly string[] {
  const { servers, tags, components } = parse(textOf("spec/openapi.yaml")) as Spec;
  const hosts = servers.flatMap(({ variables }) =>
    Object.values(variables).flatMap((variable) => variable.enum),
  );
  const operations = under("spec/paths").flatMap((path) =>
    [...textOf(path).matchAll(/^\s*operationId: (\w+)$/gm)].map(([, id = ""]) => id),
  );
  const schemas = under("spec/schemas").map((path) => basename(path, ".yaml"));
  const names = [...Object.keys(components.schemas), ...Object.keys(components.securitySchemes), ...schemas];
  return [...new Set([...hosts, ...operations, ...names, ...tags.map(({ name }) => name)])];
}

it("knows the words of the API", () => {
  expect(wordsOfTheApi()).toEqual(expect.arrayContaining(["getOauthClients", "OAuthClient", "OAuth"]));
  expect(wordsOfTheApi()).toEqual(expect.arrayContaining(Object.keys(ordinaryWords)));
});

it("has no word of the API in the generator and the templates", () => {
  const words = wordsOfTheApi().filter((word) => !Object.hasOwn(ordinaryWords, word) && word !== "OAuth");
  const escaped = words.map((word) => word.replaceAll(".", "\\."));
  const pattern = new RegExp(`${escaped.join("|")}|genesys|purecloud|pure\\.cloud|\\binin\\b`, "i");
  expect(linesWith(pattern, machinery)).toEqual([]);
  expect(machinery.filter((path) => pattern.test(path))).toEqual([]);
});

it("speaks of OAuth where it means the standard", () => {
  const words = machinery.flatMap((path) =>
    (`${path}\n${textOf(path)}`.match(/\w*oauth\w*/gi) ?? []).map((word) => ({ path, word })),
  );
  expect(words.filter(({ word }) => !wordsOfTheStandard.includes(word))).toEqual([]);
});

it("names no folder of a machine", () => {
  const folders = ["work", "home", "root", "tmp"].join("|");
  expect(linesWith(new RegExp(`(?<![\\w.)}\\]-])/(?:${folders})/[\\w.-]*`), paths)).toEqual([]);
});

it("names no registry", () => {
  const hosts = /\bregistry\.[a-z]|\bnpmjs\.|artifactory|verdaccio|jfrog/i;
  const others = paths.filter((path) => path !== "test/cleanliness.test.ts");
  expect(linesWith(hosts, others)).toEqual([]);
});

it("locks versions and no addresses", () => {
  const locks = paths.filter((path) => basename(path) === "package-lock.json");
  expect(locks).toEqual(["package-lock.json", "test/runtimes/package-lock.json"]);
  expect(linesWith(/"resolved": "[a-z]+:.*/, locks)).toEqual([]);
});

it("silences no tool", () => {
  const pattern = /(?:eslint|oxlint)-disable|@ts-(?:ignore|nocheck|expect-error)|prettier-ignore/;
  const scripts = machinery.filter((path) => path.endsWith(".ts"));
  expect(linesWith(pattern, scripts)).toEqual([]);
});

it("has paths that every tool prints as they are", () => {
  expect(paths.filter((path) => !/^[ !#-[\]-~]+$/.test(path))).toEqual([]);
});

it("has the top level that it was agreed to have", () => {
  const folders = ["generated", "generator", "spec", "templates", "test"];
  const files = ["CHANGELOG.md", "LICENSE", "README.md", "action.yml", "package-lock.json", "package.json"];
  const settings = /^\.[\w.-]+$|^tsconfig(?:\.\w+)?\.json$|^\w+\.config\.ts$/;
  const agreed = new Set([...folders, ...files]);
  const found = new Set(paths.map((path) => path.split("/")[0] ?? path));
  expect([...found].filter((name) => !agreed.has(name) && !settings.test(name))).toEqual([]);
});

// The README draws the folders in a fenced block below the line `<!-- map -->`.
const readme = join(repository, "README.md");

it.skipIf(!existsSync(readme))(
  "draws the folders in README.md as they are (skipped while there is no README.md)",
  () => {
    const drawn = foldersDrawn(readFileSync(readme, "utf8"));
    const top = drawn.filter((folder) => !folder.includes("/"));
    expect(drawn.filter((folder) => !existsSync(join(repository, folder)))).toEqual([]);
    expect(top.toSorted()).toEqual(foldersOf(paths));
    for (const folder of top) {
      const within = drawn.filter((other) => other.startsWith(`${folder}/`));
      const real = foldersOf(under(folder).map((path) => path.slice(folder.length + 1)));
      // What is drawn open is drawn whole.
      if (within.length > 0) expect(within.toSorted()).toEqual(real.map((name) => `${folder}/${name}`));
    }
  },
);

/** The folders that files lie in, sorted; hidden ones are nobody's business. */
function foldersOf(files: readonly string[]): readonly string[] {
  const folders = files.filter((path) => path.includes("/")).map((path) => path.split("/")[0] ?? path);
  return [...new Set(folders)].filter((name) => !name.startsWith(".")).sort();
}

/** The folders of a map, those on the second level with the one above: each line that starts with `name/`. */
function foldersDrawn(markdown: string): readonly string[] {
  const [, map = ""] = /^<!-- map -->\n+```\w*\n([^]*?)^```/m.exec(markdown) ?? [];
  let above = "";
  return map.split("\n").flatMap((line) => {
    const [, margin = "", name] = /^([\s│├└─]*)([\w.-]+)\/(?:\s|$)/.exec(line) ?? [];
    if (name === undefined) return [];
    if (margin === "") above = name;
    return [margin === "" ? name : `${above}/${name}`];
  });
}

it("reads a map of folders", () => {
  const map =
    "x\n<!-- map -->\n\n```text\nspec/       the spec\n  paths/    its paths\n  openapi.yaml\ntest/\n└── cli/   of it\n```\n";
  expect(foldersDrawn(map)).toEqual(["spec", "spec/paths", "test", "test/cli"]);
  expect(foldersDrawn("no map")).toEqual([]);
});

const catalogues = [
  ["the texts of a spec", Object.keys(loadComplaints)],
  ["a spec that can be read", Object.keys(validateComplaints)],
  ["a spec that is understood", Object.keys(modelComplaints)],
  ["the configuration", Object.keys(configCatalogue)],
] as const;
const codes = catalogues.flatMap(([, keys]) => keys);

it.each(catalogues)("sorts the complaints about %s by their codes", (_case, keys) => {
  expect(keys).toEqual(keys.toSorted());
  expect(keys.filter((key) => !/^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(key))).toEqual([]);
});

it("raises every complaint in a test", () => {
  expect(new Set(codes).size).toBe(codes.length);
  const tests = under("test").map((path) => `${path}\n${textOf(path)}`);
  const words = new Set(tests.flatMap((text) => text.match(/[a-z0-9]+(?:-[a-z0-9]+)+/g) ?? []));
  expect(codes.filter((code) => !words.has(code))).toEqual([]);
});
