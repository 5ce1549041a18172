import type { Outcome } from "../../generator/diagnostic.ts";
import type { SpecDocument } from "../../generator/load/document.ts";
import { loadSpec } from "../../generator/load/load-spec.ts";

/** The files of a spec by their path, or the text of the only one. */
export type Texts = string | Readonly<Record<string, string>>;

/** Load a spec from texts; it starts in the first of them. */
export function loadTexts(texts: Texts): Outcome<SpecDocument | undefined> {
  const files = new Map(Object.entries(typeof texts === "string" ? { "openapi.yaml": texts } : texts));
  return loadSpec([...files.keys()][0] ?? "", (file) => files.get(file));
}

/** A spec that is right but for what the test is about. */
export function documentOf(texts: Texts): SpecDocument {
  const { value } = loadTexts(texts);
  if (value === undefined) throw new Error("The spec of this test is no OpenAPI document.");
  return value;
}

/** What is told about a spec, each complaint as `file:line:column code`. */
export function complaintsOf(texts: Texts): readonly string[] {
  const { value, diagnostics } = loadTexts(texts);
  return diagnostics.map(({ code, place, on, position }) => {
    const { line, column } = position ?? value?.locate(place, on) ?? { line: 0, column: 0 };
    return `${place.file}:${line}:${column} ${code}`;
  });
}

/** The sentences of the complaints, what to do included. */
export function sentencesOf(texts: Texts): readonly string[] {
  return loadTexts(texts).diagnostics.map(({ message, help }) => `${message} ${help}`);
}
