import type { Json } from "../../json.ts";
import type { ChoiceShape, Shape } from "../../model/shape.ts";
import type { Term } from "../../subtype/term.ts";
import { showValue } from "../../values/show-value.ts";
import { valueKey } from "../../values/value-key.ts";
import type { Face } from "./face.ts";
import { judgeFacet, judgeNamed, record } from "./judge-edit.ts";
import { placeOf } from "./place-of.ts";
import type { WalkNode } from "./walk-node.ts";

/** Values by `valueKey`. */
type Listed = ReadonlyMap<string, Json>;

/** Which values came and went. What is listed outside of what else is said does not exist. */
export function compareChoices(node: WalkNode, one: Face, other: Face): void {
  const places = { before: placeOf(node.before), after: placeOf(node.after) };
  const old = listedBy(node, one);
  const fresh = listedBy(node, other);
  if (old === undefined || fresh === undefined) {
    judgeFacet(node, "values", { about: "values", from: one.core, to: other.core, ...places });
    return;
  }
  if (old.size > 0 && fresh.size > 0 && [...old.keys()].every((key) => !fresh.has(key))) {
    judgeFacet(node, "values", { about: "values", from: listOf(old), to: listOf(fresh), ...places });
    return;
  }
  const isExtensible = [...one.choices, ...other.choices].some(({ extensible }) => extensible === true);
  for (const [key, value] of old) {
    if (fresh.has(key) || value === null) continue;
    const left = new Map([...old].filter(([name]) => name !== key));
    const suspect = {
      about: `value ${key}`,
      from: listOf(old),
      to: listOf(left),
      ...places,
      old: showValue(value),
    };
    if (!isExtensible) judgeNamed(node, "value-removed", suspect);
    else {
      const isSent = node.direction === "request";
      record(
        node,
        "known-value-removed",
        suspect,
        isSent ? { kind: "refuted", value } : { kind: "included" },
      );
    }
  }
  for (const [key, value] of fresh) {
    if (old.has(key) || value === null) continue;
    const more = new Map([...old, [key, value]]);
    const suspect = {
      about: `value ${key}`,
      from: listOf(old),
      to: listOf(more),
      ...places,
      new: showValue(value),
    };
    if (isExtensible) record(node, "known-value-added", suspect, { kind: "included" });
    else judgeNamed(node, "value-added", suspect);
  }
}

function listOf(values: Listed): Term {
  const place = { file: "", pointer: "" };
  return [{ kind: "choice", place, values: [...values.values()].map((value) => ({ value })) }];
}

function listedBy(node: WalkNode, face: Face): Listed | undefined {
  const [first] = face.choices;
  if (first === undefined) return undefined;
  const rest = face.core.map((shape) => (shape.kind === "choice" ? withinOf(shape) : shape));
  const values = face.choices.reduce<Listed>(
    (left, { values: listed }) => {
      const keys = new Map(listed.map(({ value }) => [valueKey(value), value]));
      return new Map([...left].filter(([key]) => keys.has(key)));
    },
    new Map(first.values.map(({ value }) => [valueKey(value), value])),
  );
  return new Map([...values].filter(([, value]) => node.engine.fits(rest, value)));
}

function withinOf(shape: ChoiceShape): Shape {
  return shape.within ?? { kind: "any", place: shape.place };
}
