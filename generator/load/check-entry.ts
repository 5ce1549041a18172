import {
  diagnostic,
  type Diagnostic,
  type DiagnosticCode,
  type DiagnosticParams,
  type Outcome,
} from "../diagnostic.ts";
import { isList, isMap, type Json } from "../json.ts";
import { childPointer } from "../location.ts";
import { nearestWord } from "../nearest-word.ts";
import type { SpecVersion } from "./document.ts";
import type { LocateNode } from "./open-locator.ts";
import type { SourceFile } from "./source-file.ts";

interface At {
  readonly source: SourceFile;
  readonly locate: LocateNode;
}

type Checked = Outcome<SpecVersion | undefined>;

/** The version of the document that starts in a file; undefined, with the reason, if we can read none there. */
export function checkEntry(source: SourceFile, locate: LocateNode): Checked {
  const { value } = source;
  const at: At = { source, locate };
  if (!isMap(value)) {
    return refuse(at, [], "not-an-openapi-document", { why: describe(value), like: undefined });
  }
  const openapi = value.get("openapi");
  if (openapi !== undefined) {
    const version = versionOf(openapi);
    const found = `openapi: ${printed(openapi)}`;
    if (version !== undefined) return { value: version, diagnostics: [] };
    return refuse(at, ["openapi"], "unsupported-version", { found, isSwagger: false });
  }
  const swagger = value.get("swagger");
  if (swagger !== undefined) return checkSwagger(at, swagger);
  const like = nearestWord("openapi", [...value.keys()]);
  const why = 'it has no field "openapi"';
  return refuse(at, like === undefined ? [] : [like], "not-an-openapi-document", { why, like });
}

/** Of Swagger there is one version to read. As a number, `2.0` is 2. */
function checkSwagger(at: At, version: Json): Checked {
  if (version === "2.0") return { value: "2.0", diagnostics: [] };
  if (version === 2) {
    return { value: "2.0", diagnostics: [complain(at, ["swagger"], "version-as-number", {})] };
  }
  const found = `swagger: ${printed(version)}`;
  return refuse(at, ["swagger"], "unsupported-version", { found, isSwagger: true });
}

function versionOf(value: Json): SpecVersion | undefined {
  // A patch release, or a draft of one, changes no meaning.
  const minor = typeof value === "string" ? /^3\.([012])\.\d+(?:-.+)?$/.exec(value)?.[1] : undefined;
  return (["3.0", "3.1", "3.2"] as const).find((version) => version === `3.${minor}`);
}

function refuse<C extends DiagnosticCode>(...complaint: Parameters<typeof complain<C>>): Checked {
  return { value: undefined, diagnostics: [complain(...complaint)] };
}

/** Nobody has a document to look the place up in, so the complaint brings its position along. */
function complain<C extends DiagnosticCode>(
  { source, locate }: At,
  keys: readonly string[],
  code: C,
  params: DiagnosticParams<C>,
): Diagnostic {
  const pointer = keys.reduce(childPointer, "");
  const { line, column, ...place } = locate({ file: source.file, pointer }, "key");
  return diagnostic(code, place, params, { on: "key", position: { line, column } });
}

function describe(value: Json): string {
  if (isList(value)) return "it holds a list";
  return typeof value === "string" ? "it holds nothing but text" : `it holds nothing but ${String(value)}`;
}

function printed(value: Json): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, 40));
  if (isMap(value)) return "an object";
  return isList(value) ? "a list" : String(value);
}
