import type { ObjectShape, Shape } from "../model/shape.ts";
import { together } from "../values/sampler.ts";
import { boxesOf, type Box, listOf, ofKind, TooManyBoxes } from "./boxes.ts";
import type { Engine } from "./engine.ts";
import { membersOf } from "./members.ts";

const mostPieces = 40;

/**
 * A box of objects in pieces, by a member that they all have: one piece for each value, or for each alternative, that it
 * has. Undefined where no member tells pieces apart.
 */
export function splitBox(engine: Engine, box: Box): readonly Box[] | undefined {
  if (box.kind !== "object") return undefined;
  const objects = box.parts.filter((part) => part.kind === "object");
  const members = membersOf(engine, objects);
  for (const name of members.required) {
    const said = members.of(name);
    const boxes = said.length === 0 ? [] : piecesOf(engine, said);
    const listed = boxes.flatMap((each) => each.listed ?? []);
    const isListed = boxes.length > 0 && boxes.every((each) => each.listed !== undefined);
    if (isListed && listed.length > 1 && listed.length <= mostPieces)
      return listed.map((value) => narrowed(box, name, listOf([value])));
    if (boxes.length > 1 && boxes.length <= mostPieces)
      return boxes.map((piece) => narrowed(box, name, shapeOf(engine, piece)));
  }
  return undefined;
}

function piecesOf(engine: Engine, said: readonly Shape[]): readonly Box[] {
  try {
    return boxesOf(engine.models, said);
  } catch (error) {
    if (error instanceof TooManyBoxes) return [];
    throw error;
  }
}

function narrowed(box: Box, name: string, shape: Shape): Box {
  const part: ObjectShape = {
    kind: "object",
    place: shape.place,
    properties: [{ name, required: true, shape }],
  };
  return { ...box, parts: [...box.parts, part] };
}

/** One alternative of a member, as a shape of its own. */
function shapeOf({ negated }: Engine, { kind, parts, listed, nots }: Box): Shape {
  const bare = listed === undefined ? ofKind[kind] : listOf(listed);
  const own = listed === undefined && parts.length > 0 ? parts : [...parts, bare];
  return together([...own, ...nots.map(negated)]);
}
