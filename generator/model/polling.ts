import type { Json } from "../json.ts";
import type { Link, Operation, ParameterPlace } from "./operation.ts";
import type { ValuePath } from "./paging.ts";

/** How to wait for the end of what an operation begins. */
export interface PollingPlan {
  readonly link: Link;
  /** The operation that tells how far it has come. */
  readonly target: Operation;
  /** What each of its parameters is given. */
  readonly given: readonly {
    readonly parameter: { readonly in: ParameterPlace; readonly name: string };
    readonly source: PollingSource;
  }[];
  readonly body?: PollingSource;
  readonly state: ValuePath;
  readonly done: readonly Json[];
  readonly failed: readonly Json[];
  /** Whether the answer of the first call is of the kind that tells how far it has come. */
  readonly isSame: boolean;
  /** The statuses of success after which there is something to wait for; absent: all. */
  readonly after?: readonly string[];
}

/** Where a value comes from (OpenAPI 3.1, "Runtime Expressions"). */
export type PollingSource =
  | { readonly kind: "parameter"; readonly in: ParameterPlace; readonly name: string }
  | { readonly kind: "requestBody"; readonly path: ValuePath }
  | { readonly kind: "answer"; readonly path: ValuePath }
  | { readonly kind: "header"; readonly name: string }
  | { readonly kind: "value"; readonly value: Json };

/** How to wait for the end of what an operation begins, or what is wrong with what its author says about it. */
export interface PollingFinding {
  readonly plan?: PollingPlan;
  /** The link at fault, and why. */
  readonly fault?: { readonly link: Link; readonly why: string };
}
