import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import { disk } from "../../generator/disk.ts";
import type { Target } from "../../generator/write/write-output.ts";

const scratches: string[] = [];

afterAll(() => {
  for (const folder of scratches.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder that is gone when the tests of the file are done. */
export function scratch(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "specwright-test-")));
  scratches.push(folder);
  return folder;
}

/** An output folder that is not there yet. */
export function freshTarget(over: Partial<Target> = {}): Target {
  return { disk, folder: join(scratch(), "generated"), patience: 200, ...over };
}

export type Tree = Readonly<Record<string, string>>;

/** Files to be, from `{ path: text }`. */
export function filesOf(tree: Tree): { path: string; text: string }[] {
  return Object.entries(tree).map(([path, text]) => ({ path, text }));
}

export function put(folder: string, tree: Tree): void {
  for (const [path, text] of Object.entries(tree)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Everything in a folder by path, hidden files too, without our cache and manifest. Empty folders end in `/`. */
export function treeOf(folder: string): Tree {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return {};
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const tree = entries.flatMap((entry): [string, string][] => {
    const place = join(entry.parentPath, entry.name);
    const path = place.slice(folder.length + 1);
    if (path.startsWith(".specwright-cache") || path === ".specwright") return [];
    if (entry.isDirectory()) return readdirSync(place).length === 0 ? [[`${path}/`, ""]] : [];
    return [[path, entry.isFile() ? readFileSync(place, "utf8") : "(a link)"]];
  });
  return Object.fromEntries(tree.sort(([a], [b]) => (a < b ? -1 : 1)));
}
