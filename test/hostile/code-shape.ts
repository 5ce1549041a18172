import { posix } from "node:path";
import ts from "typescript";
import type { TextFile } from "../../generator/render/text-file.ts";

/**
 * What the TypeScript among some files does, whatever its words are: each statement as the kinds of its nodes, by
 * folder and sorted, for names decide the order. Two specs that differ in their words alone have the same.
 */
export function codeShape(files: readonly TextFile[]): readonly string[] {
  const shapes = files.flatMap(({ path, text }) => {
    // The schemas follow the spec wherever it leads, so of them it is enough that they are data.
    if (path === "src/validation.ts")
      return statementsOf(path, text, (node) => (isData(node) ? "data" : undefined));
    if (path.endsWith(".ts") && !path.startsWith("src/runtime/"))
      return statementsOf(posix.dirname(path), text);
    return path.endsWith(".md") ? samplesIn(text).flatMap((code) => statementsOf("sample", code)) : [];
  });
  return shapes.sort();
}

/** What one list of shapes has and the other has not, in few words. */
export function shapesApart(some: readonly string[], others: readonly string[]): readonly string[] {
  const without = (all: readonly string[], list: readonly string[]): readonly string[] => {
    const left = [...list];
    return all.filter((shape) => {
      const at = left.indexOf(shape);
      if (at !== -1) left.splice(at, 1);
      return at === -1;
    });
  };
  return [
    ...without(some, others).map((shape) => `+ ${shape}`),
    ...without(others, some).map((shape) => `- ${shape}`),
  ]
    .slice(0, 6)
    .map((shape) => shape.slice(0, 1000));
}

/** The blocks of TypeScript on a page. */
export function samplesIn(text: string): readonly string[] {
  return [...text.matchAll(/^ *(`{3,})ts\n([^]*?)^ *\1$/gm)].map(([, , code = ""]) => code);
}

type Summary = (node: ts.Node) => string | undefined;

/** Whether nothing happens in an object, at any depth. */
function isData(node: ts.Node): boolean {
  if (ts.isObjectLiteralExpression(node)) {
    return node.properties.every(
      (one) => ts.isPropertyAssignment(one) && isKey(one.name, one) && isData(one.initializer),
    );
  }
  if (ts.isArrayLiteralExpression(node)) return node.elements.every(isData);
  if (ts.isPrefixUnaryExpression(node)) return isData(node.operand);
  const { TrueKeyword, FalseKeyword, NullKeyword } = ts.SyntaxKind;
  return (
    ts.isStringLiteral(node) ||
    ts.isNumericLiteral(node) ||
    [TrueKeyword, FalseKeyword, NullKeyword].includes(node.kind)
  );
}

function statementsOf(folder: string, text: string, summary: Summary = () => undefined): readonly string[] {
  const tree = ts.createSourceFile("file.ts", text, ts.ScriptTarget.ES2023, true);
  const faults = syntaxFaults(tree);
  const statements = tree.statements.map((statement) => shapeOf(statement, summary));
  return [...statements, ...faults].map((shape) => `${folder}: ${shape}`);
}

/** What the parser has to say; its types keep that to themselves. */
function syntaxFaults(tree: ts.SourceFile): readonly string[] {
  const { parseDiagnostics } = tree as ts.SourceFile & {
    readonly parseDiagnostics: readonly ts.Diagnostic[];
  };
  return parseDiagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
}

function shapeOf(node: ts.Node, summary: Summary): string {
  const known = summary(node);
  if (known !== undefined) return known;
  if (ts.isIdentifier(node)) return "name";
  if (ts.isBindingElement(node)) return "BindingElement";
  // `a["b"]` is `a.b` where b is no identifier.
  if (ts.isElementAccessExpression(node) && ts.isStringLiteral(node.argumentExpression)) {
    return `PropertyAccessExpression(${shapeOf(node.expression, summary)} name)`;
  }
  if (ts.isShorthandPropertyAssignment(node)) return "PropertyAssignment(key name)";
  // The runtime takes the parameter's name for its field's unless told otherwise.
  if (ts.isPropertyAssignment(node) && node.name.getText() === "field") return "";
  const children: string[] = [];
  ts.forEachChild(node, (child) => {
    children.push(isKey(child, node) ? "key" : shapeOf(child, summary));
  });
  // Without words there is no description.
  const tags = ts
    .getJSDocTags(node)
    .flatMap(({ tagName: { text } }) => (text === "description" ? [] : [`@${text}`]));
  return [...tags, ts.SyntaxKind[node.kind], `(${children.filter((child) => child !== "").join(" ")})`].join(
    "",
  );
}

/** A key reads the same with quotes, without, and as `["__proto__"]`. */
function isKey(child: ts.Node, parent: ts.Node): boolean {
  const isMember = ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent);
  if (!isMember || parent.name !== child) return false;
  return !ts.isComputedPropertyName(child) || ts.isStringLiteral(child.expression);
}
