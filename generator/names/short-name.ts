import { spellingHash } from "./spelling-hash.ts";

/** A file may be called by a name and an ending, and disks take 255 bytes for both. */
const longest = 200;
const kept = 150;

/** A name that disks and people take: one that is longer than any ends early, and in digits of its own. */
export function shortName(name: string): string {
  if (bytesOf(name) <= longest) return name;
  let short = "";
  let bytes = 0;
  for (const character of name) {
    bytes += bytesOf(character);
    if (bytes > kept) break;
    short += character;
  }
  return short + spellingHash(name).slice(0, 8);
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
