import type { Header, Response } from "../../model/operation.ts";
import { type MediaOf, compareMedia } from "./compare-bodies.ts";
import type { OperationContext } from "./operation-context.ts";
import type { Witness } from "../change.ts";
import type { Direction } from "../../values/verdict.ts";
import { type Finding, response } from "./finding.ts";
import { compareLifeOf } from "./life-of.ts";
import type { OperationPair } from "./pair-operations.ts";

export function compareResponses(context: OperationContext, pair: OperationPair): void {
  const { note, answered } = context;
  const { before, after } = pair;
  const told = { operations: [after], direction: answered };
  const taken = new Set<Response>();
  for (const was of before.responses) {
    const is =
      after.responses.find(({ status }) => isSameStatus(status, was.status)) ??
      coverOf(after.responses, was.status);
    const subject = subjectOf(was);
    if (is === undefined) {
      const code = isSuccess(was.status) ? "success-status-removed" : "status-removed";
      note({ code, about: was.status, subject, before: was.place, after: null, ...told, old: was.status });
      continue;
    }
    taken.add(is);
    compareKept(context, pair, was, is);
  }
  for (const is of after.responses) {
    if (taken.has(is)) continue;
    const code = isSuccess(is.status) ? "success-status-added" : "status-added";
    note({
      code,
      about: is.status,
      subject: subjectOf(is),
      before: null,
      after: is.place,
      ...told,
      new: is.status,
    });
  }
}

function subjectOf({ status }: Response): string {
  return status === "default" ? "the default response" : `the response ${status}`;
}

function isSuccess(status: string): boolean {
  return /^2/.test(status);
}

function isSameStatus(one: string, other: string): boolean {
  return one.toUpperCase() === other.toUpperCase();
}

/** The range that a status belongs to. What `default` holds is an error as far as clients go. */
function coverOf(responses: readonly Response[], status: string): Response | undefined {
  const range = `${status.slice(0, 1)}XX`;
  const found = /^\d/.test(status) ? responses.find((each) => isSameStatus(each.status, range)) : undefined;
  return found ?? (isSuccess(status) ? undefined : responses.find((each) => each.status === "default"));
}

function compareKept(context: OperationContext, { after }: OperationPair, was: Response, is: Response): void {
  const { answered, note } = context;
  const label = subjectOf(was);
  const of: MediaOf = {
    label,
    about: was.status,
    direction: answered,
    kind: "response",
    level: isSuccess(was.status) ? undefined : "info",
  };
  compareMedia(context, after, of, was.media, is.media);
  compareHeaders(context, { after, label, status: was.status }, was.headers, is.headers);
  const told = {
    before: was.place,
    after: is.place,
    operations: [after],
    direction: answered,
    subject: label,
  };
  const old = new Map(was.links.map((link) => [link.name, link]));
  const now = new Map(is.links.map((link) => [link.name, link]));
  for (const [name, link] of old)
    if (!now.has(name))
      note({
        code: "link-removed",
        about: `${was.status} ${name}`,
        ...told,
        before: link.place,
        after: null,
        old: name,
      });
  for (const [name, link] of now)
    if (!old.has(name))
      note({
        code: "link-added",
        about: `${was.status} ${name}`,
        ...told,
        before: null,
        after: link.place,
        new: name,
      });
  const codes = { old: was.errorCodes ?? [], now: is.errorCodes ?? [] };
  for (const code of codes.old)
    if (!codes.now.includes(code))
      note({ code: "error-code-removed", about: `${was.status} ${code}`, ...told, old: code });
  for (const code of codes.now)
    if (!codes.old.includes(code))
      note({ code: "error-code-added", about: `${was.status} ${code}`, ...told, new: code });
}

interface HeadersOf {
  readonly after: OperationPair["after"];
  readonly label: string;
  readonly status: string;
}

function compareHeaders(
  context: OperationContext,
  { after, label, status }: HeadersOf,
  before: readonly Header[],
  now: readonly Header[],
): void {
  const key = ({ name }: Header): string => name.toLowerCase();
  const old = new Map(before.map((header) => [key(header), header]));
  const fresh = new Map(now.map((header) => [key(header), header]));
  for (const name of new Set([...old.keys(), ...fresh.keys()])) {
    const was = old.get(name);
    const is = fresh.get(name);
    const shown = (is ?? was)?.name ?? name;
    const told: HeaderTold = {
      subject: `the header \`${shown}\` of ${label}`,
      about: `${status} ${name}`,
      operations: [after],
      direction: context.answered,
    };
    const without = response(after, status, { headers: new Map() }, false);
    if (was !== undefined && is !== undefined) compareHeader(context, told, without, was, is);
    else if (is !== undefined)
      context.note({ code: "response-header-added", ...told, before: null, after: is.place, new: shown });
    else if (was !== undefined) {
      const code = was.required ? "required-response-header-removed" : "response-header-removed";
      const witness = was.required ? without : undefined;
      context.note({ code, ...told, before: was.place, after: null, old: shown, witness });
    }
  }
}

type HeaderTold = Pick<Finding, "subject" | "about" | "operations"> & { readonly direction: Direction };

function compareHeader(
  context: OperationContext,
  told: HeaderTold,
  without: Witness,
  was: Header,
  is: Header,
): void {
  const { note, walk, begin } = context;
  const places = { before: was.place, after: is.place };
  compareLifeOf(context, { ...told, ...places, kind: "response-header" }, was, is);
  if (was.required !== is.required) {
    const code = is.required ? "response-header-became-required" : "response-header-became-optional";
    note({ code, ...told, ...places, witness: is.required ? undefined : without });
  }
  const { subject: label, direction } = told;
  const spelled = was.mediaType === undefined;
  const node = walk.visit({ label, before: was.shape, after: is.shape, direction, spelled });
  for (const operation of told.operations) begin(node, operation);
}
