import { diagnostic } from "../../diagnostic.ts";
import { member, textOf } from "../../load/node.ts";
import type { Rule } from "../rule.ts";

/** A parameter says what it holds, under `schema` or under `content` (OpenAPI 3.1, 4.8.12). */
export const parameterWithoutSchema: Rule = function* ({ of }) {
  for (const parameter of of("Parameter")) {
    if (member(parameter, "schema") !== undefined || member(parameter, "content") !== undefined) continue;
    const name = textOf(parameter, "name");
    if (name !== undefined) yield diagnostic("parameter-without-schema", parameter.place, { name });
  }
};
