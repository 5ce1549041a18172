import { diagnostic } from "../../diagnostic.ts";
import { componentsOf } from "../../load/component-sections.ts";
import { member, members } from "../../load/node.ts";
import type { Rule } from "../rule.ts";

/** A discriminator's mapping leads to schemas, each by its name or by a reference (OpenAPI 3.1, 4.8.25). */
export const discriminatorMapping: Rule = function* ({ document, effort, of }) {
  const names = componentsOf(document, "Schema").map(([name]) => name);
  const known = new Set(names);
  for (const discriminator of of("Discriminator")) {
    const fallback = member(discriminator, "defaultMapping");
    const targets = members(member(discriminator, "mapping")).map(([, target]) => target);
    for (const { value, place } of fallback === undefined ? targets : [...targets, fallback]) {
      if (typeof value !== "string" || known.has(value) || document.resolve(value, place)) continue;
      const name = value.slice(value.lastIndexOf("/") + 1);
      yield diagnostic("unresolved-mapping", place, { target: value, like: effort.likelyWord(name, names) });
    }
  }
};
