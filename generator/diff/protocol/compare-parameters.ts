import type { Parameter } from "../../model/operation.ts";
import type { Shape } from "../../model/shape.ts";
import { openTerm } from "../../subtype/term.ts";
import { faceOf } from "../walk/face.ts";
import type { OperationContext } from "./operation-context.ts";
import { request } from "./finding.ts";
import { compareLifeOf } from "./life-of.ts";
import { type OperationPair, pathNames } from "./pair-operations.ts";

/** Header parameters that say what other parts of an operation say (OpenAPI 3.1, 4.8.12.2.1). */
const ignored: ReadonlySet<string> = new Set(["accept", "content-type", "authorization"]);

export function compareParameters(context: OperationContext, pair: OperationPair): void {
  const { note } = context;
  const { before, after } = pair;
  const old = new Map(before.parameters.filter(isSent).map((one) => [keyOf(one, before.path), one]));
  const fresh = new Map(after.parameters.filter(isSent).map((one) => [keyOf(one, after.path), one]));
  const gone = new Map([...old].filter(([key]) => !fresh.has(key)));
  const told = { operations: [after], direction: context.sent };
  for (const [key, parameter] of old) {
    const now = fresh.get(key);
    if (now !== undefined) compareKept(context, pair, parameter, now);
  }
  for (const [key, parameter] of fresh) {
    if (old.has(key) || parameter.in === "path") continue;
    const from = [...gone.values()].find(
      ({ name, in: place }) => name === parameter.name && place !== parameter.in,
    );
    const about = `${parameter.in} ${parameter.name}`;
    const subject = subjectOf(parameter);
    if (from !== undefined) {
      gone.delete(keyOf(from, before.path));
      const places = { before: from.place, after: parameter.place, old: from.in, new: parameter.in };
      const level = from.required || parameter.required ? undefined : "warning";
      note({ code: "parameter-moved", about, subject: subjectOf(from), ...places, ...told, level });
      continue;
    }
    const code = parameter.required ? "required-parameter-added" : "parameter-added";
    const shown = parameter.required ? request(after, {}, true) : undefined;
    note({
      code,
      about,
      subject,
      before: null,
      after: parameter.place,
      ...told,
      new: parameter.name,
      witness: shown,
    });
  }
  for (const parameter of gone.values()) {
    if (parameter.in === "path") continue;
    const about = `${parameter.in} ${parameter.name}`;
    note({
      code: "parameter-removed",
      about,
      subject: subjectOf(parameter),
      before: parameter.place,
      after: null,
      ...told,
      old: parameter.name,
      level: removalLevel(context, parameter),
    });
  }
}

/** What was announced to go may go. */
function removalLevel({ today }: OperationContext, { extensions = [], deprecated }: Parameter) {
  const sunset = extensions.find(({ name }) => name === "x-sunset")?.value;
  if (deprecated !== true) return undefined;
  if (typeof sunset !== "string") return "info";
  return today !== undefined && sunset <= today ? "info" : "breaking";
}

function isSent({ in: place, name }: Parameter): boolean {
  return place !== "header" || !ignored.has(name.toLowerCase());
}

/** Names of headers know no case; a parameter of the path is known by where it stands in it. */
function keyOf({ in: place, name }: Parameter, path: string): string {
  if (place === "header") return `header ${name.toLowerCase()}`;
  return place === "path" ? `path ${pathNames(path).indexOf(name)}` : `${place} ${name}`;
}

export function subjectOf({ in: place, name }: Parameter): string {
  return `the ${place} parameter \`${name}\``;
}

function compareKept(
  context: OperationContext,
  { before, after }: OperationPair,
  was: Parameter,
  is: Parameter,
): void {
  const { note, walk, begin, sent } = context;
  const subject = subjectOf(was);
  const about = `${was.in} ${was.name}`;
  const told = { subject, before: was.place, after: is.place, operations: [after], direction: sent };
  compareLifeOf(context, { ...told, about, kind: "parameter" }, was, is);
  if (was.in !== "path" && was.required !== is.required) {
    const code = is.required ? "parameter-became-required" : "parameter-became-optional";
    note({ code, about, ...told, witness: is.required ? request(before, {}, true) : undefined });
  }
  if ((was.mediaType === undefined) !== (is.mediaType === undefined))
    note({
      code: "parameter-serialization-changed",
      about: `${about} content`,
      ...told,
      old: was.mediaType ?? was.style,
      new: is.mediaType ?? is.style,
    });
  else if (was.mediaType !== is.mediaType)
    note({
      code: "parameter-serialization-changed",
      about: `${about} content`,
      ...told,
      old: was.mediaType,
      new: is.mediaType,
    });
  else if (isWrittenOtherwise(context, was, is))
    note({
      code: "parameter-serialization-changed",
      about: `${about} style`,
      ...told,
      old: styleOf(was),
      new: styleOf(is),
    });
  if (was.allowEmptyValue === true && is.allowEmptyValue !== true && is.in === "query")
    note({
      code: "parameter-empty-value-refused",
      about: `${about} empty`,
      ...told,
      witness: request(after, { query: `${was.name}=` }, true),
    });
  if (was.allowEmptyValue !== true && is.allowEmptyValue === true && is.in === "query")
    note({ code: "parameter-empty-value-allowed", about: `${about} empty`, ...told });
  if ((was.allowReserved ?? false) !== (is.allowReserved ?? false)) {
    const code = is.allowReserved === true ? "parameter-reserved-allowed" : "parameter-reserved-refused";
    note({ code, about: `${about} reserved`, ...told });
  }
  const spelled = was.mediaType === undefined;
  begin(
    walk.visit({
      label: subject,
      before: was.shape,
      after: widened(context, was, is),
      direction: sent,
      spelled,
    }),
    after,
  );
}

/** One value is a list of one where each value of the list is written out by itself (`?id=1&id=2`). */
function widened({ walk }: OperationContext, was: Parameter, is: Parameter): Shape {
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

/** Whether a shape is of one scalar type, for those who read parameters. */
export function isScalar({ walk }: OperationContext, shape: Shape): boolean {
  return openTerm(walk.models, [shape]).parts.every(
    ({ kind }) => kind === "string" || kind === "number" || kind === "boolean" || kind === "choice",
  );
}
