import type { IsSame } from "../walk/same-shape.ts";
import type { OperationPair } from "../protocol/pair-operations.ts";

/** What belongs together in two versions although it may be called otherwise. */
export interface ClientPairs {
  readonly operations: readonly OperationPair[];
  /** New keys of components, by the old ones. */
  readonly schemas: ReadonlyMap<string, string>;
  /** Whether two shapes say the same. */
  readonly isSame: IsSame;
}
