import type { Response } from "../../model/operation.ts";
import { type MediaOf, compareMedia } from "./compare-media.ts";
import { compareHeaders } from "./compare-headers.ts";
import { compareLinks } from "./compare-links.ts";
import { response } from "./finding.ts";
import type { OperationContext } from "./operation-context.ts";
import type { OperationPair } from "./pair-operations.ts";
import { isRange, isSuccess, pairResponses, type PairedResponses } from "./pair-responses.ts";

export function compareResponses(context: OperationContext, pair: OperationPair): void {
  const paired = pairResponses(pair.before.responses, pair.after.responses);
  if (context.answered === "request") compareAnswers(context, pair, paired);
  else compareStatuses(context, pair, paired);
  for (const [was, is] of paired.kept) compareKept(context, pair, was, is);
}

/** What an operation may answer with. */
function compareStatuses(
  { note, answered }: OperationContext,
  { after }: OperationPair,
  { widened, narrowed, removed, added }: PairedResponses,
): void {
  const told = { operations: [after], direction: answered };
  for (const [code, pairs] of [
    ["status-widened", widened],
    ["status-narrowed", narrowed],
  ] as const)
    for (const { before, after: now } of pairs) {
      const [was, is] = [before[0], now[0]];
      if (was === undefined || is === undefined) continue;
      const places = { subject: subjectOf(was), before: was.place, after: is.place };
      const statuses = { about: statusesOf(before), old: statusesOf(before), new: statusesOf(now) };
      note({ code, ...told, ...places, ...statuses, level: isSuccess(was) ? undefined : "info" });
    }
  for (const was of removed) {
    const code = isSuccess(was) ? "success-status-removed" : "status-removed";
    const { status } = was;
    const shown = isSuccess(was) && !isRange(was) ? response(after, status, {}, true) : undefined;
    const places = { subject: subjectOf(was), before: was.place, after: null };
    note({ code, about: status, ...told, ...places, old: status, witness: shown });
  }
  for (const is of added) {
    const code = isSuccess(is) ? "success-status-added" : "status-added";
    const places = { subject: subjectOf(is), before: null, after: is.place };
    note({ code, about: is.status, ...told, ...places, new: is.status });
  }
}

/** What whoever is called by the API may answer with: a status that the API does not know may count as a failure. */
function compareAnswers(
  { note, answered }: OperationContext,
  { after }: OperationPair,
  { widened, narrowed, removed, added }: PairedResponses,
): void {
  const told = { operations: [after], direction: answered };
  for (const was of [...removed, ...narrowed.flatMap(({ before }) => before)]) {
    const places = { subject: subjectOf(was), before: was.place, after: null };
    const level = isSuccess(was) ? undefined : "warning";
    note({ code: "answer-status-removed", about: was.status, ...told, ...places, old: was.status, level });
  }
  for (const is of [...added, ...widened.flatMap((pair) => pair.after)]) {
    const places = { subject: subjectOf(is), before: null, after: is.place };
    note({ code: "answer-status-added", about: is.status, ...told, ...places, new: is.status });
  }
}

function subjectOf({ status }: Response): string {
  return status === "default" ? "the default response" : `the response ${status}`;
}

function statusesOf(responses: readonly Response[]): string {
  return responses.map(({ status }) => status).join(", ");
}

function compareKept(context: OperationContext, { after }: OperationPair, was: Response, is: Response): void {
  const { answered: direction, note } = context;
  const label = subjectOf(was);
  const { status } = was;
  const canShow = direction === "response" && isSuccess(was) && !isRange(was);
  const of: MediaOf = {
    label,
    about: status,
    direction,
    kind: direction,
    level: isSuccess(was) ? undefined : "info",
    shown: (headers, before) => (canShow ? response(after, status, { headers }, before) : undefined),
  };
  compareMedia(context, after, of, was.media, is.media);
  compareHeaders(context, { after, label, status }, was.headers, is.headers);
  const places = { before: was.place, after: is.place };
  const told = { ...places, about: status, operations: [after], direction, subject: label };
  compareLinks(note, told, was, is);
  const codes = { old: was.errorCodes ?? [], now: is.errorCodes ?? [] };
  for (const code of codes.old)
    if (!codes.now.includes(code))
      note({ ...told, code: "error-code-removed", about: `${status} ${code}`, old: code });
  for (const code of codes.now)
    if (!codes.old.includes(code))
      note({ ...told, code: "error-code-added", about: `${status} ${code}`, new: code });
}
