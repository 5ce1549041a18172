// Specs that are small to write, or large and dull, and that ask for more than there is of whoever takes them step by
// step. The sizes are such that what grows with the square of them has no end in time.

/** The title, what the spec is, and the complaints that it ends in; none of these is an error where it says `finished`. */
export interface Bomb {
  readonly name: string;
  readonly text: () => string;
  readonly codes: readonly string[];
  readonly isFinished: boolean;
  /** Whether it is for those who make the wire types and those who break lines, too. */
  readonly isDeep?: true;
}

type Plain = Readonly<Record<string, unknown>>;

export function range<T>(length: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length }, (_, index) => make(index));
}

/** An object of so many members. */
export function object(length: number, make: (index: number) => readonly [string, unknown]): Plain {
  return Object.fromEntries(range(length, make));
}

export const ref = (name: string | number, kind = "schemas"): Plain => ({
  $ref: `#/components/${kind}/${name}`,
});
export const responses = { "204": { description: "Nothing." } };
export const json = (schema: unknown): Plain => ({ "application/json": { schema } });

/** A whole spec of 3.1. */
export function spec(fields: Plain): string {
  return JSON.stringify({ openapi: "3.1.0", info: { title: "Bomb", version: "1" }, paths: {}, ...fields });
}

/** A spec of these schemas; one operation sends and answers the last one. */
export function schemas(all: Plain): string {
  const content = json(ref(Object.keys(all).at(-1) ?? ""));
  const use = {
    operationId: "use",
    requestBody: { content },
    responses: { "200": { description: "It.", content } },
  };
  return spec({ paths: { "/use": { post: use } }, components: { schemas: all } });
}

/** Schemas S0, S1 and so on, each made of the one before it. */
export function chain(
  length: number,
  make: (before: Plain, index: number) => unknown,
  end: unknown = { type: "object", properties: { a: { type: "string" } } },
): string {
  return schemas({ S0: end, ...object(length, (index) => [`S${index + 1}`, make(ref(`S${index}`), index)]) });
}

/** One operation, `POST /a`, with these fields. */
export function operation(fields: Plain, around: Plain = {}): string {
  return spec({ paths: { "/a": { post: { operationId: "a", responses, ...fields } } }, ...around });
}

/** YAML below a head of its own. */
export function yaml(body: string): string {
  return `openapi: 3.1.0\ninfo: { title: Bomb, version: "1" }\npaths: {}\n${body}\n`;
}

/** A value around a value, so many times. */
export function nest(depth: number, make: (inner: unknown, index: number) => unknown, end: unknown): unknown {
  let value = end;
  for (let index = 0; index < depth; index++) value = make(value, index);
  return value;
}

export function finished(name: string, text: () => string, ...codes: readonly string[]): Bomb {
  return { name, text, codes, isFinished: true };
}

/** One that is finished, and deep where others are wide. */
export function deep(name: string, text: () => string): Bomb {
  return { ...finished(name, text), isDeep: true };
}

export function refused(name: string, text: () => string, ...codes: readonly string[]): Bomb {
  return { name, text, codes, isFinished: false };
}
