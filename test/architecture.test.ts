import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";
import {
  importsOf,
  lineOf,
  linesOf,
  neighboursOf,
  nodesIn,
  repository,
  type Source,
  sourceOf,
  sourcesUnder,
} from "./source-tree.ts";

const generator = sourcesUnder("generator");
const templates = sourcesUnder("templates");
const everything = [...generator, ...templates];

const stages = [
  "load",
  "validate",
  "model",
  "values",
  "names",
  "bundle",
  "schema",
  "view",
  "render",
  "format",
];

// The floor plan. A room, or one file of a room, may look into these rooms and files and into no others; types count.
// A room stands below those that it looks into.
const mayImport: Readonly<Record<string, readonly string[]>> = {
  catalogue: [],
  config: ["catalogue"],
  load: ["yaml.ts"],
  validate: ["load"],
  model: ["load"],
  values: ["model"],
  names: ["model", "values"],
  bundle: ["load", "model", "names", "yaml.ts"],
  schema: ["bundle", "load", "model/swagger/media-types.ts"],
  view: ["model", "names", "values", "config/config.ts"],
  render: ["view"],
  format: ["render"],
  write: ["render", "disk.ts"],
  subtype: ["model", "values"],
  diff: ["model", "names", "values", "subtype", "load", "config/config.ts"],
  present: ["diff", "view/docs/code-text.ts"],
  cli: [...stages, "write", "diff", "present", "config", "disk.ts", "generate.ts", "compare.ts"],
  "generate.ts": [...stages, "config"],
  "compare.ts": [...stages, "diff", "config"],

  "config/find-config.ts": ["disk.ts"],
  "diff/client/compare-types.ts": ["view/objects-in.ts"],
  "diff/client/open-calls.ts": ["model", "names", "view", "config/config.ts"],
  "diff/client/open-surface.ts": ["view"],
  "diagnostic.ts": ["catalogue"],
  "disk.ts": ["load/document.ts"],
  "yaml.ts": ["load"],
};

// The words that every room may use.
const forAll = ["json.ts", "location.ts", "diagnostic.ts", "nearest-word.ts", "unseen.ts"];

// Who may use which part of Node. What is not here is used by nobody.
const mayUse: Readonly<Record<string, readonly string[]>> = {
  "node:child_process": ["cli/git.ts"],
  "node:crypto": ["names/spelling-hash.ts", "write/hash-text.ts", "write/lock.ts"],
  "node:fs": ["disk.ts"],
  "node:module": ["cli/compile-consumer.ts"],
  "node:os": ["disk.ts"],
  "node:path": ["cli", "config/find-config.ts", "disk.ts", "write"],
  "node:stream/consumers": ["disk.ts"],
  "node:timers/promises": ["cli/watch-command.ts", "write/lock.ts"],
  "node:url": ["cli"],
  "node:util": ["cli", "present/paint.ts"],
  "node:v8": ["cli/main.ts"],
};

// Who may ask the machine for anything: its clock, its environment, its network, its luck.
const mayBeImpure = ["cli", "disk.ts", "write/lock.ts"];

// Files that need one another, each group with the reason why it may. A group that is none any more fails too.
const knownCycles: Readonly<Record<string, string>> = {
  "model/api.ts, model/operation.ts": "types only: an API has operations, and both have servers",
};

// Functions of more lines than a person takes in at once, each with the reason why it is one function.
const knownLongFunctions: Readonly<Record<string, string>> = {};

const longestFile = 400;
const longestFunction = 50;

/** What holds a file in the plan: its room, or the file itself where it stands in none. */
function roomOf(path: string): string {
  return path.split("/")[0] ?? path;
}

function isOneOf(path: string, names: readonly string[]): boolean {
  return names.includes(path) || names.includes(roomOf(path));
}

function mayLookInto(from: string, to: string): boolean {
  if (roomOf(from) === roomOf(to) || forAll.includes(to)) return true;
  return isOneOf(to, [...(mayImport[roomOf(from)] ?? []), ...(mayImport[from] ?? [])]);
}

/** Everything that a check finds in some files, as `path:line what`. */
function findings(
  sources: readonly Source[],
  check: (node: ts.Node) => string | undefined,
): readonly string[] {
  return sources.flatMap((source) =>
    source.nodes.flatMap((node) => {
      const what = check(node);
      return what === undefined ? [] : [`${lineOf(node, source)} ${what}`];
    }),
  );
}

