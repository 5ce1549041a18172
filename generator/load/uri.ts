import type { Place } from "../location.ts";

/** A reference without its fragment, and the fragment as it was written. */
export interface SplitReference {
  readonly uri: string;
  readonly fragment: string | undefined;
}

export function splitReference(reference: string): SplitReference {
  const hash = reference.indexOf("#");
  if (hash === -1) return { uri: reference, fragment: undefined };
  return { uri: reference.slice(0, hash), fragment: reference.slice(hash + 1) };
}

/**
 * The URI that a reference without fragment means beside a base (RFC 3986, section 5.2). A file of the spec
 * has its path relative to the root as its URI, and steps above the root stay visible as `../`.
 */
export function resolveUri(reference: string, base: string): string {
  const own = partsOf(reference);
  const { scheme, authority, path, query } = partsOf(base);
  if (own.scheme !== "") return own.scheme + own.authority + withoutDots(own.path, true) + own.query;
  if (own.authority !== "") return scheme + own.authority + withoutDots(own.path, true) + own.query;
  const prefix = scheme + authority;
  if (own.path === "") return prefix + path + (own.query === "" ? query : own.query);
  const folder = path === "" && authority !== "" ? "/" : path.slice(0, path.lastIndexOf("/") + 1);
  const joined = own.path.startsWith("/") ? own.path : folder + own.path;
  return prefix + withoutDots(joined, prefix !== "") + own.query;
}

/** Whether a URI leads away from the files of the spec: it has a scheme or a host. */
export function isRemote(uri: string): boolean {
  const { scheme, authority } = partsOf(uri);
  return scheme + authority !== "";
}

/** The host, with its port if that is not the usual one, of an address that could be fetched safely. */
export function hostOf(uri: string): string | undefined {
  if (!/^https?:\/\//i.test(uri) || !URL.canParse(uri)) return undefined;
  const { protocol, host, hostname, username, password } = new URL(uri);
  if (username !== "" || password !== "") return undefined;
  return protocol === "https:" || loopback.includes(hostname) ? host : undefined;
}

/** Where nobody can listen on the way, the address of this machine itself. */
const loopback: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];

/**
 * The path of a file as `Place` names it: relative to the root, with neither `.` nor a `..` that can be
 * spared.
 */
export function normalPath(path: string): string {
  return withoutDots(path, false);
}

/** Text without its percent-encoding; as it is where the encoding is broken. */
export function decodePercent(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A place for a person who is reading a file: without the name of that file. */
export function shownPlace({ file, pointer }: Place, reading: string | undefined): string {
  return file === reading ? `#${pointer}` : `${file}#${pointer}`;
}

interface Parts {
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
  readonly query: string;
}

/** The parts of a URI without fragment, each with its punctuation (RFC 3986, appendix B). */
function partsOf(uri: string): Parts {
  const [prefix = "", scheme = "", authority = ""] =
    /^([A-Za-z][A-Za-z\d+.-]*:)?(\/\/[^/?]*)?/.exec(uri) ?? [];
  const mark = uri.indexOf("?", prefix.length);
  const end = mark === -1 ? uri.length : mark;
  return { scheme, authority, path: uri.slice(prefix.length, end), query: uri.slice(end) };
}

/** A path without `.` and `..` (RFC 3986, section 5.2.4). One that is no file's loses nothing else. */
function withoutDots(path: string, isRemotePath: boolean): string {
  const kept: string[] = [];
  const segments = path.split("/");
  const last = segments.at(-1);
  for (const segment of segments.slice(0, -1)) addSegment(kept, segment, isRemotePath);
  if (last !== "." && last !== "..") return [...kept, last].join("/");
  addSegment(kept, last, isRemotePath);
  return isRemotePath ? `${kept.join("/")}/` : kept.join("/");
}

function addSegment(kept: string[], segment: string, isRemotePath: boolean): void {
  if (segment === ".") return;
  if (segment === "..") {
    const isAtTop = isRemotePath ? kept.length <= 1 : kept.length === 0 || kept.at(-1) === "..";
    if (!isAtTop) kept.pop();
    else if (!isRemotePath) kept.push("..");
  } else if (segment !== "" || isRemotePath) kept.push(segment);
}
