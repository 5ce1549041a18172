import { diagnostic, type Diagnostic } from "../../diagnostic.ts";
import { isList, printJson } from "../../json.ts";
import type { SpecNode } from "../../load/document.ts";
import { items, member, members } from "../../load/node.ts";
import { exampleOf } from "../own-extensions.ts";
import type { Rule } from "../rule.ts";

/** Names and descriptions of enum values stand in the order of the values, or descriptions under the values. */
export const enumExtensions: Rule = function* ({ typed }) {
  for (const schema of typed) {
    const names = member(schema, "x-enum-varnames");
    const descriptions = member(schema, "x-enum-descriptions");
    const listed = member(schema, "enum") ?? member(schema, "x-extensible-enum");
    if (!isList(listed?.value) || (names === undefined && descriptions === undefined)) continue;
    const values = items(listed).map(({ value }) => (typeof value === "string" ? value : printJson(value)));
    for (const list of [names, descriptions]) {
      if (list === undefined || !isList(list.value) || list.value.length === values.length) continue;
      const why = `must be as long as the list of values, which has ${values.length}, but has ${list.value.length}`;
      yield complain(list === names ? "x-enum-varnames" : "x-enum-descriptions", list, why);
    }
    yield* checkTwins(items(names));
    for (const [key, { place }] of members(descriptions)) {
      if (values.includes(key)) continue;
      const why = `describes ${JSON.stringify(key)}, which is none of the values`;
      yield complain("x-enum-descriptions", { value: key, place }, why, "key");
    }
  }
};

function* checkTwins(names: readonly SpecNode[]): Iterable<Diagnostic> {
  const seen = new Set<unknown>();
  for (const name of names) {
    if (typeof name.value === "string" && seen.has(name.value)) {
      yield complain("x-enum-varnames", name, `gives the name ${JSON.stringify(name.value)} twice`);
    }
    seen.add(name.value);
  }
}

function complain(name: string, { place }: SpecNode, why: string, on: "key" | "value" = "value"): Diagnostic {
  const params = { what: `\`${name}\``, why, example: exampleOf(name) };
  return diagnostic("wrong-enum-extension", place, params, { on });
}
