import { diagnostic, type Diagnostic } from "../../diagnostic.ts";
import { member } from "../../load/node.ts";
import type { Place } from "../../location.ts";
import { type NamedParameter, readParameters } from "../parameters.ts";
import type { PathEntry, PathOperation } from "../paths.ts";
import type { Rule, Subject } from "../rule.ts";
import { isWellFormed, namesIn } from "../template.ts";
import { cutText } from "../words.ts";

/**
 * The names in a path template and the path parameters of each operation are the same (OpenAPI 3.1, 4.8.2).
 * One left over on each side is taken for a slip of the pen.
 */
export const pathParameters: Rule = function* (subject) {
  for (const path of subject.paths) {
    if (!isWellFormed(path.template)) continue;
    const names = new Set(namesIn(path.template));
    const comparisons = path.operations.map((operation) => compare(subject, path, names, operation));
    const [first, ...others] = comparisons.map(({ undeclared }) => new Set(undeclared));
    const nowhere = new Set([...(first ?? [])].filter((name) => others.every((other) => other.has(name))));
    const told = new Map<Place, Set<string>>();
    for (const complaint of comparisons.flatMap((comparison) =>
      complain(subject, path, comparison, nowhere),
    )) {
      const messages = told.get(complaint.place) ?? new Set();
      if (!messages.has(complaint.message)) yield complaint;
      told.set(complaint.place, messages.add(complaint.message));
    }
  }
};

interface Comparison {
  readonly operation: PathOperation;
  readonly parameters: readonly NamedParameter[];
  /** Names in the template that no parameter has. */
  readonly undeclared: readonly string[];
  /** Path parameters that the template does not name. */
  readonly unmatched: readonly NamedParameter[];
}

function compare(
  { document }: Subject,
  path: PathEntry,
  names: ReadonlySet<string>,
  operation: PathOperation,
): Comparison {
  const written = [...operation.parameters, ...path.parameters];
  const parameters = readParameters(document, written);
  const inPath = parameters.filter((parameter) => parameter.in === "path");
  const declared = new Set(inPath.map(({ name }) => name));
  // A parameter that cannot be read may be the one that is looked for; so may one of an operation that cannot.
  const isKnown = parameters.length === written.length && member(operation.node, "$ref") === undefined;
  const undeclared = isKnown ? [...names].filter((name) => !declared.has(name)) : [];
  const unmatched = inPath.filter(({ name }) => !names.has(name));
  return { operation, parameters, undeclared, unmatched };
}

function complain(
  { document }: Subject,
  path: PathEntry,
  { operation, parameters, undeclared, unmatched }: Comparison,
  nowhere: ReadonlySet<string>,
): readonly Diagnostic[] {
  const template = cutText(path.template);
  const [name, ...names] = undeclared;
  const [left, ...others] = unmatched;
  if (name !== undefined && left !== undefined && names.length === 0 && others.length === 0) {
    const params = { path: template, name, parameter: left.name };
    return [diagnostic("paired-path-parameter", left.written.place, params)];
  }
  const unused = unmatched.map((parameter) =>
    diagnostic("unused-path-parameter", parameter.written.place, { path: template, name: parameter.name }),
  );
  const placeByName = new Map(parameters.map((parameter) => [parameter.name, parameter.in]));
  const missing = undeclared.map((absent) => {
    const elsewhere = placeByName.get(absent);
    const method = nowhere.has(absent) ? undefined : operation.method;
    const { place } = nowhere.has(absent) ? path.node : operation.node;
    const type = document.version === "2.0" ? "type: string" : "schema: { type: string }";
    const params = { path: template, name: absent, method, elsewhere, type };
    return diagnostic("undeclared-path-parameter", place, params, { on: "key" });
  });
  return [...unused, ...missing];
}
