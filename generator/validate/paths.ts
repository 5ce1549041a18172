import { componentKind } from "../load/component-sections.ts";
import type { SpecDocument, SpecNode } from "../load/document.ts";
import { follow, items, member, members, textOf } from "../load/node.ts";
import { operationMethods } from "../load/operation-methods.ts";

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
  /** What the `$ref` leads to where one stands in the place of the operation. */
  readonly node: SpecNode;
  /** The operation's own parameters, as they are written. */
  readonly parameters: readonly SpecNode[];
}

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
    operations: listOperations(fields).map(({ method, node: written }) => {
      const operation = followOperation(document, written);
      return { method, node: operation, parameters: items(member(operation, "parameters")) };
    }),
  };
}

/** What is written in the place of an operation, or what its `$ref` leads to, unless that is something else. */
function followOperation(document: SpecDocument, written: SpecNode): SpecNode {
  const target = follow(document, written);
  return target === undefined || componentKind(document, target.place) !== undefined ? written : target;
}

/** The operations among the fields of a Path Item, as they are written there; methods in upper case. */
export function listOperations(
  fields: Iterable<readonly [string, SpecNode]>,
): readonly Pick<PathOperation, "method" | "node">[] {
  return [...fields].flatMap(([key, node]) => {
    if (operationMethods.has(key)) return [{ method: key.toUpperCase(), node }];
    if (key !== "additionalOperations") return [];
    return members(node).map(([method, operation]) => ({ method, node: operation }));
  });
}
