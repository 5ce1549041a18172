import type { Parameter } from "../../model/operation.ts";
import type { OperationContext } from "./operation-context.ts";
import { request } from "./finding.ts";
import { compareParameter, subjectOf } from "./compare-parameter.ts";
import { type OperationPair, pathNames } from "./pair-operations.ts";

/** Header parameters that say what other parts of an operation say (OpenAPI 3.1, 4.8.12.2.1). */
const ignored: ReadonlySet<string> = new Set(["accept", "content-type", "authorization"]);

export function compareParameters(context: OperationContext, pair: OperationPair): void {
  const { before, after } = pair;
  const old = new Map(before.parameters.filter(isSent).map((one) => [keyOf(one, before.path), one]));
  const fresh = new Map(after.parameters.filter(isSent).map((one) => [keyOf(one, after.path), one]));
  const gone = new Set([...old].filter(([key]) => !fresh.has(key)).map(([, parameter]) => parameter));
  for (const [key, parameter] of old) {
    const now = fresh.get(key);
    if (now !== undefined) compareParameter(context, pair, parameter, now);
  }
  for (const [key, parameter] of fresh) {
    // Those of the path come and go with it.
    if (old.has(key) || parameter.in === "path") continue;
    const from = [...gone].find(({ name, in: place }) => name === parameter.name && place !== parameter.in);
    if (from === undefined) noteAdded(context, pair, parameter);
    else {
      gone.delete(from);
      noteMoved(context, pair, from, parameter);
    }
  }
  for (const parameter of gone) if (parameter.in !== "path") noteRemoved(context, pair, parameter);
}

function noteAdded({ note, sent }: OperationContext, { after }: OperationPair, parameter: Parameter): void {
  note({
    code: parameter.required ? "required-parameter-added" : "parameter-added",
    about: aboutOf(parameter),
    subject: subjectOf(parameter),
    before: null,
    after: parameter.place,
    operations: [after],
    direction: sent,
    new: parameter.name,
    witness: parameter.required ? request(after, {}, true) : undefined,
  });
}

function noteMoved(
  { note, sent }: OperationContext,
  { after }: OperationPair,
  was: Parameter,
  is: Parameter,
): void {
  note({
    code: "parameter-moved",
    about: aboutOf(is),
    subject: subjectOf(was),
    before: was.place,
    after: is.place,
    operations: [after],
    direction: sent,
    old: was.in,
    new: is.in,
    level: was.required || is.required ? undefined : "warning",
  });
}

function noteRemoved(context: OperationContext, { after }: OperationPair, parameter: Parameter): void {
  context.note({
    code: "parameter-removed",
    about: aboutOf(parameter),
    subject: subjectOf(parameter),
    before: parameter.place,
    after: null,
    operations: [after],
    direction: context.sent,
    old: parameter.name,
    level: removalLevel(context, parameter),
  });
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

function aboutOf({ in: place, name }: Parameter): string {
  return `${place} ${name}`;
}
