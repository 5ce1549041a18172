import { fileURLToPath } from "node:url";
import { isObject } from "../config/check-config.ts";
import { fingerprint, readText } from "../disk.ts";
import { hashText } from "../write/hash-text.ts";

/** What our own package.json says of us. */
export interface OwnPackage {
  readonly version: string;
  /** A sentence that says where to report that we failed. */
  readonly reportAt: string;
}

/** Read our own package.json, which lies two folders above this file, compiled or not. */
export function ownPackage(): OwnPackage {
  const own = readOwn();
  const bugs = textIn(memberOf(own, "bugs"), "url");
  return {
    version: textIn(own, "version") ?? "unknown",
    reportAt: `This is a bug; please report it ${bugs === undefined ? "to whoever maintains specwright" : `at ${bugs}`}.`,
  };
}

/** Names what remembered texts depend on: the versions of our tools, and our own code as it is built. */
export function ownTools(): string {
  const own = readOwn();
  const pins = memberOf(own, "dependencies");
  const tools = ["prettier", "openapi-typescript", "typescript"].map(
    (name) => `${name} ${textIn(pins, name)}`,
  );
  const code = hashText(fingerprint(fileURLToPath(new URL("..", import.meta.url))));
  return [`specwright ${textIn(own, "version")}`, ...tools, code].join(", ");
}

function readOwn(): unknown {
  return JSON.parse(readText(fileURLToPath(new URL("../../package.json", import.meta.url))) ?? "{}");
}

function memberOf(value: unknown, key: string): unknown {
  return isObject(value) ? value[key] : undefined;
}

function textIn(value: unknown, key: string): string | undefined {
  const member = memberOf(value, key);
  return typeof member === "string" ? member : undefined;
}
