import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Diagnostic } from "../../generator/diagnostic.ts";
import type { SpecDocument } from "../../generator/load/document.ts";
import { loadSpec } from "../../generator/load/load-spec.ts";
import { openOverlays } from "../../generator/load/overlays/open-overlays.ts";
import { formatLocation } from "../../generator/location.ts";
import { validateSpec } from "../../generator/validate/validate-spec.ts";

// One folder is one story: spec/ goes in, and expected.txt is what its author is told.
// After an intended change run `UPDATE=1 npx vitest run test/complaints`, then read each sentence as that author.
const here = import.meta.dirname;
const stories = readdirSync(here).filter((name) => statSync(join(here, name)).isDirectory());

it.each(stories)("%s", (story) => {
  const told = complaintsOf(join(here, story, "spec"));
  const file = join(here, story, "expected.txt");
  if (process.env["UPDATE"] !== undefined) writeFileSync(file, told);
  expect(told).toBe(readFileSync(file, "utf8"));
});

function complaintsOf(folder: string): string {
  const entry = existsSync(join(folder, "openapi.json")) ? "openapi.json" : "openapi.yaml";
  const overlays = readdirSync(folder)
    .filter((file) => file.startsWith("overlay"))
    .map((file) => ({ file, text: read(join(folder, file)) ?? "" }));
  const { value: document, diagnostics } = loadSpec(
    entry,
    (file) => read(join(folder, file)),
    {},
    overlays.length === 0 ? {} : { overlays: openOverlays(overlays) },
  );
  const found = [...diagnostics, ...(document === undefined ? [] : validateSpec(document))];
  return found.map((diagnostic) => print(diagnostic, document)).join("");
}

function read(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

function print(diagnostic: Diagnostic, document: SpecDocument | undefined): string {
  const { code, severity, message, help, place, on, position, related } = diagnostic;
  const at = { ...place, ...(position ?? document?.locate(place, on) ?? { line: 0, column: 0 }) };
  const others = related.map((other) => {
    const there = document?.locate(other.place) ?? { ...other.place, line: 0, column: 0 };
    return `  ${formatLocation(there)} ${other.message}\n`;
  });
  return `${formatLocation(at)} ${severity} ${code} ${message}\n  ${help}\n${others.join("")}`;
}
