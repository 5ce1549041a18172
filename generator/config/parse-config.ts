import type { Diagnostic } from "../diagnostic.ts";
import { childPointer } from "../location.ts";
import {
  checkConfig,
  type ConfigCode,
  type ConfigFault,
  type ConfigSchema,
  isObject,
} from "./check-config.ts";
import {
  type Config,
  defaultConfig,
  diffLevels,
  formatterNames,
  int64Types,
  outputNames,
  type PackageConfig,
} from "./config.ts";
import { configCatalogue } from "./config-catalogue.ts";
import { locateKey, type Position, positionAt } from "./locate-key.ts";
import schema from "./specwright.schema.json" with { type: "json" };

/** A complaint about a configuration. It knows its line: the text is at hand when it is made. */
export interface ConfigDiagnostic extends Omit<Diagnostic, "code" | "position"> {
  readonly code: ConfigCode;
  readonly position: Position;
}

/** What a file says about the configuration. With complaints the defaults stand for what is wrong. */
export interface ParsedConfig {
  /** Undefined where the file is a package.json that does not mention us. */
  readonly config: Config | undefined;
  readonly diagnostics: readonly ConfigDiagnostic[];
}

/**
 * Read a configuration.
 *
 * @param file the path to show in complaints
 * @param key the key that holds the configuration, in a file that holds other things as well
 */
export function parseConfig(text: string, file: string, key?: string): ParsedConfig {
  const json = text.replace(/^\uFEFF/, "");
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return { config: undefined, diagnostics: [notJson(json, file, error)] };
  }
  const within = key === undefined ? [] : [key];
  const settings = key === undefined ? value : memberOf(value, key);
  if (settings === undefined) return { config: undefined, diagnostics: [] };
  const faults = checkConfig(settings, schema satisfies ConfigSchema);
  const diagnostics = faults.map((fault) => faultDiagnostic(fault, json, file, within));
  return { config: fillConfig(settings), diagnostics };
}

function fillConfig(value: unknown): Config {
  return {
    spec: textOf(value, "spec") ?? defaultConfig.spec,
    overlays: textsOf(value, "overlays"),
    out: textOf(value, "out") ?? defaultConfig.out,
    templates: textOf(value, "templates"),
    outputs: outputsOf(memberOf(value, "outputs")) ?? defaultConfig.outputs,
    include: textsOf(value, "include"),
    exclude: textsOf(value, "exclude"),
    int64: oneOf(int64Types, memberOf(value, "int64")) ?? defaultConfig.int64,
    extensions: textsByName(memberOf(value, "extensions")),
    formatter: oneOf(formatterNames, memberOf(value, "formatter")) ?? defaultConfig.formatter,
    package: fillPackage(memberOf(value, "package")),
    refs: fillRefs(memberOf(value, "refs")),
    diff: fillDiff(memberOf(value, "diff")),
    strict: memberOf(value, "strict") === true,
  };
}

function fillRefs(value: unknown): Config["refs"] {
  return { root: textOf(value, "root"), hosts: textsOf(value, "hosts") };
}

function fillDiff(value: unknown): Config["diff"] {
  const levels = Object.entries(textsByName(memberOf(value, "levels"))).flatMap(([code, text]) => {
    const level = oneOf(diffLevels, text);
    return level === undefined ? [] : [[code, level] as const];
  });
  const accepted = textOf(value, "accepted") ?? defaultConfig.diff.accepted;
  return { levels: Object.fromEntries(levels), accepted };
}

function fillPackage(value: unknown): PackageConfig {
  return {
    name: textOf(value, "name"),
    version: textOf(value, "version") ?? defaultConfig.package.version,
    description: textOf(value, "description"),
    license: textOf(value, "license"),
    author: textOf(value, "author"),
    copyright: textOf(value, "copyright"),
    repository: repositoryOf(memberOf(value, "repository")),
    homepage: textOf(value, "homepage"),
    keywords: textsOf(value, "keywords"),
  };
}

// The order is ours: `["docs", "client"]` and `["client", "docs"]` are the same wish and make the same bytes.
function outputsOf(value: unknown): Config["outputs"] | undefined {
  return Array.isArray(value) ? outputNames.filter((name) => value.includes(name)) : undefined;
}

function oneOf<Word extends string>(words: readonly Word[], value: unknown): Word | undefined {
  return words.find((word) => word === value);
}

function textsByName(value: unknown): Readonly<Record<string, string>> {
  const members = isObject(value) ? Object.entries(value) : [];
  return Object.fromEntries(
    members.flatMap(([name, text]) => (typeof text === "string" ? [[name, text]] : [])),
  );
}

function repositoryOf(value: unknown): PackageConfig["repository"] {
  if (typeof value === "string") return value;
  const url = textOf(value, "url");
  if (url === undefined) return undefined;
  return { type: textOf(value, "type") ?? "git", url, directory: textOf(value, "directory") };
}

function memberOf(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function textOf(value: unknown, key: string): string | undefined {
  const member = memberOf(value, key);
  return typeof member === "string" ? member : undefined;
}

function textsOf(value: unknown, key: string): readonly string[] {
  const member = memberOf(value, key);
  return Array.isArray(member) ? member.filter((item) => typeof item === "string") : [];
}

function faultDiagnostic(
  { code, message, help, keys }: ConfigFault,
  text: string,
  file: string,
  within: readonly string[],
): ConfigDiagnostic {
  const path = [...within, ...keys];
  const pointer = path.reduce<string>(childPointer, "");
  const { severity } = configCatalogue[code];
  const place = { file, pointer };
  return { code, severity, message, help, place, on: "key", related: [], position: locateKey(text, path) };
}

function notJson(text: string, file: string, error: unknown): ConfigDiagnostic {
  const told = error instanceof Error ? error.message : String(error);
  const offset = Number(/position (\d+)/.exec(told)?.[1] ?? text.length);
  const why = told
    .replace(/,? ?(?:\.\.\.)?"[^]*" is not valid JSON| (?:in JSON )?at position[^]*/, "")
    .toLowerCase();
  const { severity, message, help } = configCatalogue["config-not-json"];
  return {
    code: "config-not-json",
    severity,
    message: message({ why }),
    help: help(),
    place: { file, pointer: "" },
    on: "value",
    related: [],
    position: positionAt(text, offset),
  };
}
