import { resolve } from "node:path";
import { compareSpecs } from "../compare.ts";
import type { Config } from "../config/config.ts";
import type { AcceptedEntry } from "../diff/accept-changes.ts";
import type { Change, Comparison, Level } from "../diff/change.ts";
import { explainRule, ruleCodes } from "../diff/explain-rule.ts";
import { isDay, readAccepted } from "../diff/read-accepted.ts";
import { disk, Refusal, shownPath } from "../disk.ts";
import type { SpecSources } from "../load/load-sources.ts";
import { nearestWord } from "../nearest-word.ts";
import { type Format, presentComparison } from "../present/present-comparison.ts";
import type { Presentation } from "../present/presentation.ts";
import type { ConsumerQuestion } from "./check-consumer.ts";
import { fetchText } from "./fetch-text.ts";
import { findSides, type Side } from "./find-sides.ts";
import { linkTo } from "./link-to.ts";
import { printComplaints } from "./print-complaints.ts";
import { type Flags, findSpec, type SpecPlace } from "./project.ts";
import { quoteFrom } from "./quote-from.ts";
import type { Shell } from "./shell.ts";
import { locateIn, tellSides, type Told } from "./tell-sides.ts";

/** What was said on the command line of `diff`, beside what every command knows. */
export interface DiffFlags extends Flags {
  readonly base?: string | undefined;
  readonly revision?: string | undefined;
  readonly format?: Format | undefined;
  readonly failOn?: FailOn | undefined;
  /** The code of a rule to explain instead of comparing. */
  readonly explain?: string | undefined;
  readonly today?: string | undefined;
  /** The tsconfig of a program that uses the generated package. */
  readonly consumer?: string | undefined;
}

export type FailOn = "breaking" | "warning" | "none";

/**
 * Say what a change of the spec does to those who use the API. Gives the exit code: 1 where a change that nobody has
 * accepted is as bad as `--fail-on` says, 2 where a side cannot be read.
 */
export async function diffCommand(flags: DiffFlags, shell: Shell): Promise<number> {
  const { terminal } = shell;
  if (flags.explain !== undefined) {
    terminal.result(explained(flags.explain));
    return 0;
  }
  const today = dayOf(flags.today);
  const place = findSpec(flags);
  refuseUnknownRules(place.config.diff);
  const accepted = acceptedIn(place, shell);
  const { base, revision } = flags;
  if (base === undefined) throw new Refusal("There is nothing to compare with.", baseAdvice);
  const sides = findSides({ base, revision }, flags);
  const texts = { base: new Map<string, string>(), revision: new Map<string, string>() };
  const sources = {
    base: sourcesOf(sides.base, texts.base, place.config),
    revision: sourcesOf(sides.revision, texts.revision, place.config),
  };
  const compared = await compareSpecs(sides.base.isThere ? sources.base : undefined, sources.revision, {
    today,
    levels: place.config.diff.levels,
    accepted,
    config: place.config,
  });
  const told = { sides, compared, texts };
  const isUnread = tellSides(told, { strict: place.config.strict, json: isJson(flags) }, terminal);
  if (isUnread || compared.comparison === undefined) return 2;
  const { consumer } = flags;
  const comparison =
    consumer === undefined || !sides.base.isThere
      ? compared.comparison
      : await checked(compared.comparison, { ...place, project: consumer, sources }, shell);
  const presentation = {
    ...presentationOf(told, { ...compared, comparison }),
    knowsConsumer: consumer !== undefined,
  };
  const { columns, colorsResult = false } = terminal;
  const format = flags.format ?? (flags.json === true ? "json" : "text");
  const options = { colour: colorsResult, ...(columns === undefined ? {} : { width: columns }) };
  terminal.result(presentComparison(format, presentation, options));
  return isTooBad(comparison.changes, flags.failOn ?? "breaking") ? 1 : 0;
}

/** Loaded where it is asked for: few comparisons have a consumer. */
async function checked(
  comparison: Comparison,
  question: ConsumerQuestion,
  { loadEngine }: Shell,
): Promise<Comparison> {
  const { checkConsumer } = await import("./check-consumer.ts");
  return checkConsumer(comparison, question, await loadEngine());
}

