import { diagnostic } from "../../diagnostic.ts";
import type { SpecNode } from "../../load/document.ts";
import { items, member } from "../../load/node.ts";
import { readParameters } from "../parameters.ts";
import type { Rule } from "../rule.ts";

/**
 * Within one list a parameter is told from the others by its name and its place (OpenAPI 3.1, 4.8.12). The names
 * of headers are the same whatever their case (RFC 9110, section 5.1).
 */
export const duplicateParameter: Rule = function* ({ document, of }) {
  for (const owner of [...of("Path Item"), ...of("Operation")]) {
    const firsts = new Map<string, { readonly name: string; readonly written: SpecNode }>();
    for (const { name, in: where, written } of readParameters(document, items(member(owner, "parameters")))) {
      const key = `${where} ${where === "header" ? name.toLowerCase() : name}`;
      const first = firsts.get(key);
      if (first === undefined) {
        firsts.set(key, { name, written });
        continue;
      }
      const related = [{ message: "first declared", place: first.written.place }];
      yield first.name === name
        ? diagnostic("duplicate-parameter", written.place, { name, in: where }, { related })
        : diagnostic("duplicate-header", written.place, { name, first: first.name }, { related });
    }
  }
};
