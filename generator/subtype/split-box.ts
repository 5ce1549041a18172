import type { Json } from "../json.ts";
import type { ObjectShape, Shape } from "../model/shape.ts";
import { boxesOf, type Box, TooManyBoxes } from "./boxes.ts";
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
      return listed.map((value) => narrowed(box, name, choice(value, objects)));
    if (boxes.length > 1 && boxes.length <= mostPieces)
      return boxes.map((piece) => narrowed(box, name, shapeOf(piece, objects)));
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

function choice(value: Json, [first]: readonly Shape[]): Shape {
  return { kind: "choice", place: first?.place ?? { file: "", pointer: "" }, values: [{ value }] };
}

/** One alternative of a member, as a shape of its own. */
function shapeOf({ kind, parts, listed, nots }: Box, [first]: readonly Shape[]): Shape {
  const place = parts[0]?.place ?? first?.place ?? { file: "", pointer: "" };
  const own: Shape[] = [...parts];
  if (listed !== undefined) own.push({ kind: "choice", place, values: listed.map((value) => ({ value })) });
  else if (parts.length === 0) own.push(mere(kind, place));
  own.push(...nots.map((shape): Shape => ({ kind: "not", place, shape })));
  return { kind: "all", place, parts: own };
}

function mere(kind: Box["kind"], place: Shape["place"]): Shape {
  if (kind === "number") return { kind, place, integer: false };
  return kind === "object" ? { kind, place, properties: [] } : { kind, place };
}
