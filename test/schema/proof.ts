import { dirname, join } from "node:path";
import ts from "typescript";
import { bundleSpec } from "../../generator/bundle/bundle-spec.ts";
import { type Config, defaultConfig } from "../../generator/config/config.ts";
import { readText, readTree } from "../../generator/disk.ts";
import type { ReadText } from "../../generator/load/document.ts";
import { loadSpec } from "../../generator/load/load-spec.ts";
import { buildModel } from "../../generator/model/build-model.ts";
import { buildNames } from "../../generator/names/build-names.ts";
import { renderPages } from "../../generator/render/render-pages.ts";
import { schemaText } from "../../generator/schema/schema-text.ts";
import { modelPage } from "../../generator/view/model-page.ts";
import { openViews } from "../../generator/view/view-context.ts";
import { repository } from "../source-tree.ts";
import { type Pair, pairsOf, proofOf, type Way } from "./claims.ts";

/** One claim: a value of one type may stand where the other one is wanted. */
export interface Claim {
  /** The spec, our type and the way: `enums: Colour fits the schema`. */
  readonly name: string;
  /** A function that the compiler takes if the claim holds. */
  readonly proof: string;
}

/** The files of one spec, and what is claimed of its models. */
export interface Case {
  readonly files: ReadonlyMap<string, string>;
  readonly claims: readonly Claim[];
}

const templates = readTree(join(repository, "templates"));
const folder = join(repository, "proofs");

/**
 * Make the models of a spec with our views and its wire types with openapi-typescript.
 *
 * @param long the types in which an integer may be a bigint: they fit the wire types when such integers are rounded
 */
export async function caseOf(
  spec: string,
  entry: string,
  read: ReadText,
  long: readonly string[] = [],
  config: Config = defaultConfig,
): Promise<Case> {
  const { value: document } = loadSpec(entry, read);
  if (document === undefined) throw new Error(`${spec} cannot be read.`);
  const api = buildModel(document);
  const called = buildNames(api).value;
  const views = openViews(api, called, config, entry);
  const pages = renderPages(
    api.models.map((model) => modelPage(model, views)),
    templates,
  );
  const bundle = bundleSpec(document, called);
  const { text, problem } = await schemaText(bundle);
  if (text === undefined) throw new Error(`${spec} has no wire types: ${problem}`);
  const files = new Map([...pages.map((page) => [page.path, page.text] as const), ["src/schema.ts", text]]);
  const claims = pairsOf(api, called, bundle).flatMap((pair) =>
    claimsOf(spec, pair, long.includes(pair.name)),
  );
  return { files: new Map([...files].map(([path, each]) => [join(folder, spec, path), each])), claims };
}

function claimsOf(spec: string, pair: Pair, isLong: boolean): readonly Claim[] {
  const { name } = pair;
  const proof = (way: Way, loosened?: string): string => proofOf(pair, way, `./${spec}`, loosened);
  return [
    { name: `${spec}: the schema fits ${name}`, proof: proof("the schema fits") },
    { name: `${spec}: ${name} fits the schema`, proof: proof("fits the schema") },
    ...(isLong
      ? [
          {
            name: `${spec}: ${name}, rounded, fits the schema`,
            proof: proof("fits the schema", "Rounded<Close<T>>"),
          },
        ]
      : []),
  ];
}

/** What the compiler says: the claims that do not hold, and faults anywhere else. */
export interface Verdict {
  readonly failed: readonly string[];
  readonly faults: readonly string[];
}

/** Ask the compiler about every case at once, with the strictest settings. Nothing is written to the disk. */
export function judge(cases: readonly Case[]): Verdict {
  const claims = cases.flatMap((each) => each.claims);
  const proofFile = join(folder, "proof.ts");
  const closeFile = join(folder, "close.ts");
  const proofs = claims.map(({ proof }) => `(${proof});`);
  const files = new Map([
    [closeFile, readText(join(repository, "test/schema/close.ts")) ?? ""],
    [proofFile, ['import type { Close, Rounded } from "./close.js";', ...proofs].join("\n")],
    ...cases.flatMap((each) => [...each.files]),
  ]);
  const program = ts.createProgram([...files.keys()], options, hostOf(files));
  const found = ts.getPreEmitDiagnostics(program);
  const isClaim = ({ file }: ts.Diagnostic): boolean => file?.fileName === proofFile;
  const lines = found
    .filter(isClaim)
    .map(({ file, start = 0 }) => file?.getLineAndCharacterOfPosition(start).line ?? 0);
  return {
    failed: [...new Set(lines)].map((line) => claims[line - 1]?.name ?? `line ${line}`),
    faults: found.filter((each) => !isClaim(each)).map(shown),
  };
}

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ["lib.es2022.d.ts"],
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
};

function hostOf(files: ReadonlyMap<string, string>): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  return {
    ...host,
    fileExists: (path) => files.has(path) || (!path.startsWith(folder) && host.fileExists(path)),
    readFile: (path) => files.get(path) ?? host.readFile(path),
    directoryExists: (path) =>
      [...files.keys()].some((file) => dirname(file).startsWith(path)) ||
      host.directoryExists?.(path) === true,
    getSourceFile: (path, languageVersion) => {
      const text = files.get(path);
      return text === undefined
        ? host.getSourceFile(path, languageVersion)
        : ts.createSourceFile(path, text, languageVersion, true);
    },
  };
}

function shown({ file, start = 0, messageText }: ts.Diagnostic): string {
  const line = (file?.getLineAndCharacterOfPosition(start).line ?? 0) + 1;
  return `${file?.fileName.slice(folder.length + 1)}:${line} ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
}
