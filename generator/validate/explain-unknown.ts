import { diagnostic, type Diagnostic } from "../diagnostic.ts";
import type { SpecNode } from "../load/document.ts";
import type { ObjectKind } from "../load/grammar/grammar.ts";
import { grammarOf } from "../load/grammar/grammar-of.ts";
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
  const other = versions.find((candidate) => fieldOf(kind, candidate, name) !== undefined);
  if (other !== undefined) {
    return other > version
      ? `It came with OpenAPI ${other}: set \`openapi: ${other}.0\`, or take it out.`
      : `OpenAPI ${other} had it, ${version} has not: take it out.`;
  }
  const like = effort.likelyWord(name, known);
  if (like !== undefined) return `Did you mean "${like}"?`;
  if (kind === "Schema") return "Take it out, or let its name begin with x-.";
  if (name === "$ref") return kind === "Operation" ? referToPath : "Write it out: it cannot be a reference.";
  const successor = successorsOf20.get(name);
  if (successor !== undefined) return `It is of Swagger 2.0: write ${successor}.`;
  const owner = ownersByForm.find(({ form }) => form.test(name))?.owner;
  if (owner !== undefined) return `It looks like an entry of \`${owner}\`: is it indented too little?`;
  const home = effort.spend(100) ? findHome(kind, version, name) : undefined;
  if (home !== undefined) return pointHome(home);
  return `The fields here are ${listWords(known, "and")}; names of your own begin with x-.`;
}

const referToPath =
  "Write it out: an operation cannot be a reference. Its path can, to a file with all its operations.";

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
