import { diagnostic } from "../../diagnostic.ts";
import type { SpecNode } from "../../load/document.ts";
import { member, textOf } from "../../load/node.ts";
import type { Rule } from "../rule.ts";

/** The formats that a list can have in each place, as OpenAPI 3 has a style for it. */
const exact: ReadonlyMap<string, readonly string[]> = new Map([
  ["query", ["csv", "ssv", "pipes", "multi"]],
  ["formData", ["csv", "ssv", "pipes", "multi"]],
  ["path", ["csv"]],
  ["header", ["csv"]],
]);

/** A list is written as `collectionFormat` says (Swagger 2.0, Parameter Object), or nearly so, which is told. */
export const collectionFormats: Rule = function* ({ document, of }) {
  if (document.version !== "2.0") return;
  for (const parameter of of("Parameter")) {
    const formats = exact.get(textOf(parameter, "in") ?? "");
    if (formats === undefined || textOf(parameter, "type") !== "array") continue;
    const format = member(parameter, "collectionFormat");
    if (typeof format?.value === "string" && !formats.includes(format.value)) {
      const instead = formats.includes("ssv") ? "a space" : "a comma";
      yield diagnostic("inexact-collection-format", format.place, { format: format.value, instead });
    }
    const inner = innerList(parameter);
    if (inner !== undefined) yield diagnostic("list-of-lists", inner.place, {});
  }
};

function innerList(parameter: SpecNode): SpecNode | undefined {
  const type = member(member(parameter, "items"), "type");
  return type?.value === "array" ? type : undefined;
}
