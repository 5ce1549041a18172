import type { Json } from "../json.ts";
import type { Place } from "../location.ts";

/**
 * A set of JSON values, closed under `kind`: a new kind breaks the build wherever it is not handled.
 * Shapes mean what JSON Schema 2020-12 means, whatever version the spec was written in, and stay as they
 * were written: nothing is merged, members keep the order of the spec.
 */
export type Shape =
  | AnyShape
  | NeverShape
  | NullShape
  | BooleanShape
  | StringShape
  | NumberShape
  | ListShape
  | ObjectShape
  | ChoiceShape
  | ReferenceShape
  | UnionShape
  | AllShape
  | NotShape
  | ConditionalShape;

interface Written {
  readonly place: Place;
  readonly notes?: Notes;
}

/** What is said about a shape that does not decide which values it holds. */
export interface Notes {
  readonly title?: string;
  readonly description?: string;
  readonly deprecated?: true;
  /** Responses only: a request that sends it is wrong or ignored. */
  readonly readOnly?: true;
  /** Requests only: no response holds it. */
  readonly writeOnly?: true;
  readonly default?: Json;
  readonly examples?: readonly Json[];
  /** Where each of the examples stands. */
  readonly examplesAt?: readonly Place[];
  readonly docs?: Docs;
  /** `x-name`: fixes the name of the type for ever. */
  readonly name?: string;
  readonly extensions?: readonly Extension[];
  /** Limits for values of types that the schema does not allow: `maxItems` of a string keeps nothing out. */
  readonly misplaced?: readonly Misplaced[];
}

/** A keyword that says nothing of the values of its schema, kept as it was written. */
export interface Misplaced {
  readonly keyword: string;
  readonly value: Json;
}

/** A link to further reading. */
export interface Docs {
  readonly url: string;
  readonly description?: string;
}

/** An `x-` field that has no meaning for us, kept as it is. */
export interface Extension {
  readonly name: string;
  readonly value: Json;
}

/** A constraint that nobody gave a type holds for values of its kind only; every other value passes. */
interface Typed extends Written {
  readonly implied?: true;
}

/** Every value. */
export interface AnyShape extends Written {
  readonly kind: "any";
}

/** No value. */
export interface NeverShape extends Written {
  readonly kind: "never";
}

export interface NullShape extends Written {
  readonly kind: "null";
}

export interface BooleanShape extends Written {
  readonly kind: "boolean";
}

/** Lengths count Unicode code points. */
export interface StringShape extends Typed {
  readonly kind: "string";
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  /** ECMA-262 regular expressions, not anchored; all of them hold. */
  readonly pattern?: string;
  readonly encoding?: string;
  readonly mediaType?: string;
  readonly content?: Shape;
}

export interface NumberShape extends Typed {
  readonly kind: "number";
  readonly integer: boolean;
  readonly format?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly exclusiveMinimum?: number | bigint;
  readonly exclusiveMaximum?: number | bigint;
  readonly multipleOf?: number | bigint;
}

export interface ListShape extends Typed {
  readonly kind: "list";
  /** The first items, one by one. */
  readonly prefix?: readonly Shape[];
  /** Every item after the prefix; absent: anything. */
  readonly items?: Shape;
  readonly contains?: Shape;
  readonly minContains?: number;
  readonly maxContains?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly unique?: true;
  readonly unevaluated?: Shape;
}

export interface ObjectShape extends Typed {
  readonly kind: "object";
  readonly properties: readonly Property[];
  /** Required names that `properties` does not list. */
  readonly alsoRequired?: readonly string[];
  readonly patterns?: readonly PatternProperties[];
  /** Every property not named above; absent: anything. */
  readonly rest?: Shape;
  readonly names?: Shape;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly dependentRequired?: readonly { readonly name: string; readonly requires: readonly string[] }[];
  readonly dependentShapes?: readonly { readonly name: string; readonly shape: Shape }[];
  readonly unevaluated?: Shape;
  /** Tells apart the models that are made of this one. */
  readonly discriminator?: Discriminator;
}

export interface Property {
  readonly name: string;
  readonly required: boolean;
  readonly shape: Shape;
}

export interface PatternProperties {
  readonly pattern: string;
  readonly shape: Shape;
}

/** One of a list of values (`enum`, `const`). */
export interface ChoiceShape extends Written {
  readonly kind: "choice";
  readonly values: readonly Choice[];
  /** What else was said of the same value; a listed value outside of it is none. */
  readonly within?: Shape;
  /** `x-extensible-enum`: the list is known to grow. */
  readonly extensible?: true;
}

export interface Choice {
  readonly value: Json;
  readonly name?: string;
  readonly description?: string;
}

/** The model with this id; see `Model.id`. */
export interface ReferenceShape extends Written {
  readonly kind: "reference";
  readonly id: string;
}

/** At least one of the branches (`any`), or exactly one (`one`). */
export interface UnionShape extends Written {
  readonly kind: "union";
  readonly mode: "any" | "one";
  readonly branches: readonly Shape[];
  readonly discriminator?: Discriminator;
}

/** The property that tells the branches apart, and the value that each of them has there. */
export interface Discriminator {
  readonly property: string;
  readonly mapping: readonly { readonly value: string; readonly id: string }[];
  /** OpenAPI 3.2: where the property is missing or unknown. */
  readonly fallback?: string;
}

/** All of the parts at once. */
export interface AllShape extends Written {
  readonly kind: "all";
  readonly parts: readonly Shape[];
  readonly discriminator?: Discriminator;
}

export interface NotShape extends Written {
  readonly kind: "not";
  readonly shape: Shape;
}

export interface ConditionalShape extends Written {
  readonly kind: "conditional";
  readonly condition: Shape;
  readonly then?: Shape;
  readonly otherwise?: Shape;
}
