import { expect, it } from "vitest";
import type { Callback, Operation } from "../../generator/model/operation.ts";
import { apiFrom } from "../builders/spec-texts.ts";

/** The callbacks below an operation: names, and what is told of each. */
type Told = { readonly [name: string]: Told | "told elsewhere" };

function toldOf(callbacks: readonly Callback[]): Told {
  return Object.fromEntries(
    callbacks.map(({ name, operations }) => [
      name,
      operations.length === 0
        ? "told elsewhere"
        : toldOf(operations.flatMap((operation) => operation.callbacks)),
    ]),
  );
}

function firstOf(text: string): Operation {
  const [operation] = apiFrom(text).operations;
  if (operation === undefined) throw new Error("The spec of this test has no operation.");
  return operation;
}

const start = (...names: readonly string[]): string =>
  `paths: { /a: { post: { callbacks: { ${names.map((name) => `${name}: { $ref: "#/components/callbacks/${name}" }`).join(", ")} } } } }`;

/** A callback that calls others back in turn. */
const callback = (name: string, ...others: readonly string[]): string =>
  `${name}: { $url: { post: { callbacks: { ${others.map((other) => `${other}: { $ref: "#/components/callbacks/${other}" }`).join(", ")} } } } }`;

const callbacks = (...list: readonly string[]): string =>
  `\ncomponents: { callbacks: { ${list.join(", ")} } }`;

it("tells what a callback calls back in turn", () => {
  const { callbacks: found } = firstOf(
    start("a") + callbacks(callback("a", "b"), callback("b", "c"), callback("c")),
  );
  expect(toldOf(found)).toEqual({ a: { b: { c: {} } } });
});

it("tells of a callback that calls itself back, once more by its name alone", () => {
  const { callbacks: found } = firstOf(start("a") + callbacks(callback("a", "a")));
  expect(toldOf(found)).toEqual({ a: { a: "told elsewhere" } });
});

it("tells of callbacks that call each other back, the same for each of the names of an operation", () => {
  const { callbacks: found } = firstOf(start("a", "b") + callbacks(callback("a", "b"), callback("b", "a")));
  expect(toldOf(found)).toEqual({
    a: { b: { a: "told elsewhere" } },
    b: { a: "told elsewhere" },
  });
});

it("tells of a path that calls itself back", () => {
  const { callbacks: found } = firstOf(
    'paths: { /a: { post: { callbacks: { c: { $url: { $ref: "#/paths/~1a" } } } } } }',
  );
  expect(toldOf(found)).toEqual({ c: { c: "told elsewhere" } });
});

it("tells all callbacks of every operation, whatever the others tell", () => {
  const paths = ["/a", "/b"].map(
    (path) =>
      `${path}: { post: { callbacks: { x: { $ref: "#/components/callbacks/x" }, y: { $ref: "#/components/callbacks/x" } } } }`,
  );
  const { operations } = apiFrom(
    `paths: { ${paths.join(", ")} }${callbacks(callback("x", "z"), callback("z"))}`,
  );
  expect(operations.map((operation) => toldOf(operation.callbacks))).toEqual([
    { x: { z: {} }, y: { z: "told elsewhere" } },
    { x: { z: {} }, y: { z: "told elsewhere" } },
  ]);
});

it("bears callbacks that are nested without end, and such as double with every step", () => {
  const names = Array.from({ length: 5000 }, (_, index) => `c${index}`);
  const chain = names.map((name, index) => callback(name, names[index + 1] ?? name));
  expect(JSON.stringify(toldOf(firstOf(start("c0") + callbacks(...chain)).callbacks)).length).toBeLessThan(
    200,
  );
  const twice = (next: string): string =>
    `x: { $ref: "#/components/callbacks/${next}" }, y: { $ref: "#/components/callbacks/${next}" }`;
  const tree = names
    .slice(0, 60)
    .map(
      (name, index) => `${name}: { $url: { post: { callbacks: { ${twice(names[index + 1] ?? name)} } } } }`,
    );
  expect(JSON.stringify(toldOf(firstOf(start("c0") + callbacks(...tree)).callbacks)).length).toBeLessThan(
    1000,
  );
});