it("has a plan in which every room looks back at those before it", () => {
  const rooms = Object.keys(mayImport).filter((name) => !name.endsWith(".ts"));
  const ahead = rooms.flatMap((room, index) =>
    (mayImport[room] ?? [])
      .filter((other) => rooms.indexOf(other) >= index)
      .map((other) => `${room} -> ${other}`),
  );
  expect(ahead).toEqual([]);
});

it("has no room and no file outside of rooms that is not in the plan", () => {
  const planned = [...Object.keys(mayImport), ...forAll];
  const found = new Set(generator.map(({ path }) => roomOf(path)));
  expect([...found].filter((name) => !planned.includes(name))).toEqual([]);
});

it("looks one way only", () => {
  const wrong = generator.flatMap((source) =>
    neighboursOf(source)
      .filter((target) => !mayLookInto(source.path, target))
      .map((target) => `${source.path} -> ${target}`),
  );
  expect(wrong).toEqual([]);
});

it("has no circle of files, not even of types", () => {
  const circles = [...circlesIn(generator), ...circlesIn(templates)];
  expect(circles.sort()).toEqual(Object.keys(knownCycles).sort());
});

/** The groups of files from each of which every other one can be reached. */
function circlesIn(sources: readonly Source[]): readonly string[] {
  const targets = new Map(sources.map((source) => [source.path, neighboursOf(source)]));
  const reached = new Map(sources.map(({ path }) => [path, reachableFrom(path, targets)]));
  const groups = sources.map(({ path }) =>
    [...(reached.get(path) ?? [])]
      .filter((other) => reached.get(other)?.has(path) === true)
      .sort()
      .join(", "),
  );
  return [...new Set(groups)].filter((group) => group !== "");
}

function reachableFrom(path: string, targets: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const reached = new Set<string>();
  const next = [...(targets.get(path) ?? [])];
  for (let here = next.pop(); here !== undefined; here = next.pop()) {
    if (reached.has(here)) continue;
    reached.add(here);
    next.push(...(targets.get(here) ?? []));
  }
  return reached;
}

it("has one door to each package, and uses none that is not its own", () => {
  const { dependencies } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8")) as {
    dependencies: Readonly<Record<string, string>>;
  };
  const doors = new Map<string, Set<string>>();
  for (const source of generator) {
    for (const name of packagesOf(source)) doors.set(name, (doors.get(name) ?? new Set()).add(source.path));
  }
  expect([...doors.keys()].filter((name) => !Object.hasOwn(dependencies, name))).toEqual([]);
  expect([...doors].filter(([, files]) => files.size > 1)).toEqual([]);
});

function packagesOf(source: Source): readonly string[] {
  return importsOf(source)
    .filter((specifier) => !/^(?:\.|node:)/.test(specifier))
    .map((specifier) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier);
}

it("uses the parts of Node where the plan says", () => {
  const wrong = generator.flatMap((source) =>
    importsOf(source)
      .filter((specifier) => specifier.startsWith("node:"))
      .filter((specifier) => !isOneOf(source.path, mayUse[specifier] ?? []))
      .map((specifier) => `${source.path} -> ${specifier}`),
  );
  expect(wrong).toEqual([]);
});

it("has templates that need nothing", () => {
  const wrong = templates.flatMap((source) =>
    importsOf(source)
      .filter((specifier) => !/^\.\.?\/.*\.js$/.test(specifier))
      .map((specifier) => `${source.path} -> ${specifier}`),
  );
  expect(wrong).toEqual([]);
});

const machine = ["process", "console", "performance", "fetch", "crypto", "navigator", "globalThis", "Intl"];
const timers = ["setTimeout", "setInterval", "setImmediate"];

/** Says what makes a line depend on more than its input: clock, luck, environment, network, locale. */
function impurity(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) {
    const text = node.getText();
    if (["Date.now", "Math.random"].includes(text)) return text;
    return /^(?:localeCompare|toLocale\w+)$/.test(node.name.text) ? node.name.text : undefined;
  }
  if (ts.isNewExpression(node) && node.expression.getText() === "Date" && !node.arguments?.length)
    return "new Date()";
  if (!ts.isIdentifier(node) || isNameOf(node)) return undefined;
  return [...machine, ...timers].includes(node.text) ? node.text : undefined;
}

/** Whether a word only names a member or declares something. */
function isNameOf(node: ts.Identifier): boolean {
  return "name" in node.parent && node.parent.name === node && !ts.isShorthandPropertyAssignment(node.parent);
}

