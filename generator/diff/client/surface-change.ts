import type { Place } from "../../location.ts";
import type { Operation } from "../../model/operation.ts";
import type { Level } from "../change.ts";

/** What happens to a name of the generated package, and where in the specs that comes from. */
export interface SurfaceChange {
  /** `Order.name`, `api.orders.getOrder`. */
  readonly symbol: string;
  readonly level: Level;
  readonly message: string;
  readonly before: Place | null;
  readonly after: Place | null;
  /** The component that it is a part of. */
  readonly schema: string | undefined;
  /** The operation that it is a part of, as it was. */
  readonly operation: Operation | undefined;
  /** The property or the parameter that it is about. */
  readonly member: string | undefined;
  /** What a program does that trips over it; undefined for both. */
  readonly use: "made" | "read" | undefined;
}

export type NoteSymbol = (change: SurfaceChange) => void;
