import { diagnostic } from "../../diagnostic.ts";
import type { SpecNode, SpecVersion } from "../../load/document.ts";
import { member, textOf } from "../../load/node.ts";
import type { Rule } from "../rule.ts";

/** A parameter says what it holds, under `schema` or under `content` (OpenAPI 3.1, 4.8.12). */
export const parameterWithoutSchema: Rule = function* ({ document, of }) {
  for (const parameter of of("Parameter")) {
    const fields = fieldsOf(parameter, document.version);
    if (fields.some((field) => member(parameter, field) !== undefined)) continue;
    const name = textOf(parameter, "name");
    const example =
      fields[0] === "type" ? "`type`, such as `type: string`" : "`schema`, such as { type: string }";
    if (name !== undefined) yield diagnostic("parameter-without-schema", parameter.place, { name, example });
  }
};

/** In Swagger 2.0 a body has a schema, and any other parameter a type (Swagger 2.0, Parameter Object). */
function fieldsOf(parameter: SpecNode, version: SpecVersion): readonly string[] {
  if (version !== "2.0") return ["schema", "content"];
  return textOf(parameter, "in") === "body" ? ["schema"] : ["type"];
}
