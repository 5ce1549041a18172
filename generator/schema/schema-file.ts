import type { Bundle } from "../bundle/bundle-file.ts";
import { diagnostic, type Outcome } from "../diagnostic.ts";
import type { SpecDocument } from "../load/document.ts";
import { schemaText } from "./schema-text.ts";

/** Remembers the types of a spec, so that what makes them need not even be loaded. */
export interface SchemaCache {
  lookup(path: string, raw: string): string | undefined;
  store(path: string, raw: string, made: string): void;
}

const path = "src/schema.ts";

/**
 * The file of wire types. A spec that its maker cannot cope with costs that one file and a warning.
 *
 * @param heading the line at the head of the file, without the comment sign
 */
export async function schemaFile(
  { value, file }: Bundle,
  { root }: SpecDocument,
  heading: string,
  cache: SchemaCache,
): Promise<Outcome<readonly { readonly path: string; readonly text: string }[]>> {
  const known = cache.lookup(path, file.text);
  if (known !== undefined) return { value: [{ path, text: known }], diagnostics: [] };
  const { text: types, problem } = await schemaText(value);
  if (types === undefined) {
    const why = problem ?? "for no reason that it gives";
    return { value: [], diagnostics: [diagnostic("schema-left-out", root.place, { why })] };
  }
  const text = `// ${heading}\n${types}`;
  cache.store(path, file.text, text);
  return { value: [{ path, text }], diagnostics: [] };
}
