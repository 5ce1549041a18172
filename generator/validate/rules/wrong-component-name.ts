import { diagnostic } from "../../diagnostic.ts";
import { members } from "../../load/node.ts";
import type { Rule } from "../rule.ts";

/** Components have names of letters, digits and three signs (OpenAPI 3.1, 4.8.7.1). */
export const wrongComponentName: Rule = function* ({ of }) {
  for (const components of of("Components")) {
    for (const [group, section] of members(components)) {
      if (group.startsWith("x-")) continue;
      for (const [name, { place }] of members(section)) {
        if (/^[a-zA-Z0-9._-]+$/.test(name)) continue;
        yield diagnostic("wrong-component-name", place, { name }, { on: "key" });
      }
    }
  }
};
