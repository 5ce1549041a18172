import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";

/** Every flag that a strict consumer may set, and no library taken on trust. */
const compilerOptions = {
  target: "es2022",
  module: "nodenext",
  lib: ["es2022", "dom", "dom.iterable"],
  types: [],
  noEmit: true,
  declaration: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  isolatedDeclarations: true,
  erasableSyntaxOnly: true,
  skipLibCheck: false,
};

/**
 * What TypeScript 7 says of generated sources, a line for each fault.
 *
 * @param folder gets a tsconfig of its own
 * @param include the sources, relative to the folder
 * @param repository where the compiler is installed
 */
export async function strictFaults(
  folder: string,
  include: string,
  repository: string,
): Promise<readonly string[]> {
  return compile(folder, [include], repository);
}

/** The same for several sources, with other options than the strictest. */
export async function compile(
  folder: string,
  include: readonly string[],
  repository: string,
  others: Readonly<Record<string, unknown>> = {},
): Promise<readonly string[]> {
  const project = join(folder, "tsconfig.strict.json");
  writeFileSync(project, JSON.stringify({ compilerOptions: { ...compilerOptions, ...others }, include }));
  const compiler = join(repository, "node_modules/ts7/bin/tsc");
  const child = spawn(process.execPath, [compiler, "-p", project, "--pretty", "false"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  const said = await text(child.stdout);
  const code = await ended;
  const faults = said.split("\n").filter((line) => line !== "");
  return code === 0 || faults.length > 0 ? faults : [`The compiler ended with ${code}.`];
}
