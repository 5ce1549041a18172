import { fileURLToPath } from "node:url";
import { isObject } from "../config/check-config.ts";
import { readText } from "../disk.ts";

/** What our own package.json says of us. */
export interface OwnPackage {
  readonly version: string;
  /** Names the versions that remembered texts depend on. */
  readonly tools: string;
  /** A sentence that says where to report that we failed. */
  readonly reportAt: string;
}

/** Read our own package.json, which lies two folders above this file, compiled or not. */
export function ownPackage(): OwnPackage {
  const text = readText(fileURLToPath(new URL("../../package.json", import.meta.url))) ?? "{}";
  const own: unknown = JSON.parse(text);
  const version = textIn(own, "version");
  const pins = isObject(own) ? own["dependencies"] : undefined;
  const tools = ["prettier", "openapi-typescript", "typescript"].map(
    (name) => `${name} ${textIn(pins, name)}`,
  );
  const bugs = textIn(isObject(own) ? own["bugs"] : undefined, "url");
  return {
    version: version ?? "unknown",
    tools: [`specwright ${version}`, ...tools].join(", "),
    reportAt: `This is a bug; please report it ${bugs === undefined ? "to whoever maintains specwright" : `at ${bugs}`}.`,
  };
}

function textIn(value: unknown, key: string): string | undefined {
  const member = isObject(value) ? value[key] : undefined;
  return typeof member === "string" ? member : undefined;
}
