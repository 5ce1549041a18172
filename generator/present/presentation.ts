import type { Change, Comparison } from "../diff/change.ts";
import type { Location, Place } from "../location.ts";

/** One side of a comparison, as a reader knows it. */
export interface SideName {
  /** The commit; null for the working tree and for files that are named. */
  readonly revision: string | null;
  /** The spec's first file, relative to the root of the repository. */
  readonly file: string;
}

export type SideOf = "base" | "revision";

/** All that a format needs to know. Formats are pure: the same presentation gives the same text. */
export interface Presentation {
  readonly base: SideName;
  readonly revision: SideName;
  readonly comparison: Comparison;
  /** Entries of accepted changes that match no change of this comparison, each as a sentence. */
  readonly idle: readonly string[];
  readonly locate: (side: SideOf, place: Place) => Location;
  /** The text of one line (from 1), for a frame. */
  readonly sourceLine: (side: SideOf, file: string, line: number) => string | undefined;
  /** The address of a line in a browser, where it is known. */
  readonly linkTo?: (side: SideOf, location: Location) => string | undefined;
  /** How a call of the generated client reads before and after a change, where that tells something. */
  readonly callsOf?: (change: Change) => { readonly before: string; readonly after: string } | undefined;
  /** Whether the generated clients of both sides were compared: then a change that touches no symbol of them says so. */
  readonly knowsClient?: boolean;
  /** Whether a consumer was type-checked against both: then a breaking change that it does not notice says so. */
  readonly knowsConsumer?: boolean;
}
