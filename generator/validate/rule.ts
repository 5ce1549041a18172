import type { Diagnostic } from "../diagnostic.ts";
import type { SpecDocument, SpecNode, SpecObject } from "../load/document.ts";
import type { ObjectKind } from "../load/grammar/grammar.ts";
import type { Effort } from "./effort.ts";
import type { PathEntry } from "./paths.ts";

/** The spec as a rule sees it: walked once and sorted, so that a rule looks things up and never walks. */
export interface Subject {
  readonly document: SpecDocument;
  /** Every object that the spec reaches, each once, as what it is meant to be. */
  readonly objects: readonly SpecObject[];
  /** Those of one kind. */
  readonly of: (kind: ObjectKind) => readonly SpecNode[];
  /** Whatever says by `type` and the like which values it holds: schemas, and in Swagger 2.0 parameters and headers too. */
  readonly typed: readonly SpecNode[];
  /** What the specification calls the object at a node; undefined if there is none. */
  readonly kindOf: (node: SpecNode) => ObjectKind | undefined;
  readonly effort: Effort;
  /** The paths of the API with their operations. */
  readonly paths: readonly PathEntry[];
}

/** Says what one thing the standard asks for is amiss in a spec, and nothing of a spec that is right. */
export type Rule = (subject: Subject) => Iterable<Diagnostic>;
