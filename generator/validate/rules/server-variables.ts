import { diagnostic } from "../../diagnostic.ts";
import { items, mapOf, member, members, textOf } from "../../load/node.ts";
import type { Rule } from "../rule.ts";
import { namesIn } from "../template.ts";

/** The variables in a server's URL are declared, and what is declared can be used (OpenAPI 3.1, 4.8.5 and 4.8.6). */
export const serverVariables: Rule = function* ({ effort, of }) {
  for (const server of of("Server")) {
    const url = member(server, "url");
    const variables = mapOf(member(server, "variables"));
    for (const name of namesIn(textOf(server, "url") ?? "")) {
      if (url === undefined || variables?.has(name)) continue;
      const params = { name, like: effort.likelyWord(name, [...(variables?.keys() ?? [])]) };
      yield diagnostic("undeclared-server-variable", url.place, params);
    }
    for (const [name, variable] of members(member(server, "variables"))) {
      const values = member(variable, "enum");
      const listed = items(values).map(({ value }) => value);
      const preset = member(variable, "default");
      if (values !== undefined && Array.isArray(values.value) && listed.length === 0) {
        yield diagnostic("empty-server-enum", values.place, { name }, { on: "key" });
      } else if (
        values !== undefined &&
        typeof preset?.value === "string" &&
        !listed.includes(preset.value)
      ) {
        yield diagnostic("default-outside-enum", preset.place, { name, value: preset.value });
      }
    }
  }
};
