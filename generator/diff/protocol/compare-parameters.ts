import type { Parameter } from "../../model/operation.ts";
import type { OperationContext } from "./operation-context.ts";
import { sampleValue } from "../../values/sample-value.ts";
import { request, requestWith } from "./finding.ts";
import { compareParameter, subjectOf } from "./compare-parameter.ts";
import { type OperationPair, pathNames } from "./pair-operations.ts";

/** Header parameters that say what other parts of an operation say (OpenAPI 3.1, 4.8.12.2.1). */
const ignored: ReadonlySet<string> = new Set(["accept", "content-type", "authorization"]);

export function compareParameters(context: OperationContext, pair: OperationPair): void {
  const { before, after } = pair;
  const old = new Map(before.parameters.filter(counts).map((one) => [keyOf(one, before.path), one]));
  const fresh = new Map(after.parameters.filter(counts).map((one) => [keyOf(one, after.path), one]));
  const gone = new Set([...old].filter(([key]) => !fresh.has(key)).map(([, parameter]) => parameter));
  for (const [key, parameter] of old) {
    const now = fresh.get(key);
    if (now !== undefined) compareParameter(context, pair, parameter, now);
  }
  for (const [key, parameter] of fresh) {
    // Those of the path come and go with it.
    if (old.has(key) || parameter.in === "path") continue;
    const from = movedFrom(context, gone, parameter);
    if (from === undefined) noteAdded(context, pair, parameter);
    else {
      gone.delete(from);
      noteMoved(context, pair, from, parameter);
    }
  }
  for (const parameter of gone) if (parameter.in !== "path") noteRemoved(context, pair, parameter);
}

/** What is received is looked for where it was: elsewhere it is another parameter. */
function movedFrom(
  { sent }: OperationContext,
  gone: ReadonlySet<Parameter>,
  is: Parameter,
): Parameter | undefined {
  if (sent === "response") return undefined;
  return [...gone].find(({ name, in: place }) => name === is.name && place !== is.in);
}

function noteAdded({ note, sent }: OperationContext, { after }: OperationPair, parameter: Parameter): void {
  const isSent = sent === "request";
  const code = parameter.required ? "required-parameter-added" : "parameter-added";
  note({
    code: isSent ? code : "call-parameter-added",
    about: aboutOf(parameter),
    subject: subjectOf(parameter),
    before: null,
    after: parameter.place,
    operations: [after],
    direction: sent,
    new: parameter.name,
    witness: isSent && parameter.required ? request(after, {}, true) : undefined,
  });
}

function noteMoved(
  { note, sent, walk }: OperationContext,
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
    // Where it may be left out, a value in the old place may just be ignored.
    witness: is.required ? requestWith(after, was, sampleValue(walk.models, was.shape, sent)) : undefined,
  });
}

function noteRemoved(context: OperationContext, { after }: OperationPair, parameter: Parameter): void {
  const isSent = context.sent === "request";
  const code = parameter.required ? "required-call-parameter-removed" : "call-parameter-removed";
  context.note({
    code: isSent ? "parameter-removed" : code,
    about: aboutOf(parameter),
    subject: subjectOf(parameter),
    before: parameter.place,
    after: null,
    operations: [after],
    direction: context.sent,
    old: parameter.name,
    level: isSent ? removalLevel(context, parameter) : undefined,
  });
}

/** What was announced to go may go. */
function removalLevel({ today }: OperationContext, { extensions = [], deprecated }: Parameter) {
  const sunset = extensions.find(({ name }) => name === "x-sunset")?.value;
  if (deprecated !== true) return undefined;
  if (typeof sunset !== "string") return "info";
  return today !== undefined && sunset <= today ? "info" : "breaking";
}

function counts({ in: place, name }: Parameter): boolean {
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
