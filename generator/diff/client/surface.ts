import type { Place } from "../../location.ts";
import type { Model } from "../../model/api.ts";
import type { Directions } from "../../model/directions.ts";
import type { Operation } from "../../model/operation.ts";
import type { Shape } from "../../model/shape.ts";
import type { Names, OperationNames } from "../../names/names.ts";
import type { TsType } from "./ts-type.ts";

/** All that a program can use of one generated package: what it exports, and what a client has. */
export interface Surface {
  readonly names: Names;
  /** By their names. */
  readonly types: ReadonlyMap<string, DeclaredType>;
  readonly calls: readonly ClientCall[];
  /** The properties of a client that hold calls, each with the type of it. */
  readonly groups: ReadonlyMap<string, string>;
  /** By the ids of models. */
  readonly models: ReadonlyMap<string, Model>;
  readonly directions: ReadonlyMap<string, Directions>;
  /** The ids of models with the properties that tell them apart from others: `id property`. */
  readonly discriminators: ReadonlySet<string>;
}

/** What somebody does with the values of a type: make them, read them. */
export interface Use {
  readonly made: boolean;
  readonly read: boolean;
}

/** A type that the package exports. */
export interface DeclaredType extends Use {
  readonly name: string;
  /** As it is printed; two types of one text differ in what they name at most. */
  readonly text: () => string;
  readonly type: () => TsType;
  readonly origin: Origin;
  /** The values that are exported under its name, by their keys; undefined where there are none. */
  readonly values: () => ReadonlyMap<string, string> | undefined;
  /** What it is made of; undefined where that is the API as a whole. */
  readonly subject: Model | Operation | undefined;
  /** What the API sends by itself: all of it is read but the answer, which is made. */
  readonly isCalled?: true;
}

/** Where a type or a part of it comes from. */
export interface Origin {
  readonly place: Place;
  /** What it was printed from, if that is one shape. */
  readonly shape?: Shape | undefined;
  /** Where its members come from, if they are no properties of that shape. */
  readonly members?: ReadonlyMap<string, Origin>;
  /** The component that it is a part of. */
  readonly schema?: string | undefined;
  /** The operation that it is a part of. */
  readonly operation?: Operation | undefined;
}

/** A function of the package, which is a method of the client too. */
export interface ClientCall {
  readonly operation: Operation;
  readonly names: OperationNames;
  /** Whether it may be called without parameters. */
  readonly isOptional: boolean;
  readonly promise: () => TsType;
}
