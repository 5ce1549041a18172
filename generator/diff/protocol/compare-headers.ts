import type { Header, Operation } from "../../model/operation.ts";
import type { Direction } from "../../values/verdict.ts";
import type { Witness } from "../change.ts";
import { faceOf } from "../walk/face.ts";
import { type Finding, response } from "./finding.ts";
import { compareLifeOf } from "./life-of.ts";
import type { OperationContext } from "./operation-context.ts";

interface HeadersOf {
  readonly after: Operation;
  readonly label: string;
  readonly status: string;
}

type HeaderTold = Pick<Finding, "subject" | "about" | "operations"> & { readonly direction: Direction };

/** The headers of one response on both sides. Those of an answer to the API are sent, as parameters are. */
export function compareHeaders(
  context: OperationContext,
  { after, label, status }: HeadersOf,
  before: readonly Header[],
  now: readonly Header[],
): void {
  const key = ({ name }: Header): string => name.toLowerCase();
  const old = new Map(before.map((header) => [key(header), header]));
  const fresh = new Map(now.map((header) => [key(header), header]));
  const isSent = context.answered === "request";
  const without = isSent ? undefined : response(after, status, { headers: new Map() }, false);
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
    if (was !== undefined && is !== undefined) compareHeader(context, told, without, was, is);
    else if (is !== undefined)
      context.note({ code: addedCode(isSent, is), ...told, before: null, after: is.place, new: shown });
    else if (was !== undefined) {
      const witness = was.required ? without : undefined;
      const code = removedCode(isSent, was);
      context.note({ code, ...told, before: was.place, after: null, old: shown, witness });
    }
  }
}

function addedCode(isSent: boolean, { required }: Header): string {
  if (!isSent) return "response-header-added";
  return required ? "required-parameter-added" : "parameter-added";
}

function removedCode(isSent: boolean, { required }: Header): string {
  if (isSent) return "parameter-removed";
  return required ? "required-response-header-removed" : "response-header-removed";
}

function compareHeader(
  context: OperationContext,
  told: HeaderTold,
  without: Witness | undefined,
  was: Header,
  is: Header,
): void {
  const { note, walk, begin, answered } = context;
  const places = { before: was.place, after: is.place };
  const kind = answered === "request" ? "parameter" : "response-header";
  compareLifeOf(context, { ...told, ...places, kind }, was, is);
  if (was.required !== is.required) {
    const code = `${kind}-became-${is.required ? "required" : "optional"}`;
    note({ code, ...told, ...places, witness: is.required ? undefined : without });
  }
  const [old, now] = [writingOf(context, was, was), writingOf(context, was, is)];
  if (old !== now) {
    const about = `${told.about} style`;
    note({ code: "response-header-serialization-changed", ...told, ...places, about, old, new: now });
  }
  const { subject: label, direction } = told;
  const spelled = was.mediaType === undefined;
  const node = walk.visit({ label, before: was.shape, after: is.shape, direction, spelled });
  for (const operation of told.operations) begin(node, operation);
}

/** How a value of the old header is written; only objects are exploded (RFC 6570, 3.2.2). */
function writingOf({ walk }: OperationContext, was: Header, { mediaType, explode }: Header): string {
  if (mediaType !== undefined) return mediaType;
  const { objects, core } = faceOf(walk.models, [was.shape]);
  return explode && (objects.length > 0 || core.length === 0) ? "simple, exploded" : "simple";
}
