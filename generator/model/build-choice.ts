import { isList, type Json } from "../json.ts";
import type { SpecNode } from "../load/document.ts";
import { items, member, textOf } from "../load/node.ts";
import { present } from "./present.ts";
import type { Choice, ChoiceShape, Shape } from "./shape.ts";

/**
 * `enum` and `const` (JSON Schema validation, 6.1.2 and 6.1.3), with what else the schema says about the type of the
 * value; that alone where there is no list.
 *
 * @param isBefore31 whether `nullable` stands for a null that no list needs to have
 */
export function buildChoice(
  node: SpecNode,
  typed: Shape | undefined,
  isBefore31: boolean,
): Shape | undefined {
  const listed = member(node, "enum");
  const fixed = member(node, "const");
  const extensible = member(node, "x-extensible-enum");
  const open = listed === undefined && isList(extensible?.value) ? extensible : undefined;
  const list = isList(listed?.value) ? listed : open;
  if (list === undefined && fixed === undefined) return typed;
  const choice = (values: readonly Choice[], within: Shape | undefined): ChoiceShape =>
    present<ChoiceShape>({
      kind: "choice",
      place: node.place,
      values,
      within: isBefore31 || values.some(({ value }) => value === null) ? within : withoutNull(within),
      extensible: extensible !== undefined && extensible.value !== false ? true : undefined,
    });
  const fromList =
    list &&
    choice(
      describeValues(
        node,
        items(list).map(({ value }) => value),
      ),
      typed,
    );
  return fixed === undefined ? fromList : choice([{ value: fixed.value }], fromList ?? typed);
}

/** The types beside a list that has no null: `type` alone does not add one to it. */
function withoutNull(within: Shape | undefined): Shape | undefined {
  if (within?.kind !== "union") return within;
  const branches = within.branches.filter(({ kind }) => kind !== "null");
  const [only] = branches;
  return only !== undefined && branches.length === 1 ? only : { ...within, branches };
}

/** Names and descriptions come by position, or, for descriptions, by value. */
function describeValues(node: SpecNode, values: readonly Json[]): readonly Choice[] {
  const names = items(member(node, "x-enum-varnames"));
  const described = member(node, "x-enum-descriptions");
  return values.map((value, index) => {
    const name = names[index]?.value;
    const description = items(described)[index]?.value ?? textOf(described, String(value));
    return present<Choice>({
      value,
      name: typeof name === "string" ? name : undefined,
      description: typeof description === "string" ? description : undefined,
    });
  });
}
