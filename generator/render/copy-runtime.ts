import type { TextFile } from "./text-file.ts";

const heading = "// Part of the runtime that specwright ships with each client. Do not edit.\n";

/**
 * The modules of the runtime that these files import, and those that these import in turn, as they are.
 *
 * @param templates by their path in the folder of templates; the modules lie under `runtime/`
 */
export function copyRuntime(
  files: readonly TextFile[],
  templates: ReadonlyMap<string, string>,
): readonly TextFile[] {
  const found = new Map<string, string>();
  const pending = files.flatMap(({ text }) =>
    importedModules(text, /from "\.{1,2}\/runtime\/([\w-]+)\.js"/g),
  );
  for (let module = pending.pop(); module !== undefined; module = pending.pop()) {
    if (found.has(module)) continue;
    const text = templates.get(`runtime/${module}.ts`);
    if (text === undefined) throw new Error(`There is no module ${module} in the runtime.`);
    found.set(module, text);
    pending.push(...importedModules(text, /from "\.\/([\w-]+)\.js"/g));
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([module, text]) => ({ path: `src/runtime/${module}.ts`, text: heading + text }));
}

function importedModules(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, module]) => module ?? "");
}
