import type { Config, DiffLevel } from "./config/config.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { type AcceptedEntry, acceptChanges } from "./diff/accept-changes.ts";
import type { Comparison } from "./diff/change.ts";
import { type CallsOf, openCalls } from "./diff/client/open-calls.ts";
import { compareApis } from "./diff/compare-apis.ts";
import type { SpecDocument } from "./load/document.ts";
import { loadSources, type SpecSources } from "./load/load-sources.ts";
import type { Api } from "./model/api.ts";
import { buildModel } from "./model/build-model.ts";
import { validateSpec } from "./validate/validate-spec.ts";
import { checkComposition } from "./values/check-composition.ts";

export interface CompareOptions {
  /** A day as `2027-01-31`; without it nothing is due and nothing expires. */
  readonly today: string | undefined;
  /** The levels that a team has set, by the code of the rule. */
  readonly levels: Readonly<Record<string, DiffLevel>>;
  readonly accepted: readonly AcceptedEntry[];
  /** How the package is generated; without it nothing is said of the package. */
  readonly config?: Config | undefined;
}

/** What came of one side. */
export interface ReadSide {
  /** Absent where there is no spec, or nothing that could be read. */
  readonly document: SpecDocument | undefined;
  /** Everything that is wrong with it; most of it keeps nobody from comparing. */
  readonly diagnostics: readonly Diagnostic[];
  readonly isReadable: boolean;
}

export interface Compared {
  /** Absent where a side cannot be read. */
  readonly comparison: Comparison | undefined;
  readonly base: ReadSide;
  readonly revision: ReadSide;
  /** Absent where nothing was compared, or where it is not known how the package is generated. */
  readonly callsOf?: CallsOf | undefined;
  /** What to say of each accepted change that there is none of. */
  readonly idle: readonly string[];
}

/**
 * Compare two versions of a spec. Text in, data out; no disk, no clock, no network.
 *
 * @param base absent where there was no spec yet: everything is new then
 */
export async function compareSpecs(
  base: SpecSources | undefined,
  revision: SpecSources,
  { accepted, ...options }: CompareOptions,
): Promise<Compared> {
  const after = await readSide(revision, "new ");
  const before = base === undefined ? nothing(after.api) : await readSide(base);
  const sides = { base: withoutApi(before), revision: withoutApi(after) };
  if (before.api === undefined || after.api === undefined)
    return { comparison: undefined, ...sides, idle: [] };
  const comparison = compareApis(before.api, after.api, options);
  const { config } = options;
  const callsOf = config && openCalls(before.api, after.api, config);
  return { ...sides, ...acceptChanges(comparison, accepted, options.today), callsOf };
}

interface Read extends Omit<ReadSide, "isReadable"> {
  /** Absent where the side cannot be read. */
  readonly api: Api | undefined;
}

/** An API that offers nothing yet and is in all else the one that comes. */
function nothing(api: Api | undefined): Read {
  const empty = api && { ...api, operations: [], webhooks: [], models: [] };
  return { document: undefined, diagnostics: [], api: empty };
}

/** @param mark what the ids of its models begin with: those of both sides stand side by side */
async function readSide(sources: SpecSources, mark = ""): Promise<Read> {
  const { value: document, diagnostics: unread } = await loadSources(sources);
  if (document === undefined) return { document, diagnostics: unread, api: undefined };
  const diagnostics = [...unread, ...validateSpec(document)];
  if (diagnostics.some(isUnreadable)) return { document, diagnostics, api: undefined };
  const api = buildModel(document, mark);
  const tooMuch = checkComposition(api);
  return {
    document,
    diagnostics: [...diagnostics, ...tooMuch],
    api: tooMuch.some(isUnreadable) ? undefined : api,
  };
}

function withoutApi({ document, diagnostics, api }: Read): ReadSide {
  return { document, diagnostics, isReadable: api !== undefined };
}

// Where texts, references or overlays lead to nothing, part of the API is unknown, and "no change" could be wrong.
const unreadable = new Set<Diagnostic["code"]>([
  "alias-bomb",
  "empty-file",
  "endless-reference",
  "not-an-openapi-document",
  "remote-reference",
  "schema-too-deep",
  "schema-too-large",
  "spec-too-large",
  "syntax-error",
  "too-deep",
  "too-many-references",
  "unfetched-reference",
  "unreadable-reference",
  "unresolved-reference",
  "unsupported-version",
]);

/** Whether a complaint keeps us from comparing; all of the others are for the author. */
export function isUnreadable({ code, severity }: Diagnostic): boolean {
  if (severity !== "error") return false;
  return unreadable.has(code) || code.startsWith("overlay-") || /-overlay(?:-|$)/.test(code);
}
