import type { Json } from "../../json.ts";
import type { Place } from "../../location.ts";
import type { Engine } from "../../subtype/engine.ts";
import type { Term } from "../../subtype/term.ts";
import type { Direction } from "../../values/verdict.ts";

/** What a pair of schemas is a part of, and what readers are told about: a component, or what an operation sends. */
export interface Home {
  /** As in a sentence: the schema `Order`, the query parameter `days`. */
  readonly label: string;
  /** The component; null for what stands in an operation itself. */
  readonly schema: string | null;
  readonly before: Term;
  readonly after: Term;
}

/** Two schemas that belong together, met in one direction. */
export interface WalkNode {
  readonly engine: Engine;
  readonly direction: Direction;
  readonly home: Home;
  /** The way from the home, as a reader writes it: `items[].price`. */
  readonly path: string;
  readonly before: Term;
  readonly after: Term;
  readonly edits: Edit[];
  readonly children: WalkNode[];
  /** Whether it is proved that nothing in it breaks anybody. */
  readonly isSafe: boolean;
  /** Whether it is one alternative among others, which may take what it no longer takes. */
  readonly isBranch: boolean;
  /** A value of the home around each value of the node. */
  readonly lift: (values: Iterable<Json>) => Iterable<Json>;
}

/** What an edit does in its direction: it is proved to hurt, may hurt, or is proved not to. */
export type Harm = "proved" | "possible" | "none";

/** A value that one side allows, and the schemas that judge it. */
export interface ShownValue {
  readonly value: Json;
  readonly before: Place;
  readonly after: Place;
}

/** What is told of an edit, whatever it does. */
export interface ToldEdit {
  /** What tells this edit from others of the same place: the keyword, the name of the property, the value. */
  readonly about: string;
  readonly before: Place | null;
  readonly after: Place | null;
  /** For sentences: what was and what is. */
  readonly old?: string | undefined;
  readonly new?: string | undefined;
  /** The level that it has at the most, or at the least, by a convention that its rule does not know. */
  readonly most?: "warning" | undefined;
  readonly least?: "warning" | undefined;
  /** Whether it has the level of its rule, whichever values there are. */
  readonly byRule?: boolean | undefined;
}

/** Something that was edited, as seen at one node. */
export interface Edit extends ToldEdit {
  /** The rule without its direction: `maximum-tightened`. */
  readonly rule: string;
  readonly harm: Harm;
  /** Looks for the smallest whole value that shows it; undefined where another edit makes up for this one. */
  readonly prove?: () => ShownValue | undefined;
  readonly unproved?: string;
}
