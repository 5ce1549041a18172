import type { Json } from "../json.ts";
import type { SpecDocument } from "../load/document.ts";
import type { Names } from "../names/names.ts";
import { writeYaml } from "../yaml.ts";
import { bundleSpec } from "./bundle-spec.ts";
import { pruneBundle } from "./prune-bundle.ts";

/** The whole spec as one document, and as the file that ships with the client made from it. */
export interface Bundle {
  readonly value: Json;
  readonly file: { readonly path: string; readonly text: string };
}

/**
 * Bundle a spec into one file.
 *
 * @param wanted the keys of the operations to keep, where not all are wanted
 * @param heading the line at the head of the file, without the comment sign
 */
export function bundleFile(
  document: SpecDocument,
  names: Names,
  wanted: ReadonlySet<string> | undefined,
  heading: string,
): Bundle {
  const whole = bundleSpec(document, names);
  const value = wanted === undefined ? whole : pruneBundle(whole, wanted);
  return { value, file: { path: "openapi.yaml", text: `# ${heading}\n${writeYaml(value)}` } };
}
