import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import { disk, type Disk } from "../../generator/disk.ts";
import { acquireLock, type Lock } from "../../generator/write/lock.ts";
import { put, scratch } from "./scratch.ts";

it("is held by one of two who find a dead one's lock at the same moment", async () => {
  const folder = scratch();
  const path = join(folder, "lock");
  put(folder, { lock: JSON.stringify({ pid: process.pid, host: hostname(), start: 1 }) });
  let second: Promise<Lock> | undefined;
  let secondHolds = false;
  // The first has judged the lock dead and is about to remove it when the second comes along.
  const interrupted: Disk = {
    ...disk,
    remove(target) {
      second ??= acquireLock(disk, path, 5000).then((lock) => ((secondHolds = true), lock));
      disk.remove(target);
    },
  };
  const first = await acquireLock(interrupted, path, 5000);
  await pause(150);
  expect(secondHolds).toBe(false);
  first.release();
  (await second)?.release();
  expect(disk.list(folder)).toEqual([]);
});
