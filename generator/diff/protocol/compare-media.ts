import type { Json } from "../../json.ts";
import type { Media, Operation } from "../../model/operation.ts";
import type { Shape } from "../../model/shape.ts";
import type { Direction } from "../../values/verdict.ts";
import type { Witness } from "../change.ts";
import { compareEncodings } from "./compare-encodings.ts";
import { holds, isSameType, typeOnlyIn } from "./media-range.ts";
import type { OperationContext } from "./operation-context.ts";

/** Whose representations are compared. */
export interface MediaOf {
  readonly label: string;
  readonly about: string;
  readonly direction: Direction;
  /** Which rules speak of it: what is sent, what is asked for, or what comes without being asked for. */
  readonly kind: "request" | "response" | "call";
  readonly level?: "info" | undefined;
  /** A message with these headers that only one side lets through, the old one or the new one. */
  readonly shown: (headers: ReadonlyMap<string, Json>, before: boolean) => Witness | undefined;
}

export function compareMedia(
  context: OperationContext,
  operation: Operation,
  of: MediaOf,
  before: readonly Media[],
  after: readonly Media[],
): void {
  const { note } = context;
  const told = { subject: of.label, operations: [operation], direction: of.direction };
  const taken = new Set<Media>();
  for (const was of before) {
    const left = after.filter((one) => !taken.has(one));
    const is = counterpart(was, left, of);
    if (is === undefined) {
      const code = `${of.kind}-media-type-removed`;
      const places = { about: `${of.about} ${was.type}`, before: was.place, after: null };
      const witness = of.kind === "call" ? undefined : shownOf(of, was, after, true);
      note({ code, ...told, ...places, old: was.type, level: of.level, witness });
      continue;
    }
    taken.add(is);
    if (!isSameType(was.type, is.type)) {
      const isWider = holds(is.type, was.type);
      const code = `${of.kind}-media-type-${isWider ? "widened" : "narrowed"}`;
      const types = { about: `${of.about} ${was.type}`, old: was.type, new: is.type };
      const witness = isWider ? widerShown(of, before, is) : narrowerShown(of, was, after);
      note({ code, ...told, ...types, before: was.place, after: is.place, witness });
    }
    compareShapes(context, operation, of, was, is);
    compareEncodings(context, { ...told, about: of.about, before: was.place, after: is.place }, was, is);
  }
  for (const is of after) {
    if (taken.has(is)) continue;
    const places = { about: `${of.about} ${is.type}`, before: null, after: is.place };
    note({ code: `${of.kind}-media-type-added`, ...told, ...places, new: is.type });
  }
}

/** Types more hurt who gets them, types fewer hurt who sends them. */
function widerShown(of: MediaOf, before: readonly Media[], is: Media): Witness | undefined {
  return of.kind === "response" ? shownOf(of, is, before, false) : undefined;
}

function narrowerShown(of: MediaOf, was: Media, after: readonly Media[]): Witness | undefined {
  return of.kind === "request" ? shownOf(of, was, after, true) : undefined;
}

function shownOf({ shown }: MediaOf, range: Media, others: readonly Media[], before: boolean) {
  const type = typeOnlyIn(
    range.type,
    others.map((other) => other.type),
  );
  return type === undefined ? undefined : shown(new Map([["Content-Type", type]]), before);
}

/**
 * The type as it is written, the same type, else a range that holds it, else, of what the API gives, one that is held
 * by it.
 */
function counterpart({ type }: Media, after: readonly Media[], { kind }: MediaOf): Media | undefined {
  return (
    after.find((one) => one.type === type) ??
    after.find((one) => isSameType(one.type, type)) ??
    after.find((one) => holds(one.type, type)) ??
    after.find((one) => (kind !== "request" || after.length === 1) && holds(type, one.type))
  );
}

function compareShapes(
  { walk, begin }: OperationContext,
  operation: Operation,
  of: MediaOf,
  was: Media,
  is: Media,
): void {
  const spelled = /^application\/x-www-form-urlencoded|^multipart\/|^text\//i.test(was.type);
  const pairs = [
    [was.shape, is.shape],
    [was.itemShape, is.itemShape],
  ] as const;
  for (const [one, other] of pairs) {
    if (one === undefined && other === undefined) continue;
    const label = of.label;
    const before: Shape = one ?? { kind: "any", place: was.place };
    const after: Shape = other ?? { kind: "any", place: is.place };
    begin(walk.visit({ label, before, after, direction: of.direction, spelled }), operation);
  }
}
