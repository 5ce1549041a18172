// Awkward specs, one construct each, that lie outside of this repository. What right output must satisfy stands in
// the spec itself, under `x-torture`, for people and for machines.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { repository } from "../stories.ts";

/** One awkward spec and what it demands. */
export interface TortureSpec {
  /** `072-query-encoding`. */
  readonly name: string;
  /** The folder that no reference leaves, and the first file in it. */
  readonly root: string;
  readonly entry: string;
  /** The lines of the entry that a complaint must point at, counted from 1. */
  readonly markedLines: readonly number[];
  readonly demands: Demands;
  /** The whole spec as plain values, read by a parser of its own. */
  readonly raw: Plain;
}

export type Plain = { readonly [key: string]: unknown };

/** What stands under `x-torture`, as far as machines understand it. */
export interface Demands {
  readonly outcome: "ok" | "reject" | "ok-or-reject";
  /** The kind of the complaint that rejects the spec, and a word that it must say. */
  readonly about?: string;
  readonly hint?: string;
  readonly secondsMax?: number;
  /** The kinds of the warnings that must come. */
  readonly warns?: readonly string[];
  /** A global that stays undefined, as `globalThis.NAME`. */
  readonly sentinel?: string;
  /** Texts that must come out as they are. */
  readonly verbatim?: readonly string[];
  readonly wire?: readonly Vector[];
  readonly pages?: readonly PageScript[];
}

/** A listing, what the server answers to one request after the other, and what the caller must get. */
export interface PageScript {
  readonly call: string;
  readonly args?: Arguments;
  readonly responses: readonly unknown[];
  readonly urls?: readonly string[];
  readonly items?: readonly unknown[];
  readonly error?: string;
}

/** One call: what the caller gives, what must travel, what the server says, what the caller must get. */
export interface Vector {
  readonly call: string;
  readonly args?: Arguments;
  readonly auth?: Readonly<Record<string, Plain | string>>;
  readonly client?: { readonly baseUrl?: string; readonly server?: Readonly<Record<string, string>> };
  readonly expect?: Expectation;
  readonly respond?: Respond;
  readonly result?: unknown;
  readonly noResult?: boolean;
  readonly resultNot?: string;
  readonly error?: Plain;
  /** What comes of a stream, in its order; where there is an `error` too, that comes after them. */
  readonly items?: readonly unknown[];
}

export interface Arguments {
  readonly path?: Plain;
  readonly query?: Plain;
  readonly header?: Plain;
  readonly cookie?: Plain;
  /** The value of the one parameter that is the whole query string. */
  readonly querystring?: unknown;
  readonly body?: unknown;
  readonly contentType?: string;
  readonly accept?: string;
}

export interface Expectation {
  readonly method?: string;
  readonly url?: string;
  readonly urlAlso?: readonly string[];
  readonly absoluteUrl?: string;
  /** `~` starts a regular expression. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly noHeaders?: readonly string[];
  readonly jsonBody?: string;
  readonly rawBody?: string;
  readonly rawBodyAlso?: readonly string[];
  readonly bodyBase64?: string;
  readonly parts?: readonly ExpectedPart[];
  readonly noBody?: boolean;
  /** The call rejects, and nothing is sent. */
  readonly throws?: boolean;
  readonly anyOf?: readonly Expectation[];
}

export interface ExpectedPart {
  readonly name: string;
  readonly filename?: string;
  readonly type?: string;
  readonly text?: string;
}

export interface Respond {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Pieces of the body, each sent on its own. */
  readonly chunks?: readonly string[];
}

export const tortureFolder = join(repository, "../shared/torture");
export const isTortureThere = existsSync(tortureFolder);

/** Every torture spec in the order of its number; none where the folder is absent. */
export const tortureSpecs: readonly TortureSpec[] = isTortureThere ? readSpecs(tortureFolder) : [];

function readSpecs(folder: string): readonly TortureSpec[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      if (statSync(join(folder, name)).isDirectory())
        return [readSpec(join(folder, name), "main.yaml", name)];
      return name.endsWith(".yaml") ? [readSpec(folder, name, name.slice(0, -".yaml".length))] : [];
    });
}

function readSpec(root: string, entry: string, name: string): TortureSpec {
  const text = readFileSync(join(root, entry), "utf8");
  const lines = text.split("\n").map((line, index) => (line.trimEnd().endsWith("#!ERR") ? index + 1 : 0));
  const markedLines = lines.filter((line) => line > 0);
  // A spec that is no YAML, or a bomb, still says in one line what it demands.
  const raw = plainOf(text) ?? plainOf(/^x-torture: .*$/m.exec(text)?.[0] ?? "") ?? {};
  return { name, root, entry, markedLines, demands: raw["x-torture"] as Demands, raw };
}

function plainOf(text: string): Plain | undefined {
  const document = parseDocument(text, { uniqueKeys: false, merge: true, logLevel: "silent" });
  if (document.errors.length > 0) return undefined;
  try {
    return document.toJS() as Plain;
  } catch {
    return undefined;
  }
}
