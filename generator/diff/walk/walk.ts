import type { Shape } from "../../model/shape.ts";
import type { Engine } from "../../subtype/engine.ts";
import type { Models, Term } from "../../subtype/term.ts";
import type { Direction } from "../../values/verdict.ts";
import type { IsSame } from "./same-shape.ts";
import type { WalkNode } from "./walk-node.ts";

/** Where two schemas meet for the first time: in a body, a parameter, a header. */
export interface Site {
  readonly label: string;
  readonly before: Shape;
  readonly after: Shape;
  readonly direction: Direction;
  /** Whether the values travel as text. */
  readonly spelled: boolean;
}

/** The comparison of all schemas of two APIs; each pair is looked at once in each direction. */
export interface Walk {
  readonly models: Models;
  readonly isSame: IsSame;
  /** Undefined where both say the same. */
  readonly visit: (site: Site) => WalkNode | undefined;
  /** Go from a node to a pair of schemas inside it. */
  readonly enter: (parent: WalkNode, step: Step, before: Term, after: Term) => void;
  readonly engineFor: (direction: Direction, spelled: boolean) => Engine;
  readonly nodes: ReadonlyMap<string, WalkNode>;
}

export type Step =
  | { readonly kind: "property"; readonly name: string }
  | { readonly kind: "item"; readonly index: number }
  | { readonly kind: "rest"; readonly name: string }
  | { readonly kind: "branch" };
