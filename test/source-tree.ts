import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import ts from "typescript";

/** The folder of the repository. */
export const repository = join(import.meta.dirname, "..");

/** A TypeScript file, read and parsed. `path` is relative to the folder it was looked for in. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
  /** Every node of the tree, from the top down. */
  readonly nodes: readonly ts.Node[];
}

/** The TypeScript files under a folder of the repository, sorted by path. */
export function sourcesUnder(folder: string): readonly Source[] {
  const paths = readdirSync(join(repository, folder), { recursive: true, encoding: "utf8" });
  return paths
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".ts"))
    .sort()
    .map((path) => sourceOf(path, readFileSync(join(repository, folder, path), "utf8")));
}

export function sourceOf(path: string, text: string): Source {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  return { path, text, tree, nodes: nodesIn(tree) };
}

/** A node and all below it, from the top down. */
export function nodesIn(node: ts.Node): readonly ts.Node[] {
  const nodes = [node];
  ts.forEachChild(node, (child) => void nodes.push(...nodesIn(child)));
  return nodes;
}

/** What a file imports, as it writes it: by statement, by `export from`, by `import()` and in types. */
export function importsOf({ nodes }: Source): readonly string[] {
  return nodes.flatMap((node) => {
    const specifier = specifierOf(node);
    return specifier !== undefined && ts.isStringLiteralLike(specifier) ? [specifier.text] : [];
  });
}

function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return node.argument.literal;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return node.arguments[0];
  return undefined;
}

/** The files of the same folder that a file imports; in our templates a `.js` stands for its `.ts`. */
export function neighboursOf(source: Source): readonly string[] {
  return importsOf(source)
    .filter((specifier) => specifier.startsWith("."))
    .map((specifier) => posix.join(dirname(source.path), specifier).replace(/\.js$/, ".ts"));
}

/** `path:line` of a node, for a message. */
export function lineOf(node: ts.Node, { path, tree }: Source): string {
  return `${path}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}

/** How many lines a node stretches over. */
export function linesOf(node: ts.Node, { tree }: Source): number {
  const line = (at: number): number => tree.getLineAndCharacterOfPosition(at).line;
  return line(node.getEnd()) - line(node.getStart()) + 1;
}
