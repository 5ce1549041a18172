import { basename, dirname, join } from "node:path";
import { type Disk, Refusal, shownPath } from "../disk.ts";
import { foldersAbove, refuseLinkedWay } from "./journal.ts";
import { manifestPath } from "./manifest.ts";
import type { Write } from "./plan-writes.ts";

/**
 * Throw a `Refusal` at whatever would stop these writes half-way or make them destroy a file that is not ours.
 * A link in the place of a file of ours is no obstacle: it is replaced, and what it leads to stays as it is.
 *
 * @param owned the paths that the manifest names
 */
export function refuseObstacles(
  disk: Disk,
  folder: string,
  writes: readonly Write[],
  owned: ReadonlySet<string>,
): void {
  const changes = writes.filter(({ kind }) => kind !== "unchanged");
  const deleted = new Set(changes.flatMap(({ kind, path }) => (kind === "delete" ? [path] : [])));
  for (const { path } of changes) {
    refuseLinkedWay(disk, folder, path);
    refuseFileOnTheWay(disk, folder, path, deleted);
    refuseReadOnly(disk, join(folder, path));
  }
  refuseForeignFiles(disk, folder, changes, owned);
}

function refuseFileOnTheWay(disk: Disk, folder: string, path: string, deleted: ReadonlySet<string>): void {
  const inTheWay = foldersAbove(path).filter((above) => !deleted.has(above));
  for (const place of inTheWay.map((above) => join(folder, above))) {
    if (disk.kindOf(place) === "file")
      throw new Refusal(`${shownPath(place)} is a file, but a folder must go there.`, clearTheWay);
  }
  const target = join(folder, path);
  if (disk.kindOf(target) === "folder")
    throw new Refusal(`${shownPath(target)} is a folder, but a file must go there.`, clearTheWay);
}

const clearTheWay = "Move it elsewhere or delete it, and run again.";

function refuseReadOnly(disk: Disk, target: string): void {
  let place = dirname(target);
  while (disk.kindOf(place) === "nothing") place = dirname(place);
  if (!disk.isWritable(place)) {
    throw new Refusal(`Cannot write in ${shownPath(place)}: permission denied, or the disk is read-only.`);
  }
}

function refuseForeignFiles(
  disk: Disk,
  folder: string,
  changes: readonly Write[],
  owned: ReadonlySet<string>,
): void {
  const ours = new Set([...owned, manifestPath].map((path) => path.toLowerCase()));
  const foreign = changes.filter(({ path }) => {
    if (owned.has(path) || path === manifestPath) return false;
    // On a disk that ignores case, what stands there may be our own file under its old spelling.
    const place = join(folder, path);
    return standsAt(disk, place) || (disk.kindOf(place) !== "nothing" && !ours.has(path.toLowerCase()));
  });
  const [first, ...others] = foreign.map(({ path }) => shownPath(join(folder, path)));
  if (first === undefined) return;
  const more = others.length === 0 ? "" : ` (and ${others.length} more)`;
  throw new Refusal(
    `${first}${more} is in the way: specwright makes a file of that name but did not make this one.`,
    clearTheWay,
  );
}

/** Whether something of exactly this spelling is there, on disks that ignore case too. */
export function standsAt(disk: Disk, path: string): boolean {
  return disk.kindOf(path) !== "nothing" && disk.list(dirname(path)).includes(basename(path));
}