const baseAdvice =
  "Name a branch, a tag, a commit or a file, as in `specwright diff origin/main` or `specwright diff old.yaml new.yaml`.";

function isJson({ format, json }: DiffFlags): boolean {
  return (format ?? (json === true ? "json" : "text")) === "json";
}

function explained(code: string): string {
  const text = explainRule(code);
  if (text !== undefined) return text.endsWith("\n") ? text : `${text}\n`;
  throw noRule(code, "Their codes are in what `specwright diff` prints.");
}

function noRule(code: string, otherwise: string): Refusal {
  const like = nearestWord(code, ruleCodes);
  return new Refusal(`There is no rule "${code}".`, like === undefined ? otherwise : `Did you mean ${like}?`);
}

/** A level for a rule that there is none of would be believed to hold. */
function refuseUnknownRules({ levels }: Config["diff"]): void {
  const unknown = Object.keys(levels).find((code) => !ruleCodes.includes(code));
  if (unknown !== undefined) throw noRule(unknown, "Correct `diff.levels` in the settings.");
}

function dayOf(asked: string | undefined): string {
  const day = asked ?? new Date().toISOString().slice(0, "2027-01-31".length);
  if (isDay(day)) return day;
  throw new Refusal(`"${asked ?? ""}" is no day of the calendar.`, "Write it as in `--today 2027-01-31`.");
}

/** The accepted changes of a project; a file of them with faults accepts nothing, and nothing is compared. */
function acceptedIn({ config, base }: SpecPlace, { terminal }: Shell): readonly AcceptedEntry[] {
  const path = resolve(base, config.diff.accepted);
  const text = disk.readText(path);
  if (text === undefined) return [];
  const file = shownPath(path);
  const { value, diagnostics } = readAccepted(text, file);
  if (diagnostics.length === 0) return value;
  const sourceLine = quoteFrom(new Map([[file, text]]));
  const locate = (at: { readonly file: string; readonly pointer: string }) => ({ ...at, line: 1, column: 1 });
  printComplaints({ diagnostics, locate, sourceLine }, { shown: (name) => name }, terminal);
  throw new Refusal("The accepted changes cannot be read; nothing was compared.");
}

/** What a side is made from. Its texts are remembered, to quote from. */
function sourcesOf(side: Side, texts: Map<string, string>, config: Config): SpecSources {
  const { extensions, refs } = config;
  return {
    entry: side.name.file,
    read(file) {
      const text = side.read(file);
      if (text !== undefined) texts.set(file, text);
      return text;
    },
    async fetchText(address) {
      const fetched = await fetchText(address);
      if ("text" in fetched) texts.set(address, fetched.text);
      return fetched;
    },
    overlays: side.overlays,
    hosts: refs.hosts,
    extensions,
  };
}

function presentationOf(
  { sides, compared, texts }: Told,
  { comparison, idle }: Pick<Presentation, "comparison" | "idle">,
): Presentation {
  const lines = { base: quoteFrom(texts.base), revision: quoteFrom(texts.revision) };
  const { base, revision } = sides;
  const commits = { base: base.name.revision, revision: revision.name.revision };
  const link = base.name.revision === null ? undefined : linkTo(commits, process.env);
  return {
    base: base.name,
    revision: revision.name,
    comparison,
    idle,
    knowsClient: true,
    ...(compared.callsOf === undefined ? {} : { callsOf: compared.callsOf }),
    locate: (side, place) => locateIn(compared[side])(place, "key"),
    sourceLine: (side, file, line) => lines[side](file, line),
    ...(link === undefined ? {} : { linkTo: link }),
  };
}

const badness: Readonly<Record<Level, number>> = { info: 0, warning: 1, breaking: 2 };

/** Whether a change that nobody has accepted is as bad as that, on the wire or for a program that uses the client. */
function isTooBad(changes: readonly Change[], failOn: FailOn): boolean {
  if (failOn === "none") return false;
  return changes
    .filter(({ accepted }) => accepted === null)
    .flatMap(({ level, client }) => [level, ...client.map((symbol) => symbol.level)])
    .some((level) => badness[level] >= badness[failOn]);
}
