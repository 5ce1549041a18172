import type { Parameter } from "../../model/operation.ts";
import type { Shape } from "../../model/shape.ts";
import { faceOf } from "../walk/face.ts";
import { type Finding, request } from "./finding.ts";
import { compareLifeOf } from "./life-of.ts";
import type { OperationContext } from "./operation-context.ts";
import type { OperationPair } from "./pair-operations.ts";

export function subjectOf({ in: place, name }: Parameter): string {
  return `the ${place} parameter \`${name}\``;
}

/** One parameter on both sides: whether it must be there, how it is written, and what it may be. */
export function compareParameter(
  context: OperationContext,
  { before, after }: OperationPair,
  was: Parameter,
  is: Parameter,
): void {
  const { note, walk, begin, sent } = context;
  const subject = subjectOf(was);
  const about = `${was.in} ${was.name}`;
  const isSent = sent === "request";
  const told = { subject, before: was.place, after: is.place, operations: [after], direction: sent };
  compareLifeOf(context, { ...told, about, kind: "parameter" }, was, is);
  if (was.in !== "path" && was.required !== is.required) {
    const code = `parameter-became-${is.required ? "required" : "optional"}`;
    const shown = isSent && is.required ? request(before, {}, true) : undefined;
    note({ code: isSent ? code : `call-${code}`, about, ...told, witness: shown });
  }
  if (was.field !== is.field) {
    const names = { about: `${about} name`, old: was.field, new: is.field };
    note({ ...told, code: "fixed-name-changed", ...names, direction: "none" });
  }
  for (const written of serializationChanges(context, was, is)) {
    note({ ...written, code: "parameter-serialization-changed", about: `${about} style`, ...told });
  }
  for (const code of characterChanges(was, is)) {
    const isRefused = code === "parameter-empty-value-refused";
    const empty = { path: `${after.path}?${was.name}=` };
    const shown = isSent && isRefused ? request(after, empty, true) : undefined;
    note({ code, about: `${about} ${code}`, ...told, witness: shown });
  }
  const spelled = was.mediaType === undefined;
  const now = widened(context, was, is);
  if (now !== is.shape && isSent) note({ code: "parameter-list-allowed", about: `${about} list`, ...told });
  begin(walk.visit({ label: subject, before: was.shape, after: now, direction: sent, spelled }), after);
}

/** Where the same value is written in another way. */
function serializationChanges(
  context: OperationContext,
  was: Parameter,
  is: Parameter,
): readonly Pick<Finding, "old" | "new">[] {
  if (was.mediaType !== is.mediaType)
    return [{ old: was.mediaType ?? styleOf(was), new: is.mediaType ?? styleOf(is) }];
  return isWrittenOtherwise(context, was, is) ? [{ old: styleOf(was), new: styleOf(is) }] : [];
}

/** What may stand in the text of a value (OpenAPI 3.1, 4.8.12.2.2). */
function characterChanges(was: Parameter, is: Parameter): readonly string[] {
  const codes: string[] = [];
  const isQuery = was.in === "query" && is.in === "query";
  if (isQuery && was.allowEmptyValue !== is.allowEmptyValue)
    codes.push(`parameter-empty-value-${is.allowEmptyValue === true ? "allowed" : "refused"}`);
  if (was.allowReserved !== is.allowReserved)
    codes.push(`parameter-reserved-${is.allowReserved === true ? "allowed" : "refused"}`);
  return codes;
}

/** One value is a list of one where each value of the list is written out by itself (`?id=1&id=2`). */
function widened({ walk, sent }: OperationContext, was: Parameter, is: Parameter): Shape {
  // Whoever receives it has never seen more than one.
  if (sent === "response") return is.shape;
  const isRepeated = is.style === "form" && (is.explode || was.in === "header") && is.in !== "path";
  if (!isRepeated) return is.shape;
  const [one, other] = [faceOf(walk.models, [was.shape]), faceOf(walk.models, [is.shape])];
  const [list] = other.lists;
  if (one.lists.length > 0 || list === undefined || one.objects.length > 0 || (list.minItems ?? 0) > 1)
    return is.shape;
  return list.items ?? { kind: "any", place: list.place };
}

function styleOf({ style, explode }: Parameter): string {
  return explode ? `${style}, exploded` : style;
}

/** Styles differ where a value of the old parameter would be written in another way: for one scalar few of them do. */
function isWrittenOtherwise({ walk }: OperationContext, was: Parameter, is: Parameter): boolean {
  if (was.style === is.style && was.explode === is.explode) return false;
  const { lists, objects, core } = faceOf(walk.models, [was.shape]);
  const mayNest = lists.length > 0 || objects.length > 0 || core.length === 0;
  if (mayNest) return true;
  const plain: ReadonlySet<string> = new Set([
    "form",
    "spaceDelimited",
    "pipeDelimited",
    "deepObject",
    "simple",
    "cookie",
  ]);
  return was.style !== is.style && !(plain.has(was.style) && plain.has(is.style));
}