it("is pure, but for the rooms that face the machine", () => {
  const pure = generator.filter(({ path }) => !isOneOf(path, mayBeImpure));
  expect(findings(pure, impurity)).toEqual([]);
});

it.each([
  ["Date.now()", "Date.now"],
  ["new Date()", "new Date()"],
  ["Math.random()", "Math.random"],
  ["process.env", "process"],
  ["await fetch(url)", "fetch"],
  ["a.localeCompare(b)", "localeCompare"],
  ["({ fetch })", "fetch"],
])("would see that %s is not pure", (text, what) => {
  expect(findings([sourceOf("a.ts", text)], impurity)).toEqual([`a.ts:1 ${what}`]);
});

it("does not take a member for the machine", () => {
  const text = `options.fetch = { process: new Date(0) }; interface A { console: 1 }`;
  expect(findings([sourceOf("a.ts", text)], impurity)).toEqual([]);
});

it("has no `any`", () => {
  expect(
    findings(everything, (node) => (node.kind === ts.SyntaxKind.AnyKeyword ? "any" : undefined)),
  ).toEqual([]);
});

it("exports by name, each name where a reader sees it", () => {
  const hidden = (node: ts.Node): string | undefined => {
    if (ts.isExportAssignment(node) || node.kind === ts.SyntaxKind.DefaultKeyword) return "default export";
    return ts.isExportDeclaration(node) && node.exportClause === undefined ? "export *" : undefined;
  };
  expect(findings(everything, hidden)).toEqual([]);
});

it("has no state of a module", () => {
  const variable = (node: ts.Node): string | undefined =>
    ts.isVariableStatement(node) &&
    ts.isSourceFile(node.parent) &&
    !(node.declarationList.flags & ts.NodeFlags.Const)
      ? node.getText()
      : undefined;
  expect(findings(everything, variable)).toEqual([]);
});

it("has no class but errors", () => {
  const other = (node: ts.Node): string | undefined => {
    if (!ts.isClassLike(node)) return undefined;
    const bases = (node.heritageClauses ?? []).flatMap(({ types }) => types.map((type) => type.getText()));
    return bases.some((base) => base === "Refusal" || base.endsWith("Error"))
      ? undefined
      : (node.name?.text ?? "class");
  };
  expect(findings(everything, other)).toEqual([]);
});

it("has files that are named for what they hold", () => {
  const vague = /^(?:index|utils?|helpers?|common|misc|manager|service|types)\.ts$/;
  const wrong = everything.filter(
    ({ path }) => vague.test(basename(path)) || !/^(?:[a-z0-9]+[-/])*[a-z0-9]+\.ts$/.test(path),
  );
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

it(`has no file of more than ${longestFile} lines`, () => {
  const long = everything.map(({ path, text }) => ({ path, lines: text.split("\n").length - 1 }));
  expect(long.filter(({ lines }) => lines > longestFile)).toEqual([]);
});

it(`has no function of more than ${longestFunction} lines, unless it is one switch`, () => {
  const long = everything.flatMap((source) =>
    source.nodes
      .filter(
        (node) => ts.isFunctionLike(node) && ownLines(node, source) > longestFunction && !isOneSwitch(node),
      )
      .map((node) => `${source.path} ${nameOf(node)}`),
  );
  expect(long.sort()).toEqual(Object.keys(knownLongFunctions).sort());
});

/** The lines of a function without those of the named functions in it, which are looked at by themselves. */
function ownLines(node: ts.Node, source: Source): number {
  const inner = nodesIn(node).filter(
    (other) => other !== node && ts.isFunctionDeclaration(other) && closestFunction(other.parent) === node,
  );
  return inner.reduce((lines, other) => lines - linesOf(other, source), linesOf(node, source));
}

function closestFunction(node: ts.Node): ts.Node | undefined {
  return ts.findAncestor(node, (above) => ts.isFunctionLike(above));
}

/** Whether a function is a list of cases: the longer the list, the duller it is. */
function isOneSwitch(node: ts.Node): boolean {
  const statements = nodesIn(node).find(ts.isBlock)?.statements ?? [];
  const last = statements.at(-1);
  return last !== undefined && ts.isSwitchStatement(last) && statements.length <= 4;
}

function nameOf(node: ts.Node): string {
  const named = ts.findAncestor(node, (above) => "name" in above && above.name !== undefined);
  return named !== undefined && "name" in named ? (named.name as ts.Node).getText() : "a function";
}
