import type { Outcome } from "../diagnostic.ts";
import type { ReadRemote, ReadText, RemoteText, SpecDocument } from "./document.ts";
import { loadSpec } from "./load-spec.ts";
import { hostOf } from "./uri.ts";

/** Everything that a spec is made from. */
export interface SpecSources {
  /** The spec's first file, relative to the root. */
  readonly entry: string;
  readonly read: ReadText;
  /** The files of overlays, relative to the root, in the order of their use. */
  readonly overlays?: readonly string[] | undefined;
  /** Gets what stands at an address; without it nothing is fetched. */
  readonly fetchText?: FetchText | undefined;
  /** The hosts that a `$ref` may lead to. */
  readonly hosts?: readonly string[] | undefined;
  /** Others' names of extensions to ours. */
  readonly extensions?: Readonly<Record<string, string>> | undefined;
}

export type FetchText = (address: string) => Promise<RemoteText>;

/** Bounds for a server that answers each time with another address to ask for. */
const mostRounds = 32;
const mostFetched = 1000;

/**
 * Read a spec with its overlays and with what it refers to on hosts that are allowed. The spec is read with what is
 * there; what it lacked then is fetched, and it is read again, until it lacks nothing.
 */
export async function loadSources(sources: SpecSources): Promise<Outcome<SpecDocument | undefined>> {
  const { entry, read, overlays: files = [], fetchText, hosts = [], extensions = {} } = sources;
  const texts = files.map((file) => ({ file, text: read(file) ?? "" }));
  // Few specs have overlays, and the query language is not small.
  const overlays =
    texts.length === 0 ? undefined : (await import("./overlays/open-overlays.ts")).openOverlays(texts);
  const load = (readRemote: ReadRemote) => loadSpec(entry, read, extensions, { overlays, readRemote });
  return fetchText === undefined ? load(() => undefined) : loadInRounds(load, fetchText, hosts);
}

type Load = (readRemote: ReadRemote) => Outcome<SpecDocument | undefined>;

async function loadInRounds(
  load: Load,
  fetchText: FetchText,
  hosts: readonly string[],
): Promise<Outcome<SpecDocument | undefined>> {
  const known = new Map<string, RemoteText>();
  for (let round = 1; ; round++) {
    const wanted = new Set<string>();
    const outcome = load((uri) => {
      const host = hostOf(uri);
      if (host === undefined || !hosts.includes(host)) return undefined;
      const text = known.get(uri);
      if (text === undefined) wanted.add(uri);
      return text;
    });
    if (wanted.size === 0) return outcome;
    const isTooMuch = round > mostRounds || known.size + wanted.size > mostFetched;
    const fetched = [...wanted].map(async (uri): Promise<readonly [string, RemoteText]> => {
      return [uri, isTooMuch ? { why: "the spec refers to too many files elsewhere" } : await fetchText(uri)];
    });
    for (const [uri, text] of await Promise.all(fetched)) known.set(uri, text);
  }
}
