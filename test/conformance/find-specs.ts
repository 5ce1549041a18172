import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";

/** A spec to generate from. */
export interface FoundSpec {
  readonly name: string;
  /** The first file, absolute. */
  readonly entry: string;
  /** The folder that its references may not leave. */
  readonly root: string;
}

const isSpecName = /\.(json|ya?ml)$/;

/** What only the first file of a spec has, as a line of YAML. */
const version = /^["']?(openapi|swagger)["']?\s*:/m;

/** Each spec in a folder: the files that are one, and of each folder in it the topmost file that is. */
export function findSpecs(folder: string): readonly FoundSpec[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      if (!statSync(path).isDirectory()) {
        return isSpec(path) ? [{ name: name.replace(isSpecName, ""), entry: path, root: folder }] : [];
      }
      const entry = topmostSpec(path);
      return entry === undefined ? [] : [{ name, entry, root: path }];
    });
}

function topmostSpec(folder: string): string | undefined {
  const depth = (path: string): number => relative(folder, path).split(/[/\\]/).length;
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1))
    .find(isSpec);
}

function isSpec(path: string): boolean {
  if (!isSpecName.test(path)) return false;
  const text = readFileSync(path, "utf8");
  if (!path.endsWith(".json")) return version.test(text);
  try {
    const value: unknown = JSON.parse(text);
    return ["openapi", "swagger"].some((name) => Object.hasOwn(Object(value) as object, name));
  } catch {
    return false;
  }
}
