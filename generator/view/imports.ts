import type { ImportView } from "./page.ts";
import { stringLiteral } from "./text.ts";

/** The imports of one file, collected while its text is made. Modules go by their path below `src`. */
export interface Imports {
  /** Import a type; gives the name that it has in the file. */
  type(name: string, module: string): string;
  /** Import a value; gives the name that it has in the file. */
  value(name: string, module: string): string;
  /** One statement for each module and kind, sorted by module. */
  list(): readonly ImportView[];
}

/**
 * Start collecting.
 *
 * @param folder of the file, below `src`; empty for `src` itself
 * @param taken names of the spec in this file; what is ours and called the same goes by another name there
 */
export function openImports(folder: string, taken: ReadonlySet<string>): Imports {
  const found = new Map<string, Map<string, string>>();
  const add = (kind: "type" | "value", name: string, module: string): string => {
    const isOurs = module.startsWith("runtime/");
    // The other way round, `name$`, an operation calls its description.
    const local = isOurs && taken.has(name) ? `$${name}` : name;
    const key = `${modulePath(folder, module)} ${kind}`;
    const names = found.get(key) ?? new Map<string, string>();
    found.set(key, names.set(name, local === name ? name : `${name} as ${local}`));
    return local;
  };
  return {
    type: (name, module) => add("type", name, module),
    value: (name, module) => add("value", name, module),
    list: () =>
      [...found]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, names]) => ({
          names: [...names]
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([, text]) => text)
            .join(", "),
          from: stringLiteral(key.slice(0, key.lastIndexOf(" "))),
          isType: key.endsWith(" type"),
        })),
  };
}

function modulePath(folder: string, module: string): string {
  if (folder === "") return `./${module}.js`;
  return module.startsWith(`${folder}/`) ? `./${module.slice(folder.length + 1)}.js` : `../${module}.js`;
}
