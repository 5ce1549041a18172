import { join, posix } from "node:path";
import ts from "typescript";
import { readTree } from "../../../generator/disk.ts";
import type { TextFile } from "../../../generator/render/text-file.ts";
import { repository } from "../../stories.ts";
import { usesOf } from "./uses-of.ts";

/** Two generated packages. */
export interface PackagePair {
  readonly before: readonly TextFile[];
  readonly after: readonly TextFile[];
  /** What a program does with the old models, by their names. */
  readonly uses: ReadonlyMap<string, { readonly made: boolean; readonly read: boolean }>;
}

/** What the compiler says of a program that uses all of an old package, when it gets the new one. */
export interface UseFault {
  /** What of the package is used: `Order`, `api.orders.getOrder`. */
  readonly root: string;
  readonly message: string;
  readonly line: string;
}

const options: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  types: [],
};

const folder = "/in-memory";

/** Compile programs that use all of the old packages against the new ones; one program of the compiler for all. */
export function faultsOfUses(pairs: readonly PackagePair[]): readonly (readonly UseFault[])[] {
  const texts = new Map<string, string>();
  for (const [path, text] of readTree(join(repository, "templates/runtime")))
    texts.set(`${folder}/runtime/${path}`, text);
  texts.set(`${folder}/error-body.ts`, "export type ErrorResponseBody = unknown;");
  pairs.forEach(({ before, after }, index) => {
    for (const [side, files] of Object.entries({ before, after }))
      for (const { path, text } of files)
        if (/^src\/(?!runtime\/)/.test(path)) texts.set(`${folder}/p${index}/${side}/${path}`, text);
  });
  const host = hostOf(texts);
  const surfaces = pairs.map((_, index) => `${folder}/p${index}/before/src/index.ts`);
  const first = ts.createProgram(surfaces, options, host);
  const programs = pairs.map((_, index) => `${folder}/p${index}/use.ts`);
  const written = pairs.map(({ uses }, index) => usesOf(first, surfaces[index] ?? "", uses));
  written.forEach((lines, index) =>
    texts.set(programs[index] ?? "", lines.map(({ code }) => code).join("\n")),
  );
  const second = ts.createProgram(programs, options, host, first);
  return programs.map((path, index) => {
    const file = second.getSourceFile(path);
    const found = [...second.getSyntacticDiagnostics(file), ...second.getSemanticDiagnostics(file)];
    return found.map(({ start = 0, messageText }) => {
      const line = file?.getLineAndCharacterOfPosition(start).line ?? 0;
      const use = written[index]?.[line];
      return {
        root: use?.root ?? "",
        message: ts.flattenDiagnosticMessageText(messageText, " "),
        line: use?.code ?? "",
      };
    });
  });
}

function hostOf(texts: Map<string, string>): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const parsed = new Map<string, ts.SourceFile>();
  const read = host.readFile.bind(host);
  const isThere = host.fileExists.bind(host);
  return {
    ...host,
    fileExists: (path) => texts.has(path) || isThere(path),
    readFile: (path) => texts.get(path) ?? read(path),
    getSourceFile(path, version) {
      const known = parsed.get(path);
      if (known !== undefined) return known;
      const text = texts.get(path) ?? read(path);
      if (text === undefined) return undefined;
      const file = ts.createSourceFile(path, text, version);
      parsed.set(path, file);
      return file;
    },
    resolveModuleNameLiterals: (literals, from) =>
      literals.map(({ text }) => {
        const path = posix.join(posix.dirname(from), text.replace(/\.js$/, ".ts"));
        // All packages share one runtime.
        const shared = path.replace(/^\/in-memory\/p\d+\/\w+\/src\/runtime\//, `${folder}/runtime/`);
        const resolvedFileName = texts.has(shared) ? shared : undefined;
        return resolvedFileName === undefined
          ? { resolvedModule: undefined }
          : { resolvedModule: { resolvedFileName, extension: ts.Extension.Ts } };
      }),
  };
}
