import type { SecurityScheme } from "../../model/api.ts";
import type { Operation } from "../../model/operation.ts";
import type { Direction } from "../../values/verdict.ts";
import type { Walk } from "../walk/walk.ts";
import type { WalkNode } from "../walk/walk-node.ts";
import type { Note } from "./finding.ts";

/** By name. */
export type Schemes = ReadonlyMap<string, SecurityScheme>;

/** What the comparison of two operations needs and adds to. */
export interface OperationContext {
  readonly walk: Walk;
  readonly note: Note;
  /** Tell where a comparison of schemas begins, and for which operation. */
  readonly begin: (node: WalkNode | undefined, operation: Operation) => void;
  readonly schemes: { readonly before: Schemes; readonly after: Schemes };
  readonly today: string | undefined;
  /** Which way the body of a request goes, seen from the client; a webhook's comes to it. */
  readonly sent: Direction;
  readonly answered: Direction;
  /** Whether the API makes the request, at an address that it was given: a webhook or a callback. */
  readonly isCall?: true;
}
