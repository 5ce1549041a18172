import { type Direction, oneWay } from "../model/directions.ts";
import type { Shape } from "../model/shape.ts";
import type { ViewContext } from "./view-context.ts";

/** What decides how a shape reads in one place. */
export interface TypeContext {
  readonly views: ViewContext;
  readonly direction: Direction;
  /** Whether an enum may hold values that are not listed: a server invents some later. */
  readonly isOpen: boolean;
  /** The body is no JSON, so what it holds as `format: binary` are real bytes. */
  readonly isBinary: boolean;
  /** Asks for the type of a model by its name; gives the name that it has in the file. */
  readonly nameOf: (type: string) => string;
  /** Asks for a type of a module of the runtime. */
  readonly runtimeType: (name: string, module: string) => string;
  /** The model that consists of this shape right away; absent inside of objects and lists. */
  readonly owner?: string;
  /** The shape is one of several that hold at once, or already a variant of another one. */
  readonly isPart?: boolean;
  /** Other shapes hold for the same object, and may describe properties that this one has no word of. */
  readonly isBeside?: boolean;
}

/** The context for what stands inside an object or a list. */
export function inside(around: TypeContext): TypeContext {
  const { owner: _owner, isPart: _isPart, isBeside: _isBeside, ...context } = around;
  return context;
}

/** A type, and how loosely its outermost operator binds. */
export interface TypeText {
  readonly text: string;
  readonly binds: "tightly" | "as intersection" | "as union";
}

/** Prints a shape inside another one. */
export type PrintType = (shape: Shape, context: TypeContext) => TypeText;

/** A type that no operator can tear apart. */
export function tight(text: string): TypeText {
  return { text, binds: "tightly" };
}

/** Types joined to a union, each once; a type that holds all others stands alone. */
export function unionOf(types: readonly TypeText[]): TypeText {
  const texts = [...new Set(types.map(({ text }) => text))].filter((text) => text !== "never");
  if (texts.includes("unknown")) return tight("unknown");
  const [only] = texts;
  if (only === undefined) return tight("never");
  if (texts.length === 1) return types.find(({ text }) => text === only) ?? tight(only);
  return { text: texts.join(" | "), binds: "as union" };
}

/** The text where something that binds tightly is wanted. */
export function bracketed({ text, binds }: TypeText): string {
  return binds === "tightly" ? text : `(${text})`;
}

/** Whether a property is part of what travels in this direction. */
export function travels(shape: Shape, { views, direction }: TypeContext): boolean {
  const only = oneWay(views.models, shape);
  return only === undefined || only === direction;
}
