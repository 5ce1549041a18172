import type { SpecDocument, SpecNode } from "../load/document.ts";
import { follow, items, member, members, textOf } from "../load/node.ts";

/** One path of the API. */
export interface PathEntry {
  readonly template: string;
  /** The Path Item as it is written under the template; the key of its place is the template. */
  readonly node: SpecNode;
  /** The parameters of the path, as they are written. */
  readonly parameters: readonly SpecNode[];
  readonly operations: readonly PathOperation[];
}

export interface PathOperation {
  /** Upper case. */
  readonly method: string;
  readonly node: SpecNode;
  /** The operation's own parameters, as they are written. */
  readonly parameters: readonly SpecNode[];
}

const methods: ReadonlySet<string> = new Set([
  "get",
  "put",
  "post",
  "delete",
  "options",
  "head",
  "patch",
  "trace",
  "query",
]);

/**
 * The paths of a Paths Object (OpenAPI 3.1, 4.8.8) in the order of the spec. What stands beside the `$ref` of a
 * path wins over what it leads to.
 */
export function readPaths(document: SpecDocument, paths: SpecNode): readonly PathEntry[] {
  return members(paths)
    .filter(([template]) => template.startsWith("/"))
    .map(([template, node]) => readPath(document, template, node));
}

function readPath(document: SpecDocument, template: string, node: SpecNode): PathEntry {
  const target = textOf(node, "$ref") === undefined ? undefined : follow(document, node);
  const fields = new Map([...members(target), ...members(node)]);
  return {
    template,
    node,
    parameters: items(fields.get("parameters")),
    operations: [...fields].flatMap(([key, field]) => readOperations(key, field)),
  };
}

function readOperations(key: string, field: SpecNode): readonly PathOperation[] {
  if (methods.has(key)) return [readOperation(key.toUpperCase(), field)];
  if (key !== "additionalOperations") return [];
  return members(field).map(([method, node]) => readOperation(method, node));
}

function readOperation(method: string, node: SpecNode): PathOperation {
  return { method, node, parameters: items(member(node, "parameters")) };
}
