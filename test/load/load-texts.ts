import type { Outcome } from "../../generator/diagnostic.ts";
import type { SpecDocument } from "../../generator/load/document.ts";
import { loadSpec } from "../../generator/load/load-spec.ts";
import { openOverlays } from "../../generator/load/overlays/open-overlays.ts";

/** The files of a spec by their path, or the text of the only one. */
export type Texts = string | Readonly<Record<string, string>>;

/** Load a spec from texts; it starts in the first of them, and those called `overlay…` change that. */
export function loadTexts(texts: Texts): Outcome<SpecDocument | undefined> {
  const files = new Map(Object.entries(typeof texts === "string" ? { "openapi.yaml": texts } : texts));
  const overlays = [...files]
    .filter(([file]) => file.startsWith("overlay"))
    .map(([file, text]) => ({ file, text }));
  const beside = overlays.length === 0 ? {} : { overlays: openOverlays(overlays) };
  return loadSpec([...files.keys()][0] ?? "", (file) => files.get(file), {}, beside);
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
    const nowhere = { line: 0, column: 0 };
    const at = position === undefined ? value?.locate(place, on) : { ...place, ...position };
    const { file, line, column } = at ?? { ...place, ...nowhere };
    return `${file}:${line}:${column} ${code}`;
  });
}

/** The sentences of the complaints, what to do included. */
export function sentencesOf(texts: Texts): readonly string[] {
  return loadTexts(texts).diagnostics.map(({ message, help }) => `${message} ${help}`);
}
