import { diagnostic, type Diagnostic } from "../diagnostic.ts";
import type { SpecNode, SpecVersion } from "../load/document.ts";
import type { ObjectKind } from "../load/grammar/grammar.ts";
import { grammarOf, rootKind } from "../load/grammar/grammar-of.ts";
import { fieldOf, findHome, type Home, versions } from "./grammar-words.ts";
import type { Subject } from "./rule.ts";
import { capital, describeKind, listWords } from "./words.ts";

/**
 * A complaint about a field that an object does not have. JSON Schema lets a schema hold keywords that nobody
 * knows, so there it is a warning.
 */
export function explainUnknown(
  subject: Subject,
  kind: ObjectKind,
  name: string,
  { place }: SpecNode,
): Diagnostic {
  const help = explain(subject, kind, name);
  if (kind === "Schema") return diagnostic("unknown-keyword", place, { name, help }, { on: "key" });
  return diagnostic("unknown-field", place, { name, help, kind: capital(describeKind(kind)) }, { on: "key" });
}

function explain({ document, effort }: Subject, kind: ObjectKind, name: string): string {
  const { version } = document;
  const known = Object.keys(grammarOf(kind, version).fields);
  const isRoot = kind === rootKind(version);
  const other = versions.find(
    (candidate) => fieldOf(isRoot ? rootKind(candidate) : kind, candidate, name) !== undefined,
  );
  if (other !== undefined && version === "2.0") return pointBack(name, other);
  if (other !== undefined) {
    return other > version
      ? `It came with OpenAPI ${other}: set \`openapi: ${other}.0\`, or take it out.`
      : `OpenAPI ${other} had it, ${version} has not: take it out.`;
  }
  const like = effort.likelyWord(name, known);
  if (like !== undefined) return `Did you mean "${like}"?`;
  if (kind === "Schema") return "Take it out, or let its name begin with x-.";
  if (name === "$ref") return "Write it out: it cannot be a reference.";
  const successor = successorsOf20.get(name);
  if (successor !== undefined) return `It is of Swagger 2.0: write ${successor}.`;
  const owner = ownersByForm.find(({ form }) => form.test(name))?.owner;
  if (owner !== undefined) return `It looks like an entry of \`${owner}\`: is it indented too little?`;
  const home = effort.spend(100) ? findHome(kind, version, name) : undefined;
  if (home !== undefined) return pointHome(home);
  return `The fields here are ${listWords(known, "and")}; names of your own begin with x-.`;
}

/** What to do about a word of OpenAPI 3 in a spec that would have to change everywhere to be of that version. */
function pointBack(name: string, since: SpecVersion): string {
  const predecessor = predecessorsIn20.get(name);
  return predecessor === undefined
    ? `It came with OpenAPI ${since}, and this spec is Swagger 2.0: take it out.`
    : `It came with OpenAPI ${since}: in Swagger 2.0 write ${predecessor}.`;
}

/** What Swagger 2.0 has for the words of OpenAPI 3. */
const predecessorsIn20: ReadonlyMap<string, string> = new Map([
  ["components", "`definitions`, `parameters`, `responses` and `securityDefinitions` at the top"],
  ["content", "`schema` here, and the media types under `produces`"],
  ["explode", "`collectionFormat`"],
  ["flows", "`flow`, with its URLs and scopes beside it"],
  ["openapi", '`swagger: "2.0"` alone'],
  ["requestBody", "a parameter with `in: body`, and the media types under `consumes`"],
  ["scheme", "`type: basic`"],
  ["servers", "`host`, `basePath` and `schemes`"],
  ["style", "`collectionFormat`"],
]);

/** What OpenAPI 3 has for the words of 2.0 that it gave up. */
const successorsOf20: ReadonlyMap<string, string> = new Map([
  ["basePath", "it as the path of a URL under `servers`"],
  ["collectionFormat", "`style` and `explode`"],
  ["consumes", "each media type under `requestBody > content`"],
  ["definitions", "the schemas under `components > schemas`"],
  ["host", "a URL under `servers`"],
  ["produces", "each media type under the `content` of a response"],
  ["schemes", "them as part of a URL under `servers`"],
  ["securityDefinitions", "the schemes under `components > securitySchemes`"],
  ["swagger", "`openapi: 3.1.0`"],
]);

/** What has slipped out of the map that it belongs to can be told by its looks. */
const ownersByForm: readonly { readonly form: RegExp; readonly owner: string }[] = [
  { form: /^[1-5](\d\d|XX)$/, owner: "responses" },
  { form: /^\//, owner: "paths" },
  { form: /^(application|text|image|audio|video|multipart|\*)\//, owner: "content" },
];

/** A field that stands too high is told where to go; any other one whose it is. */
function pointHome({ kind, way }: Home): string {
  const owner = describeKind(kind);
  if (way.length === 0) return `It is a field of ${owner}: move it there.`;
  return `It is a field of ${owner}: write it under \`${way.join(" > ")}\`.`;
}
