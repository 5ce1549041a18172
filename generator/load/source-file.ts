import { diagnostic, type Diagnostic } from "../diagnostic.ts";
import { childPointer } from "../location.ts";
import { locateYaml, readYaml } from "../yaml.ts";
import type { SpecFile } from "./document.ts";
import { locateJson } from "./locate-json.ts";
import { readJson } from "./read-json.ts";
import type { Locate, Reading, TextFault } from "./text-fault.ts";

/** A file of the spec with what is only of interest while it is loaded. */
export interface SourceFile extends SpecFile {
  readonly language: "JSON" | "YAML";
  /** Whether nothing could be made of the text; its value is null then. */
  readonly isBroken: boolean;
  /** Whether the text can hold an `$id` or an anchor; most specs have none, and need not be searched. */
  readonly hasIdentifiers: boolean;
}

/** Parse one file. An empty one counts as broken. */
export function parseFile(file: string, text: string): { source: SourceFile; diagnostics: Diagnostic[] } {
  const { language, value, faults } = read(file, text);
  const diagnostics = faults.map((fault) => diagnosticOf(fault, file));
  if (value === null) {
    diagnostics.push(
      diagnostic("empty-file", { file, pointer: "" }, {}, { position: { line: 1, column: 1 } }),
    );
  }
  const isBroken = value === undefined || value === null;
  const hasIdentifiers = /\$(?:id|anchor|dynamicAnchor)\b/.test(text);
  return { source: { file, text, language, value: value ?? null, isBroken, hasIdentifiers }, diagnostics };
}

/** The way from keys to positions in a file. */
export function locateIn({ language, text }: SourceFile): Locate {
  return language === "JSON" ? locateJson(text) : locateYaml(text);
}

function read(file: string, text: string): Reading & Pick<SourceFile, "language"> {
  const start = /^\uFEFF?\s*/.exec(text)?.[0].length ?? 0;
  const isJson = /\.json$/i.test(file);
  if (!isJson && !/[{[]/.test(text.charAt(start))) return { language: "YAML", ...readYaml(text) };
  if (text.length === start) return { language: "JSON", value: null, faults: [] };
  const asJson = { language: "JSON", ...readJson(text) } as const;
  if (isJson || asJson.value !== undefined) return asJson;
  // YAML has brackets as well. Where it cannot read them either, the name of the file says what was meant.
  const asYaml = { language: "YAML", ...readYaml(text) } as const;
  return asYaml.value !== undefined || /\.ya?ml$/i.test(file) ? asYaml : asJson;
}

function diagnosticOf(fault: TextFault, file: string): Diagnostic {
  const whole = { file, pointer: "" };
  const { position } = fault;
  if (fault.kind === "syntax") return diagnostic("syntax-error", whole, fault, { position });
  if (fault.kind === "too-deep") return diagnostic("too-deep", whole, {}, { position });
  if (fault.kind === "aliases") return diagnostic("alias-bomb", whole, fault, { position });
  const place = { file, pointer: fault.keys.reduce(childPointer, "") };
  const key = fault.keys.at(-1) ?? "";
  const related = [{ message: "first written", place }];
  return diagnostic(
    "duplicate-key",
    place,
    { key, firstLine: fault.firstLine },
    { on: "key", position, related },
  );
}
