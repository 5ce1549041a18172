import { resolve } from "node:path";
import { isObject } from "../config/check-config.ts";
import type { Config } from "../config/config.ts";
import { attachErrors } from "../diff/client/attach-errors.ts";
import type { Comparison } from "../diff/change.ts";
import { Refusal } from "../disk.ts";
import type { SpecSources } from "../load/load-sources.ts";
import type { TextFile } from "../render/text-file.ts";
import type { SideOf } from "../present/presentation.ts";
import {
  compileConsumer,
  type Consumer,
  findProject,
  type FoundError,
  loadTypeScript,
} from "./compile-consumer.ts";
import type { Engine } from "./engine.ts";
import { readTemplates } from "./project.ts";

/** What a consumer is checked with. */
export interface ConsumerQuestion {
  /** The tsconfig of the consumer, as somebody named it. */
  readonly project: string;
  readonly config: Config;
  /** The folder that the paths in the settings are relative to. */
  readonly base: string;
  readonly sources: Readonly<Record<SideOf, SpecSources>>;
}

/** The comparison with every place where a program that uses the package stops compiling, and the errors of no change. */
export async function checkConsumer(
  comparison: Comparison,
  question: ConsumerQuestion,
  engine: Engine,
): Promise<Comparison> {
  const project = findProject(question.project);
  const compiler = loadTypeScript(project);
  const before = await filesOf("base", question, engine);
  const after = await filesOf("revision", question, engine);
  const { config, base } = question;
  const consumer: Consumer = { project, packageName: nameIn(after), folder: resolve(base, config.out) };
  const known = new Set(compileConsumer(compiler, consumer, before).map(placeOf));
  const found = compileConsumer(compiler, consumer, after).filter((error) => !known.has(placeOf(error)));
  return attachErrors(comparison, found);
}

function placeOf({ file, line, column }: FoundError): string {
  return `${file}:${line}:${column}`;
}

async function filesOf(
  side: SideOf,
  { config, base, sources }: ConsumerQuestion,
  engine: Engine,
): Promise<readonly TextFile[]> {
  const templates = readTemplates({
    templates: config.templates === undefined ? undefined : resolve(base, config.templates),
  });
  const { value, diagnostics } = await engine.generate({
    ...sources[side],
    templates,
    config: { ...config, formatter: "none", outputs: ["client", "models"] },
    formatCache: { lookup: () => undefined, store: () => undefined },
  });
  if (value.files.length > 0) return value.files;
  const fault = diagnostics.find(({ severity }) => severity === "error");
  throw new Refusal(
    `No client can be generated from the ${side === "base" ? "old" : "new"} spec, so no consumer can be checked. ${fault?.message ?? ""}`,
  );
}

function nameIn(files: readonly TextFile[]): string {
  const text = files.find(({ path }) => path === "package.json")?.text ?? "{}";
  const manifest: unknown = JSON.parse(text);
  const name = isObject(manifest) ? manifest["name"] : undefined;
  return typeof name === "string" ? name : "";
}
