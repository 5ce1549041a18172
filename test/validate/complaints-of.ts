import { expect, it } from "vitest";
import { loadSpec } from "../../generator/load/load-spec.ts";
import { validateSpec } from "../../generator/validate/validate-spec.ts";

/** The fields of an operation that is right. */
export const answers = 'responses: { "204": { description: Nothing. } }';

/** A title, what a spec holds from its third line on, and what there is to say of it; 3.1 unless it says otherwise. */
export type Row = readonly [string, string, readonly string[], string?];

export function specOf(body: string, version = "3.1.0"): string {
  return `openapi: ${version}\ninfo: { title: Orders, version: "1" }\n${body}`;
}

/** What there is to say of a spec, load included, each complaint as `line:column code`. */
export function complaintsOf(text: string): readonly string[] {
  const { value: document, diagnostics } = loadSpec("openapi.yaml", (file) =>
    file === "openapi.yaml" ? text : undefined,
  );
  const found = [...diagnostics, ...(document === undefined ? [] : validateSpec(document))];
  return found.map(({ code, place, on, position }) => {
    const { line, column } = position ?? document?.locate(place, on) ?? { line: 0, column: 0 };
    return `${line}:${column} ${code}`;
  });
}

/** One test for each row. */
export function itSays(rows: readonly Row[]): void {
  const full = rows.map(
    ([title, body, expected, version = "3.1.0"]) => [title, body, expected, version] as const,
  );
  it.each(full)("%s", (_, body, expected, version) => {
    expect(complaintsOf(specOf(body, version))).toEqual(expected);
  });
}
