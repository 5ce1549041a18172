import { type Json, printJson } from "../../json.ts";
import type { Link, Response } from "../../model/operation.ts";
import type { Note, Told } from "./finding.ts";

/** What can be asked next with an answer (OpenAPI 3.1, 4.8.20). */
export function compareLinks(note: Note, told: Told, before: Response, after: Response): void {
  const old = new Map(before.links.map((link) => [link.name, link]));
  const now = new Map(after.links.map((link) => [link.name, link]));
  const { status } = before;
  for (const [name, was] of old) {
    const about = `${status} ${name}`;
    const is = now.get(name);
    if (is !== undefined) compareLink(note, { ...told, about, before: was.place, after: is.place }, was, is);
    else note({ code: "link-removed", ...told, about, before: was.place, after: null, old: name });
  }
  for (const [name, is] of now) {
    if (old.has(name)) continue;
    note({
      code: "link-added",
      ...told,
      about: `${status} ${name}`,
      before: null,
      after: is.place,
      new: name,
    });
  }
}

function compareLink(note: Note, told: Told, was: Link, is: Link): void {
  const subject = `the link \`${is.name}\` of ${told.subject}`;
  const [old, now] = [targetOf(was), targetOf(is)];
  if (old !== now) note({ code: "link-changed", ...told, subject, old, new: now });
  else if (textOf(was) !== textOf(is)) note({ code: "link-changed", ...told, subject });
  if (pollingText(was) !== pollingText(is))
    note({ code: "polling-changed", ...told, subject, about: `${told.about} polling` });
}

function targetOf({ operationId, operationRef }: Link): string | undefined {
  return operationId ?? operationRef;
}

/** What is handed on. */
function textOf({ parameters, body, server }: Link): string {
  const sorted = parameters.map(({ name, value }) => [name, value] as const).toSorted(byName);
  return jsonText([new Map<string, Json>(sorted), body ?? null, server?.url ?? null]);
}

function byName([one]: readonly [string, Json], [other]: readonly [string, Json]): number {
  return one < other ? -1 : Number(one > other);
}

function pollingText({ polling }: Link): string {
  return polling === undefined ? "" : jsonText([polling.state, polling.done, polling.failed]);
}

function jsonText(value: Json): string {
  return printJson(value);
}
