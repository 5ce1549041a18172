import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readerWithin } from "../../generator/disk.ts";
import { loadSpec } from "../../generator/load/load-spec.ts";
import { readJson } from "../../generator/load/read-json.ts";
import { pointerKeys } from "../../generator/location.ts";
import { printJson } from "../../generator/json.ts";
import { readYaml, writeYaml } from "../../generator/yaml.ts";

const repository = join(import.meta.dirname, "../..");
const files = readdirSync(join(repository, "spec"), { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".yaml"))
  .map((path) => `spec/${path.replaceAll("\\", "/")}`)
  .sort();
const read = readerWithin(repository);
const textOf = (file: string): string => readFileSync(join(repository, file), "utf8");

it("loads without complaint, and reaches every one of its files", () => {
  const { value, diagnostics } = loadSpec("spec/openapi.yaml", read);
  expect(diagnostics).toEqual([]);
  expect(value?.version).toBe("3.1");
  expect([...(value?.files.keys() ?? [])].sort()).toEqual(files);
});

it("has 13 operations, each of them once", () => {
  const { value } = loadSpec("spec/openapi.yaml", read);
  const operations = value?.objects.filter(({ kind }) => kind === "Operation") ?? [];
  expect(operations).toHaveLength(13);
});

it("locates every object at its own text", () => {
  const { value } = loadSpec("spec/openapi.yaml", read);
  for (const { node } of value?.objects ?? []) {
    const key = pointerKeys(node.place.pointer).at(-1);
    if (key === undefined || /^\d+$/.test(key)) continue;
    const { line, column } = value?.locate(node.place, "key") ?? { line: 0, column: 0 };
    const rest = (textOf(node.place.file).split("\n")[line - 1] ?? "").slice(column - 1);
    expect(rest.replace(/^['"]/, "").startsWith(key)).toBe(true);
  }
});

it.each(files)("is the same as YAML, as JSON and as YAML again: %s", (file) => {
  const { value } = readYaml(textOf(file));
  expect(readJson(printJson(value)).value).toEqual(value);
  expect(readYaml(writeYaml(value ?? null)).value).toEqual(value);
});

// Somebody saves in the middle of a word, and watches.
it("complains about every truncated file, and never fails", () => {
  const entry = textOf("spec/openapi.yaml");
  const json = printJson(readYaml(entry).value);
  for (let step = 1; step <= 60; step++) {
    const part = (text: string): string => text.slice(0, (text.length * step * 7919) % text.length);
    const cut = files[step % files.length] ?? "";
    const broken = new Map([
      ["spec/openapi.yaml", part(entry)],
      ["spec/openapi.json", part(json)],
      [cut, part(textOf(cut))],
    ]);
    for (const start of ["spec/openapi.yaml", "spec/openapi.json"]) {
      const { value, diagnostics } = loadSpec(start, (file) => broken.get(file) ?? read(file));
      if (start.endsWith(".json")) expect(diagnostics).not.toEqual([]);
      for (const { place, on, position } of diagnostics) {
        const { line } = position ?? value?.locate(place, on) ?? { line: 0 };
        expect(line).toBeGreaterThan(0);
      }
    }
  }
});
