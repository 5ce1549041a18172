import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import ts from "typescript";
import type { Diagnostic } from "../../generator/diagnostic.ts";
import type { TextFile } from "../../generator/render/text-file.ts";
import { writeYaml } from "../../generator/yaml.ts";
import { strictFaults } from "../conformance/strict-compile.ts";
import { lineOf, sourceOf } from "../source-tree.ts";
import { repository } from "../stories.ts";
import { json } from "../values/spec.ts";

/** What the compiler says of one package, without the folder that it lies in. */
export type Faults = readonly string[];

/** Compile many packages in one program under every strict flag; the faults of each, in their order. */
export async function faultsOfPackages(
  packages: readonly (readonly TextFile[])[],
): Promise<readonly Faults[]> {
  const folder = mkdtempSync(join(tmpdir(), "specwright-properties-"));
  try {
    packages.forEach((files, index) => {
      for (const { path, text } of files) {
        if (path.endsWith(".ts")) write(join(folder, `p${index}`, path), text);
      }
    });
    if (packages.every((files) => files.length === 0)) return packages.map(() => []);
    write(join(folder, "package.json"), '{ "type": "module" }');
    const said = await strictFaults(folder, "*/src", repository);
    const heads = packages.map((_, index) => `p${index}/`);
    const others = said.filter(
      (line) => !line.startsWith(" ") && !heads.some((head) => line.startsWith(head)),
    );
    if (others.length > 0) throw new Error(others.join("\n"));
    return heads.map((head) =>
      said.filter((line) => line.startsWith(head)).map((line) => line.slice(head.length)),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Each `any` in the sources of a package, as `file:line`. */
export function anyIn(files: readonly TextFile[]): readonly string[] {
  return files
    .filter(({ path, text }) => path.startsWith("src/") && /\bany\b/.test(text))
    .map(({ path, text }) => sourceOf(path, text))
    .flatMap((source) =>
      source.nodes
        .filter(({ kind }) => kind === ts.SyntaxKind.AnyKeyword)
        .map((node) => `${lineOf(node, source)} any`),
    );
}

/** The errors among complaints, in a form that is good to read. */
export function errorsIn(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ code, message, place }) => `${place.pointer} ${code}: ${message}`);
}

/** A spec as text that can be pasted into a file. */
export function yamlOf(spec: unknown): string {
  return writeYaml(json(spec));
}
