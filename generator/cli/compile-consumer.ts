import { createRequire } from "node:module";
import { dirname, join, posix, resolve } from "node:path";
import type ts from "typescript";
import type { ConsumerError } from "../diff/change.ts";
import { readText, Refusal, shownPath } from "../disk.ts";
import type { TextFile } from "../render/text-file.ts";

/** A program that uses the generated package. */
export interface Consumer {
  /** The path of its tsconfig. */
  readonly project: string;
  /** What it imports. */
  readonly packageName: string;
  /** The folder of the generated package, which it may import by its path instead. */
  readonly folder: string;
}

/** An error of a program, with the line that it stands in. */
export interface FoundError extends ConsumerError {
  readonly text: string;
}

type TypeScript = typeof ts;

/** The compiler of the consumer, else ours. */
export function loadTypeScript(project: string): TypeScript {
  for (const from of [project, import.meta.url]) {
    const compiler = loadFrom(from);
    if (compiler !== undefined) return compiler;
  }
  throw new Refusal(
    "There is no TypeScript to check the consumer with.",
    `Install it where ${shownPath(dirname(project))} finds it: \`npm install --save-dev typescript@5\`.`,
  );
}

function loadFrom(place: string): TypeScript | undefined {
  try {
    const found: unknown = createRequire(place)("typescript");
    return isTypeScript(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

/** TypeScript 7 has a command and no functions. */
function isTypeScript(found: unknown): found is TypeScript {
  return typeof found === "object" && found !== null && "createProgram" in found;
}

/** What the compiler says of a program that gets a package with these files. Nothing is written. */
export function compileConsumer(
  compiler: TypeScript,
  consumer: Consumer,
  files: readonly TextFile[],
): readonly FoundError[] {
  const parsed = parseProject(compiler, consumer.project);
  const home = join(dirname(consumer.project), "node_modules", ".specwright");
  const texts = new Map(files.map(({ path, text }) => [slashed(join(home, path)), text]));
  const options = { ...parsed.options, noEmit: true, incremental: false, composite: false };
  const host = hostOf({ compiler, consumer, home: slashed(home), texts, options });
  const program = compiler.createProgram(parsed.fileNames, options, host);
  return parsed.fileNames.flatMap((name) => {
    const file = program.getSourceFile(name);
    const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    return found.flatMap((fault) => errorOf(compiler, fault));
  });
}

function parseProject(compiler: TypeScript, project: string): ts.ParsedCommandLine {
  const faults: ts.Diagnostic[] = [];
  const parsed = compiler.getParsedCommandLineOfConfigFile(project, undefined, {
    ...compiler.sys,
    onUnRecoverableConfigFileDiagnostic: (fault) => faults.push(fault),
  });
  const [fault] = [...faults, ...(parsed?.errors ?? [])];
  if (parsed !== undefined && fault === undefined) return parsed;
  const said = compiler.flattenDiagnosticMessageText(fault?.messageText ?? "It cannot be read.", " ");
  throw new Refusal(`${shownPath(project)} is no project that TypeScript takes. ${said}`);
}

function errorOf(compiler: TypeScript, { file, start, messageText }: ts.Diagnostic): readonly FoundError[] {
  if (file === undefined || start === undefined) return [];
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  return [
    {
      file: shownPath(resolve(file.fileName)),
      line: line + 1,
      column: character + 1,
      message: compiler.flattenDiagnosticMessageText(messageText, " ").replaceAll(/\s+/g, " "),
      text: file.text.split("\n")[line] ?? "",
    },
  ];
}

interface Overlay {
  readonly compiler: TypeScript;
  readonly consumer: Consumer;
  readonly home: string;
  readonly texts: ReadonlyMap<string, string>;
  readonly options: ts.CompilerOptions;
}

/** The disk with the package over it. */
function hostOf({ compiler, consumer, home, texts, options }: Overlay): ts.CompilerHost {
  const host = compiler.createCompilerHost(options, true);
  const folder = slashed(resolve(consumer.folder));
  const own = (path: string): ts.ResolvedModuleFull | undefined =>
    texts.has(path) ? { resolvedFileName: path, extension: compiler.Extension.Ts } : undefined;
  const resolveOne = (
    name: string,
    from: string,
    mode: ts.ResolutionMode,
  ): ts.ResolvedModuleFull | undefined => {
    if (from.startsWith(`${home}/`))
      return own(posix.join(posix.dirname(from), name.replace(/\.js$/, ".ts")));
    const inside = insidePackage(name, consumer.packageName);
    if (inside !== undefined) return own(`${home}/src/${inside}.ts`);
    const { resolvedModule } = compiler.resolveModuleName(
      name,
      from,
      options,
      host,
      undefined,
      undefined,
      mode,
    );
    const path = resolvedModule?.resolvedFileName ?? "";
    const module = path.startsWith(`${folder}/`) ? moduleAt(path.slice(folder.length)) : undefined;
    return module === undefined ? resolvedModule : own(`${home}/src/${module}.ts`);
  };
  return {
    ...host,
    fileExists: (path) => texts.has(path) || host.fileExists(path),
    readFile: (path) => texts.get(path) ?? host.readFile(path),
    getSourceFile(path, version, ...others) {
      const text = texts.get(path);
      return text === undefined
        ? host.getSourceFile(path, version, ...others)
        : compiler.createSourceFile(path, text, version, true);
    },
    resolveModuleNameLiterals: (literals, from, _redirected, _options, file) =>
      literals.map((literal) => {
        const mode = compiler.getModeForUsageLocation(file, literal, options);
        return { resolvedModule: resolveOne(literal.text, from, mode) };
      }),
  };
}

/** The module that a file of the generated package is, as source or compiled. */
function moduleAt(path: string): string | undefined {
  return /^\/(?:src|dist)\/(.*?)(?:\.d)?\.ts$/.exec(path)?.[1];
}

/** The module of the package that an import means, below `src`; undefined where it means something else. */
function insidePackage(name: string, packageName: string): string | undefined {
  if (name === packageName) return "index";
  return name.startsWith(`${packageName}/`) ? name.slice(packageName.length + 1) : undefined;
}

function slashed(path: string): string {
  return path.replaceAll("\\", "/");
}

/** The path of a project that is there. */
export function findProject(named: string): string {
  const path = resolve(named);
  if (readText(path) !== undefined) return path;
  throw new Refusal(`${shownPath(path)} does not exist.`, "Name the tsconfig.json of the consumer.");
}
