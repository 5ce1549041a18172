import { diagnostic } from "../../diagnostic.ts";
import type { Rule } from "../rule.ts";
import type { PathEntry } from "../paths.ts";

/** Two templates that differ only in the names of their parameters are one path (OpenAPI 3.1, 4.8.8). */
export const identicalPaths: Rule = function* ({ paths }) {
  const firsts = new Map<string, PathEntry>();
  for (const path of paths) {
    const form = path.template.replace(/\{[^{}]*\}/g, "{}");
    const first = firsts.get(form);
    if (first === undefined) firsts.set(form, path);
    else {
      const params = { path: path.template, first: first.template };
      const related = [{ message: "The first of the two is here.", place: first.node.place }];
      yield diagnostic("identical-paths", path.node.place, params, { on: "key", related });
    }
  }
};
