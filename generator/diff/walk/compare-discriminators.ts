import type { Discriminator, Shape } from "../../model/shape.ts";
import { judgeNamed } from "./judge-edit.ts";
import { placeOf } from "./place-of.ts";
import type { WalkNode } from "./walk-node.ts";

/** How values of several schemas are told apart, by unions and by schemas that others are made of. */
export function compareDiscriminators(
  node: WalkNode,
  before: readonly Shape[],
  after: readonly Shape[],
): void {
  const one = discriminatorIn(before);
  const other = discriminatorIn(after);
  if (textOf(one) === textOf(other)) return;
  const rule =
    one === undefined
      ? "discriminator-added"
      : other === undefined
        ? "discriminator-removed"
        : "discriminator-changed";
  judgeNamed(node, rule, {
    about: "discriminator",
    byRule: true,
    from: [],
    to: [],
    before: before[0]?.place ?? placeOf(node.before),
    after: after[0]?.place ?? placeOf(node.after),
    old: one?.property,
    new: other?.property,
  });
}

function discriminatorIn(shapes: readonly Shape[]): Discriminator | undefined {
  return shapes.flatMap((shape) => ("discriminator" in shape ? (shape.discriminator ?? []) : []))[0];
}

/** The values count, wherever they lead: what a component is called is no matter here. */
function textOf(discriminator: Discriminator | undefined): string {
  if (discriminator === undefined) return "";
  const { property, mapping, fallback } = discriminator;
  return JSON.stringify([property, mapping.map(({ value }) => value).sort(), fallback !== undefined]);
}
