import { diagnostic } from "../../diagnostic.ts";
import { textOf } from "../../load/node.ts";
import type { Rule } from "../rule.ts";

/** The headers that other fields of a spec speak of; as parameters they are ignored (OpenAPI 3.1, 4.8.12.2). */
const spokenFor: ReadonlyMap<string, string> = new Map([
  ["accept", "The media types under `responses` say what the client accepts"],
  ["content-type", "The media types under `requestBody` say what the client sends"],
  ["authorization", "A security scheme says how the client signs in"],
]);

export const reservedHeaderParameter: Rule = function* ({ of }) {
  for (const parameter of of("Parameter")) {
    const name = textOf(parameter, "name") ?? "";
    const instead = spokenFor.get(name.toLowerCase());
    if (textOf(parameter, "in") !== "header" || instead === undefined) continue;
    yield diagnostic("reserved-header-parameter", parameter.place, { name, instead });
  }
};
