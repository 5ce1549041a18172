import type { Header, Response } from "../../model/operation.ts";
import { type MediaOf, compareMedia } from "./compare-bodies.ts";
import type { OperationContext } from "./operation-context.ts";
import { response } from "./finding.ts";
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
    if (taken.has(is) || isCovered(before.responses, is, pair)) continue;
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

function isCovered(_before: readonly Response[], _is: Response, _pair: OperationPair): boolean {
  return false;
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
  const { note, walk, begin, answered } = context;
  const key = ({ name }: Header): string => name.toLowerCase();
  const old = new Map(before.map((header) => [key(header), header]));
  const fresh = new Map(now.map((header) => [key(header), header]));
  for (const [name, was] of old) {
    const is = fresh.get(name);
    const subject = `the header \`${was.name}\` of ${label}`;
    const about = `${status} ${name}`;
    const told = { subject, about, before: was.place, operations: [after], direction: answered };
    if (is === undefined) {
      const code = was.required ? "required-response-header-removed" : "response-header-removed";
      note({
        code,
        ...told,
        after: null,
        old: was.name,
        witness: was.required ? response(after, status, { headers: new Map() }, false) : undefined,
      });
      continue;
    }
    compareLifeOf(context, { ...told, after: is.place, kind: "response-header" }, was, is);
    if (was.required !== is.required) {
      const code = is.required ? "response-header-became-required" : "response-header-became-optional";
      const shown = is.required ? undefined : response(after, status, { headers: new Map() }, false);
      note({ code, ...told, after: is.place, witness: shown });
    }
    const spelled = was.mediaType === undefined;
    begin(
      walk.visit({ label: subject, before: was.shape, after: is.shape, direction: answered, spelled }),
      after,
    );
  }
  for (const [name, is] of fresh) {
    if (old.has(name)) continue;
    const subject = `the header \`${is.name}\` of ${label}`;
    note({
      code: "response-header-added",
      subject,
      about: `${status} ${name}`,
      before: null,
      after: is.place,
      operations: [after],
      direction: answered,
      new: is.name,
    });
  }
}
