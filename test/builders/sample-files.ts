import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { TextFile } from "../../generator/render/text-file.ts";

/** The programs in the documentation of a package as files beside its sources, which they import. */
export function sampleFiles(files: readonly TextFile[], packageName: string): ReadonlyMap<string, string> {
  return new Map(
    files.flatMap(({ path, text }) =>
      [...text.matchAll(/^```ts\n([^]*?)^```$/gm)].map(
        ([, code = ""], index) =>
          [`${path.replaceAll("/", "-")}-${index}.ts`, withFiles(code, packageName)] as const,
      ),
    ),
  );
}

/** The sources of a package, and what stands in for the package that a sample may use. */
export function sourceFiles(files: readonly TextFile[]): ReadonlyMap<string, string> {
  const sources = files.flatMap(({ path, text }) => (path.endsWith(".ts") ? [[path, text] as const] : []));
  return new Map([...sources, ["undici.ts", readFileSync(join(import.meta.dirname, "undici.ts"), "utf8")]]);
}

function withFiles(code: string, packageName: string): string {
  return code
    .replaceAll(/ from "([^"]+)";/g, (statement, module: string) => {
      if (module === packageName) return ' from "./src/index.js";';
      if (!module.startsWith(`${packageName}/`)) return statement;
      return ` from "./src/${module.slice(packageName.length + 1)}.js";`;
    })
    .replace(' from "undici";', ' from "./undici.js";');
}
