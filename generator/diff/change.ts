import type { Json } from "../json.ts";
import type { Place } from "../location.ts";

/**
 * What a change does to a client of the old API that is running: it misbehaves (`breaking`), it may, or nobody
 * can tell (`warning`), or it does not (`info`).
 */
export type Level = "breaking" | "warning" | "info";

export type Verdict = "breaking" | "warning" | "compatible" | "none";

/** The part of the next version that has to grow (Semantic Versioning 2.0.0). */
export type Bump = "major" | "minor" | "patch" | "none";

/** Which way the values travel that a change is about, seen from the client; none: it is about no value. */
export type ChangeDirection = "request" | "response" | "none";

/** One edit of the spec, however many operations it reaches. */
export interface Change {
  /** Made of the meaning of the change: no wording, no line and no file name goes into it. */
  readonly id: string;
  /** The rule that speaks of it; see the catalogue. */
  readonly code: string;
  readonly level: Level;
  readonly direction: ChangeDirection;
  /** Those that it reaches, the ones that it breaks first. */
  readonly operations: readonly ReachedOperation[];
  /** The component that was edited; null for what stands in an operation itself. */
  readonly schema: string | null;
  /** What changed, in one sentence. */
  readonly message: string;
  /** Why it has this level, in one line. */
  readonly why: string;
  /** Where it stands in the old spec; null for what is new. */
  readonly before: Place | null;
  /** Where it stands in the new spec; null for what is gone. */
  readonly after: Place | null;
  /** A proof that one side allows what the other does not. */
  readonly witness: Witness | null;
  /** Why neither a proof nor a witness could be found. */
  readonly unproved: string | null;
  /** A way to make the change that breaks nobody. */
  readonly suggestion: string | null;
  readonly accepted: Accepted | null;
  readonly client: readonly ClientChange[];
}

export interface ReachedOperation {
  /** The operationId, else the method and the path. */
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly direction: ChangeDirection;
}

export interface Witness {
  readonly kind: "value" | "request" | "response";
  /** The JSON value; of a request or response a map with what tells: `method`, `path`, `status`, `headers`, `body`. */
  readonly value: Json;
  /** What each side says of it. */
  readonly before: "accepted" | "rejected";
  readonly after: "accepted" | "rejected";
  /** The schemas that judge a value, on each side. */
  readonly schemas?: { readonly before: Place; readonly after: Place };
}

export interface Accepted {
  readonly reason: string;
  /** A day, `2027-01-31`; absent: for ever. */
  readonly expires?: string;
}

/** What happens to one exported name of the generated package. */
export interface ClientChange {
  /** `Order.name`, `api.orders.getOrder`. */
  readonly symbol: string;
  readonly level: Level;
  readonly message: string;
  /** Where a consumer's program stops compiling because of it. */
  readonly consumer: readonly ConsumerError[];
}

export interface ConsumerError {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** All changes between two versions of an API, the worst first. */
export interface Comparison {
  readonly verdict: Verdict;
  readonly bump: Bump;
  readonly changes: readonly Change[];
}
