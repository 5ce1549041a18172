import { diagnostic } from "../../diagnostic.ts";
import { member, textOf } from "../../load/node.ts";
import type { Rule } from "../rule.ts";

/** `required` of a path parameter must be there and true (OpenAPI 3.1, 4.8.12); it is taken for true anyway. */
export const pathParameterNotRequired: Rule = function* ({ of }) {
  for (const parameter of of("Parameter")) {
    const required = member(parameter, "required");
    if (textOf(parameter, "in") !== "path" || required?.value === true) continue;
    const params = { name: textOf(parameter, "name") ?? "" };
    if (required === undefined) yield diagnostic("path-parameter-not-required", parameter.place, params);
    else if (required.value === false) {
      yield diagnostic("path-parameter-not-required", required.place, params, { on: "key" });
    }
  }
};
