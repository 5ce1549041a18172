import { createHash } from "node:crypto";

/** The hexadecimal digits of a spelling's SHA-256: the same on every machine, another for every other spelling. */
export function spellingHash(spelling: string): string {
  return createHash("sha256").update(spelling).digest("hex");
}
