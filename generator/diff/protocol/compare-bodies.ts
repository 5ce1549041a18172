import type { Media, Operation } from "../../model/operation.ts";
import type { Shape } from "../../model/shape.ts";
import type { Direction } from "../../values/verdict.ts";
import type { OperationContext } from "./operation-context.ts";
import { request } from "./finding.ts";
import type { OperationPair } from "./pair-operations.ts";

export function compareBodies(context: OperationContext, { before, after }: OperationPair): void {
  const { note, sent } = context;
  const was = before.body ?? before.unsentBody;
  const is = after.body ?? after.unsentBody;
  const subject = "the request body";
  const told = { about: "body", subject, operations: [after], direction: sent };
  const places = { before: was?.place ?? null, after: is?.place ?? null };
  if (was === undefined || is === undefined) {
    if (is !== undefined) {
      const code = is.required ? "required-request-body-added" : "request-body-added";
      const shown = is.required && sent === "request" ? request(after, {}, true) : undefined;
      note({
        code,
        ...told,
        before: before.place,
        after: is.place,
        witness: shown,
        level: sent === "request" ? undefined : "info",
      });
    }
    if (was !== undefined)
      note({ code: "request-body-removed", ...told, before: was.place, after: after.place });
    return;
  }
  if (was.required !== is.required) {
    const code = is.required ? "request-body-became-required" : "request-body-became-optional";
    const isHarmful = is.required === (sent === "request");
    const shown = is.required && sent === "request" ? request(after, {}, true) : undefined;
    note({ code, ...told, ...places, witness: shown, level: isHarmful ? "breaking" : "info" });
  }
  compareMedia(
    context,
    after,
    { label: subject, about: "body", direction: sent, kind: "request" },
    was.media,
    is.media,
  );
}

/** Whose representations are compared. */
export interface MediaOf {
  readonly label: string;
  readonly about: string;
  readonly direction: Direction;
  /** Which rules speak of it. */
  readonly kind: "request" | "response";
  readonly level?: "info" | undefined;
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
    const is = counterpart(was, after, of);
    if (is === undefined) {
      noteGone(context, operation, of, was);
      continue;
    }
    taken.add(is);
    if (!isSameType(was.type, is.type)) {
      const code = `${of.kind}-media-type-${holds(is.type, was.type) ? "widened" : "narrowed"}`;
      const types = { about: `${of.about} ${was.type}`, old: was.type, new: is.type };
      note({ code, ...told, ...types, before: was.place, after: is.place });
    }
    compareShapes(context, operation, of, was, is);
  }
  for (const is of after) {
    if (taken.has(is)) continue;
    const about = `${of.about} ${is.type}`;
    note({
      code: `${of.kind}-media-type-added`,
      about,
      ...told,
      before: null,
      after: is.place,
      new: is.type,
    });
  }
}

/** The same type, else a range that holds it, else, of what is answered, one that is held by it. */
function counterpart({ type }: Media, after: readonly Media[], { kind }: MediaOf): Media | undefined {
  return (
    after.find((one) => isSameType(one.type, type)) ??
    after.find((one) => holds(one.type, type)) ??
    after.find((one) => (kind === "response" || after.length === 1) && holds(type, one.type))
  );
}

function noteGone({ note }: OperationContext, operation: Operation, of: MediaOf, was: Media): void {
  const isSent = of.kind === "request" && of.direction === "request";
  note({
    code: `${of.kind}-media-type-removed`,
    about: `${of.about} ${was.type}`,
    subject: of.label,
    operations: [operation],
    direction: of.direction,
    before: was.place,
    after: null,
    old: was.type,
    level: of.level ?? (isSent || of.kind === "response" ? undefined : "info"),
    witness: isSent ? request(operation, { contentType: was.type }, true) : undefined,
  });
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

/** Case, spaces and the order of parameters do not count (RFC 9110, 8.3.1). */
function normal(type: string): string {
  const [name = "", ...parameters] = type.split(";").map((part) => part.trim().toLowerCase());
  return [name, ...parameters.filter((part) => part !== "charset=utf-8").sort()].join(";");
}

function isSameType(one: string, other: string): boolean {
  return normal(one) === normal(other);
}

/** Whether a range holds a type: `*` and `application/*` as media ranges do (RFC 9110, 12.5.1). */
function holds(range: string, type: string): boolean {
  const [wide = "", ...asked] = normal(range).split(";");
  const [narrow = "", ...given] = normal(type).split(";");
  if (!asked.every((parameter) => given.includes(parameter))) return false;
  if (wide === "*/*" || wide === narrow) return true;
  return wide.endsWith("/*") && narrow.startsWith(wide.slice(0, -1));
}
