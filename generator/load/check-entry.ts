import { diagnostic, type Diagnostic, type DiagnosticCode, type DiagnosticParams } from "../diagnostic.ts";
import { isList, isMap, type Json } from "../json.ts";
import { childPointer } from "../location.ts";
import { nearestWord } from "../nearest-word.ts";
import type { SpecVersion } from "./document.ts";
import { locateIn, type SourceFile } from "./source-file.ts";

/** The version of the document that starts in a file, or why we can read none there. */
export function checkEntry(source: SourceFile): SpecVersion | Diagnostic {
  const { value } = source;
  if (!isMap(value)) {
    return complain(source, [], "not-an-openapi-document", { why: describe(value), like: undefined });
  }
  const openapi = value.get("openapi");
  if (openapi !== undefined) {
    const version = versionOf(openapi);
    const found = `openapi: ${printed(openapi)}`;
    return version ?? complain(source, ["openapi"], "unsupported-version", { found, isSwagger: false });
  }
  const swagger = value.get("swagger");
  if (swagger !== undefined) {
    const found = `swagger: ${printed(swagger)}`;
    return complain(source, ["swagger"], "unsupported-version", { found, isSwagger: true });
  }
  const like = nearestWord("openapi", [...value.keys()]);
  const why = 'it has no field "openapi"';
  return complain(source, like === undefined ? [] : [like], "not-an-openapi-document", { why, like });
}

function versionOf(value: Json): SpecVersion | undefined {
  // A patch release, or a draft of one, changes no meaning.
  const minor = typeof value === "string" ? /^3\.([012])\.\d+(?:-.+)?$/.exec(value)?.[1] : undefined;
  return (["3.0", "3.1", "3.2"] as const).find((version) => version === `3.${minor}`);
}

/** Nobody has a document to look the place up in, so the complaint brings its position along. */
function complain<C extends DiagnosticCode>(
  source: SourceFile,
  keys: readonly string[],
  code: C,
  params: DiagnosticParams<C>,
): Diagnostic {
  const place = { file: source.file, pointer: keys.reduce(childPointer, "") };
  const position = locateIn(source)(keys, "key");
  return diagnostic(code, place, params, { on: "key", position });
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
