import { diagnostic } from "../../diagnostic.ts";
import type { Rule } from "../rule.ts";
import type { PathEntry } from "../paths.ts";

/**
 * Two templates that differ only in the names of their parameters are one path (OpenAPI 3.1, 4.8.8). Where they
 * share no method, what is meant is plain all the same.
 */
export const identicalPaths: Rule = function* ({ paths }) {
  const firsts = new Map<string, PathEntry[]>();
  for (const path of paths) {
    const form = path.template.replace(/\{[^{}]*\}/g, "{}");
    const earlier = firsts.get(form) ?? [];
    const rival = earlier.find((other) => sharesMethod(other, path));
    const first = rival ?? earlier[0];
    firsts.set(form, [...earlier, path]);
    if (first === undefined) continue;
    const params = { path: path.template, first: first.template };
    const related = [{ message: "first written", place: first.node.place }];
    const code = rival === undefined ? "path-written-twice" : "identical-paths";
    yield diagnostic(code, path.node.place, params, { on: "key", related });
  }
};

function sharesMethod(a: PathEntry, b: PathEntry): boolean {
  return a.operations.some(({ method }) => b.operations.some((other) => other.method === method));
}
