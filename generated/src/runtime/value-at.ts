// Part of the runtime that specwright ships with each client. Do not edit.
/** The keys that lead to a value inside of another. */
export type Path = readonly string[];

/** A value inside of another; `undefined` where there is none. Only what is the value's own. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === "object" && inner !== null && Object.hasOwn(inner, key)
        ? Reflect.get(inner, key)
        : undefined,
    value,
  );
}

/** A value as text that tells it from others, bigints included; empty for nothing at all. */
export function textFor(value: unknown): string {
  const text: string | undefined = JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "bigint" ? `${part}n` : part,
  );
  return text ?? "";
}
