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
 * The URI that a reference without fragment means beside a base (RFC 3986, section 5.2). A file of the spec has
 * its path relative to the root as its URI, and steps above the root stay visible as `../`.
 */
export function resolveUri(reference: string, base: string): string {
  const { prefix, path, query } = partsOf(reference);
  if (prefix !== "") return prefix + withoutDots(path, prefix) + query;
  const { prefix: basePrefix, path: basePath, query: baseQuery } = partsOf(base);
  if (path === "") return basePrefix + basePath + (query === "" ? baseQuery : query);
  const joined = path.startsWith("/") ? path : basePath.slice(0, basePath.lastIndexOf("/") + 1) + path;
  return basePrefix + withoutDots(joined, basePrefix) + query;
}

/** Whether a URI leads away from the files of the spec: it has a scheme or a host. */
export function isRemote(uri: string): boolean {
  return partsOf(uri).prefix !== "";
}

/** The path of a file as `Place` names it: relative to the root, with neither `.` nor a `..` that can be spared. */
export function normalPath(path: string): string {
  return withoutDots(path, "");
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

function partsOf(uri: string): { readonly prefix: string; readonly path: string; readonly query: string } {
  const [prefix = ""] = /^(?:[A-Za-z][A-Za-z\d+.-]*:)?(?:\/\/[^/?]*)?/.exec(uri) ?? [];
  const mark = uri.indexOf("?", prefix.length);
  const end = mark === -1 ? uri.length : mark;
  return { prefix, path: uri.slice(prefix.length, end), query: uri.slice(end) };
}

function withoutDots(path: string, prefix: string): string {
  const kept: string[] = [];
  const segments = path.split("/");
  for (const [index, segment] of segments.entries()) {
    const isLast = index === segments.length - 1;
    if (segment === "..") {
      if (kept.length > 0 && kept.at(-1) !== "..") kept.pop();
      else if (prefix === "") kept.push("..");
    } else if (segment !== "." && (segment !== "" || isLast || prefix !== "")) kept.push(segment);
    if (isLast && (segment === "." || segment === "..") && prefix !== "") kept.push("");
  }
  return kept.join("/");
}
