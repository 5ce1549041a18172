import type { ObjectShape, Shape } from "../model/shape.ts";

/** Objects that hold at once, without the null that all of them hold too, or only some. */
export interface NullableParts {
  readonly parts: readonly Shape[];
  /** Whether null holds for all of them. */
  readonly isNullable: boolean;
}

/**
 * Take null apart from objects that are written out, so that these become one: `({ a: A } | null) & { b: B }` is an
 * object with both. Any other parts stay as they are.
 */
export function nullableParts(parts: readonly Shape[]): NullableParts {
  const bare = parts.map(withoutNull);
  const objects = bare.flatMap(({ object }) => object ?? []);
  const isSaid = bare.some(({ isNullable }, index) => isNullable && parts[index]?.kind === "union");
  if (objects.length < parts.length || !isSaid) return { parts, isNullable: false };
  return { parts: objects, isNullable: bare.every(({ isNullable }) => isNullable) };
}

interface Bare {
  readonly object: ObjectShape | undefined;
  readonly isNullable: boolean;
}

function withoutNull(part: Shape): Bare {
  // What is said of objects by someone who names no type says nothing of null.
  if (part.kind === "object") return { object: part, isNullable: part.implied === true };
  if (part.kind !== "union") return { object: undefined, isNullable: false };
  const [only, ...others] = part.branches.filter(({ kind }) => kind !== "null");
  const isNullable = others.length + 1 < part.branches.length;
  const object = others.length === 0 && only?.kind === "object" ? only : undefined;
  return { object, isNullable };
}
