import { diagnostic } from "../../diagnostic.ts";
import { textOf } from "../../load/node.ts";
import type { Rule } from "../rule.ts";

/** The headers that other fields of a spec speak of; as parameters they are ignored (OpenAPI 3.1, 4.8.12.2). */
const spokenFor: ReadonlyMap<string, string> = new Map([
  ["accept", "The media types under `responses` say what the client accepts"],
  ["content-type", "The media types under `requestBody` say what the client sends"],
  ["authorization", "A security scheme says how the client signs in"],
]);

/** Swagger 2.0 has its media types elsewhere. */
const spokenForIn20: ReadonlyMap<string, string> = new Map([
  ...spokenFor,
  ["accept", "The media types under `produces` say what the client accepts"],
  ["content-type", "The media types under `consumes` say what the client sends"],
]);

export const reservedHeaderParameter: Rule = function* ({ document, of }) {
  const reasons = document.version === "2.0" ? spokenForIn20 : spokenFor;
  for (const parameter of of("Parameter")) {
    const name = textOf(parameter, "name") ?? "";
    const instead = reasons.get(name.toLowerCase());
    if (textOf(parameter, "in") !== "header" || instead === undefined) continue;
    yield diagnostic("reserved-header-parameter", parameter.place, { name, instead });
  }
};
