import type { Json } from "../../json.ts";
import type { Place } from "../../location.ts";
import type { Operation, Parameter } from "../../model/operation.ts";
import type { ChangeDirection, Level, Witness } from "../change.ts";

/** Something that was edited beside the schemas: a parameter, a status, a right. */
export interface Finding {
  readonly code: string;
  /** What tells it from others of the same rule: names, no positions. */
  readonly about: string;
  /** As in a sentence: the query parameter `days`. */
  readonly subject: string;
  readonly before: Place | null;
  readonly after: Place | null;
  readonly operations: readonly Operation[];
  /** What stands in its id in place of the operations, where it is about something that they share. */
  readonly where?: string | undefined;
  readonly direction: ChangeDirection;
  readonly old?: string | undefined;
  readonly new?: string | undefined;
  /** Where it is not the rule's own. */
  readonly level?: Level | undefined;
  readonly witness?: Witness | undefined;
  readonly unproved?: string | undefined;
}

/** What all findings about one thing have in common. */
export type Told = Pick<Finding, "subject" | "about" | "before" | "after" | "operations"> & {
  readonly where?: string;
  readonly direction: ChangeDirection;
};

export type Note = (finding: Finding) => void;

/** A request that one side lets through. */
export function request(
  operation: Operation,
  more: Readonly<Record<string, Json>>,
  before: boolean,
): Witness {
  return witness("request", operation, more, before);
}

/** A request of the old side with one parameter; undefined where the value is not written as it stands. */
export function requestWith(
  operation: Operation,
  { in: place, name }: Pick<Parameter, "in" | "name">,
  value: Json,
): Witness | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const text = String(value);
  const written = encodeURIComponent(text);
  switch (place) {
    case "query":
      return request(operation, { path: `${operation.path}?${encodeURIComponent(name)}=${written}` }, true);
    case "header":
      return request(operation, { headers: new Map([[name, text]]) }, true);
    case "cookie":
      return request(operation, { headers: new Map([["Cookie", `${name}=${written}`]]) }, true);
    default:
      return undefined;
  }
}

/** A response that one side may give. */
export function response(
  operation: Operation,
  status: string,
  more: Readonly<Record<string, Json>>,
  before: boolean,
): Witness {
  return witness("response", operation, { status, ...more }, before);
}

function witness(
  kind: Witness["kind"],
  { method, path }: Operation,
  more: Readonly<Record<string, Json>>,
  before: boolean,
): Witness {
  return {
    kind,
    value: new Map<string, Json>(Object.entries({ method, path, ...more })),
    before: before ? "accepted" : "rejected",
    after: before ? "rejected" : "accepted",
  };
}
