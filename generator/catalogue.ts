import type { CatalogueEntry } from "./diagnostic.ts";

/** Every complaint we can make, sorted by code. A retired code is never reused. */
export const catalogue = {
  "alias-bomb": {
    severity: "error",
    message: (p: { alias: string }) =>
      `The aliases of this file repeat so much, *${p.alias} most of all, that it would hold over a million values.`,
    help: () => "Repeat less, or refer to what is repeated with $ref.",
  },
  "body-on-get": {
    severity: "warning",
    message: (p: { method: string }) => `${p.method} has a request body, to which HTTP gives no meaning.`,
    help: () => "Send it with another method, or write its fields as query parameters.",
  },
  "default-does-not-fit": {
    severity: "warning",
    message: (p: { why: string }) => `The default does not fit its schema: ${p.why}.`,
    help: () => "Correct the default, or the schema: readers take it for what they may send.",
  },
  "default-outside-enum": {
    severity: "warning",
    message: (p: { name: string; value: string }) =>
      `The default "${p.value}" of the variable "${p.name}" is not in its enum.`,
    help: () => "Add it to the enum, or make one of the enum's values the default.",
  },
  "duplicate-enum-value": {
    severity: "warning",
    message: (p: { value: string }) => `The enum lists ${p.value} twice.`,
    help: () => "Take one of the two out.",
  },
  "duplicate-header": {
    severity: "warning",
    message: (p: { name: string; first: string }) =>
      `The header "${p.name}" is listed as "${p.first}" too, and headers are the same in any case.`,
    help: () => "Take one of the two out.",
  },
  "duplicate-key": {
    severity: "error",
    message: (p: { key: string; firstLine: number }) =>
      `The key "${p.key}" is written twice in one object, first in line ${p.firstLine}.`,
    help: () => "Rename or delete one of the two.",
  },
  "duplicate-operation-id": {
    severity: "error",
    message: (p: { id: string }) => `operationId "${p.id}" is used twice.`,
    help: () => "Give each operation an operationId of its own; it becomes the name of the client's method.",
  },
  "duplicate-parameter": {
    severity: "error",
    message: (p: { name: string; in: string }) => `The ${p.in} parameter "${p.name}" is listed twice.`,
    help: () => "Take one of the two out.",
  },
  "duplicate-tag": {
    severity: "error",
    message: (p: { name: string }) => `The tag "${p.name}" is declared twice.`,
    help: () => "Make one of the two.",
  },
  "empty-field": {
    severity: "warning",
    message: (p: { what: string }) => `${p.what} is empty.`,
    help: () => "Give it a text, or take the line out.",
  },
  "empty-file": {
    severity: "error",
    message: () => "The file is empty.",
    help: () => "Write the spec, or this part of it, into the file.",
  },
  "empty-operation-id": {
    severity: "error",
    message: () => "The operationId is empty.",
    help: () => "Give the operation a name such as listOrders, or take the line out.",
  },
  "empty-server-enum": {
    severity: "error",
    message: (p: { name: string }) =>
      `The enum of the variable "${p.name}" is empty, which leaves it no value.`,
    help: () => "List its values, or take the enum out.",
  },
  "endless-reference": {
    severity: "error",
    message: (p: { circle: string }) => `The $ref leads in a circle and never to anything: ${p.circle}.`,
    help: () => "Replace one $ref of the circle by what is meant.",
  },
  "enum-outside-type": {
    severity: "warning",
    message: (p: { value: string; types: string }) =>
      `A value that can never occur: ${p.value} is not of type ${p.types}.`,
    help: (p: { mend: string }) => p.mend,
  },
  "example-does-not-fit": {
    severity: "warning",
    message: (p: { why: string }) => `The example does not fit its schema: ${p.why}.`,
    help: () => "Correct the example, or the schema: readers copy what is shown to them.",
  },
  "identical-paths": {
    severity: "error",
    message: (p: { path: string; first: string }) =>
      `${p.path} and ${p.first} are the same path: they differ only in the names of parameters.`,
    help: () => "Put the operations of both under one of them.",
  },
  "ignored-beside-reference": {
    severity: "warning",
    message: (p: { name: string }) => `\`${p.name}\` stands beside a $ref and is therefore ignored.`,
    help: (p: { isSchema: boolean }) =>
      p.isSchema
        ? "Put the $ref into an `allOf` of its own, with this beside it, or take this out."
        : "Write it where the $ref leads, or take it out.",
  },
  "incomplete-security": {
    severity: "error",
    message: (p: { name: string; owner: string }) => `\`${p.name}\` is missing: ${p.owner} must have it.`,
    help: (p: { name: string }) => `Add \`${p.name}\`; without it no client can sign in.`,
  },
  "invalid-pattern": {
    severity: "warning",
    message: (p: { pattern: string }) => `"${p.pattern}" is no regular expression as JavaScript has them.`,
    help: () =>
      "Put it right; a brace or bracket too many, or (?i) of another language, is the usual reason.",
  },
  "keyword-of-3-0": {
    severity: "warning",
    message: (p: { what: string }) => `${p.what} is of OpenAPI 3.0 and means nothing since 3.1.`,
    help: (p: { help: string }) => p.help,
  },
  "keyword-of-3-1": {
    severity: "warning",
    message: (p: { what: string }) => `${p.what} came with OpenAPI 3.1, and this spec is 3.0.`,
    help: (p: { help: string }) => p.help,
  },
  "link-with-two-operations": {
    severity: "warning",
    message: () => "The link has both an operationId and an operationRef.",
    help: () => "Keep one of the two.",
  },
  "link-without-operation": {
    severity: "error",
    message: () => "The link names no operation.",
    help: () => "Give it the operationId of what can be asked next, or an operationRef.",
  },
  "malformed-path": {
    severity: "error",
    message: (p: { path: string }) =>
      `The path "${p.path}" has a brace without its partner, or no name between two braces.`,
    help: () => "Write each parameter as {name}.",
  },
  "missing-description": {
    severity: "warning",
    message: () => "The response has no description.",
    help: () => "Say in a sentence when it is the answer.",
  },
  "missing-field": {
    severity: "error",
    message: (p: { name: string; kind: string }) => `\`${p.name}\` is missing: ${p.kind} must have it.`,
    help: (p: { name: string }) => `Add \`${p.name}\` here.`,
  },
  "missing-responses": {
    severity: "warning",
    message: () => "The operation says nothing of its answers.",
    help: () => "List them under `responses` by status, or as `default`.",
  },
  "name-clash": {
    severity: "warning",
    message: (p: { called: string; other: string; target: string; name: string }) =>
      `${p.called} would be called ${p.target}, like ${p.other}; it is called ${p.name}.`,
    help: () => "Rename one of the two, or choose its name with x-name.",
  },
  "name-taken": {
    severity: "warning",
    message: (p: { called: string; target: string; name: string }) =>
      `${p.called} would be called ${p.target}, which the language or the package has taken; it is called ${p.name}.`,
    help: () => "Leave it at that, rename it, or choose its name with x-name.",
  },
  "not-an-openapi-document": {
    severity: "error",
    message: (p: { why: string }) => `This is no OpenAPI document: ${p.why}.`,
    help: (p: { like: string | undefined }) =>
      p.like === undefined
        ? "Start it with the version of OpenAPI that it is written in, as in `openapi: 3.1.0`."
        : `Write "openapi" instead of "${p.like}".`,
  },
  "nothing-described": {
    severity: "error",
    message: () => "The spec has neither `paths` nor `webhooks` nor `components`.",
    help: () => "Add `paths` with the operations of the API.",
  },
  "paired-path-parameter": {
    severity: "warning",
    message: (p: { path: string; name: string; parameter: string }) =>
      `${p.path} names {${p.name}}, but the parameter is called "${p.parameter}": the two are taken for one.`,
    help: () => "Give both the same name.",
  },
  "parameter-without-schema": {
    severity: "warning",
    message: (p: { name: string }) => `The parameter "${p.name}" does not say what it holds.`,
    help: () => "Give it a `schema`, such as { type: string }.",
  },
  "path-parameter-not-required": {
    severity: "warning",
    message: (p: { name: string }) => `The path parameter "${p.name}" is optional, but no path does without.`,
    help: () => "Write `required: true`.",
  },
  "path-without-slash": {
    severity: "error",
    message: (p: { path: string }) => `The path "${p.path}" does not begin with a slash.`,
    help: (p: { path: string }) => `Write "/${p.path}".`,
  },
  "path-written-twice": {
    severity: "warning",
    message: (p: { path: string; first: string }) =>
      `${p.path} and ${p.first} are one path: they differ only in the names of parameters.`,
    help: () => "Put the operations of both under one of them.",
  },
  "reference-to-another-kind": {
    severity: "error",
    message: (p: { found: string; wanted: string }) =>
      `The $ref leads to ${p.found}, where ${p.wanted} is needed.`,
    help: () => "Refer to another component, or write it out here.",
  },
  "reference-to-no-schema": {
    severity: "warning",
    message: (p: { found: string }) =>
      `The $ref leads to ${p.found}, where a schema is needed: any value will do.`,
    help: () => "Refer to a schema, such as the one that is meant inside of it.",
  },
  "remote-reference": {
    severity: "error",
    message: (p: { reference: string }) =>
      `"${p.reference}" is no file of this spec, and nothing is fetched.`,
    help: () => "Keep a copy beside the spec, and refer to the copy by its relative path.",
  },
  "reserved-header-parameter": {
    severity: "warning",
    message: (p: { name: string }) => `The header "${p.name}" is ignored as a parameter.`,
    help: (p: { instead: string }) => `${p.instead}: take the parameter out.`,
  },
  "schema-left-out": {
    severity: "warning",
    message: (p: { why: string }) => `The wire types (src/schema.ts) cannot be made of this spec: ${p.why}.`,
    help: () => 'Leave "schema" out of the outputs, or report it to openapi-typescript, which makes them.',
  },
  "selector-matches-nothing": {
    severity: "warning",
    message: (p: { selector: string }) => `No operation answers to "${p.selector}".`,
    help: () => "Write tag:NAME, path:/a/** or operation:ID as the spec spells it, in include and exclude.",
  },
  "shared-operation-id": {
    severity: "warning",
    message: (p: { id: string; method: string; path: string; first: string }) =>
      `operationId "${p.id}" is that of ${p.method} ${p.first} and, by a $ref, of ${p.method} ${p.path}.`,
    help: () => "Write one of the two out, with an operationId of its own.",
  },
  "syntax-error": {
    severity: "error",
    message: (p: { language: string; why: string }) => `This is not valid ${p.language}: ${p.why}.`,
    help: (p: { hint: string }) => p.hint,
  },
  "too-deep": {
    severity: "error",
    message: () => "Objects and lists are nested more than 256 levels deep here.",
    help: () => "Move the inner ones to components or to files of their own, and refer to them with $ref.",
  },
  "undeclared-path-parameter": {
    severity: "error",
    message: (p: { path: string; name: string; method: string | undefined }) =>
      `No path parameter "${p.name}" is declared for ${p.method === undefined ? "" : `${p.method} `}${p.path}.`,
    help: (p: { name: string; elsewhere: string | undefined }) =>
      p.elsewhere === undefined
        ? `Declare it: { name: ${p.name}, in: path, required: true, schema: { type: string } }.`
        : `It is declared with \`in: ${p.elsewhere}\`: write \`in: path\`.`,
  },
  "undeclared-server-variable": {
    severity: "error",
    message: (p: { name: string }) => `The URL names {${p.name}}, which \`variables\` does not declare.`,
    help: (p: { like: string | undefined }) => didYouMean(p.like, "Declare it there, with a default."),
  },
  "unknown-field": {
    severity: "error",
    message: (p: { kind: string; name: string }) => `${p.kind} has no field \`${p.name}\`.`,
    help: (p: { help: string }) => p.help,
  },
  "unknown-keyword": {
    severity: "warning",
    message: (p: { name: string }) => `A schema has no keyword \`${p.name}\`, so it means nothing.`,
    help: (p: { help: string }) => p.help,
  },
  "unknown-link-operation": {
    severity: "error",
    message: (p: { target: string }) => `The link leads to ${p.target}, where there is no operation.`,
    help: (p: { like: string | undefined }) =>
      didYouMean(p.like, "Write the operationId of an operation in this spec."),
  },
  "unknown-required-property": {
    severity: "warning",
    message: (p: { name: string }) => `\`required\` lists "${p.name}", which \`properties\` does not have.`,
    help: (p: { like: string | undefined }) => didYouMean(p.like, "Add the property, or take the name out."),
  },
  "unknown-scope": {
    severity: "warning",
    message: (p: { scope: string; name: string }) => `No flow of "${p.name}" has the scope "${p.scope}".`,
    help: (p: { like: string | undefined }) => didYouMean(p.like, "Add it to the `scopes` of the flow."),
  },
  "unknown-security-scheme": {
    severity: "error",
    message: (p: { name: string }) => `There is no security scheme "${p.name}".`,
    help: (p: { like: string | undefined; names: string }) =>
      didYouMean(
        p.like,
        p.names === ""
          ? "Declare it under `components > securitySchemes`."
          : `Name one of ${p.names}, or declare it.`,
      ),
  },
  "unreadable-reference": {
    severity: "error",
    message: (p: { file: string }) => `There is no file "${p.file}" that may be read.`,
    help: (p: { reference: string; file: string; like: string | undefined }) => {
      if (p.like !== undefined)
        return `Did you mean "${p.like}"? A $ref is relative to the file that it stands in.`;
      if (p.reference.includes("\\")) return "Write the path with forward slashes.";
      if (p.file.startsWith("../")) return "It lies outside the root: choose a wider one with --root.";
      return "Correct the path: a $ref is relative to the file that it stands in.";
    },
  },
  "unresolved-mapping": {
    severity: "error",
    message: (p: { target: string }) => `The mapping leads to "${p.target}", where there is no schema.`,
    help: (p: { like: string | undefined }) =>
      didYouMean(p.like, "Write the name of a schema, or a reference such as #/components/schemas/Cat."),
  },
  "unresolved-reference": {
    severity: "error",
    message: (p: { reference: string; where: string; missing: string }) =>
      `"${p.reference}" leads nowhere: there is no "${p.missing}" in ${p.where}.`,
    help: (p: { like: string | undefined }) =>
      p.like === undefined ? "Define it, or correct the $ref." : `Did you mean "${p.like}"?`,
  },
  "unsatisfiable-all-of": {
    severity: "warning",
    message: (p: { why: string }) => `No value satisfies all parts of this allOf: ${p.why}.`,
    help: () => "Make the parts agree, or write anyOf where one of them is enough.",
  },
  "unsupported-version": {
    severity: "error",
    message: (p: { found: string }) => `specwright does not read \`${p.found}\`.`,
    help: (p: { isSwagger: boolean }) =>
      p.isSwagger
        ? 'Write `swagger: "2.0"` if it is of that version; convert one of an earlier version first.'
        : 'Write 3.0.x, 3.1.x or 3.2.x, with the patch version and in quotes, as in `openapi: "3.1.0"`.',
  },
  "unused-path-parameter": {
    severity: "error",
    message: (p: { path: string; name: string }) =>
      `${p.path} has no {${p.name}} for the path parameter "${p.name}".`,
    help: () => "Put it into the path, or say with `in` where else it goes.",
  },
  "version-as-number": {
    severity: "warning",
    message: () => "The version of Swagger is written as a number, and tools look for a text.",
    help: () => 'Put it in quotes: `swagger: "2.0"`.',
  },
  "wrong-component-name": {
    severity: "warning",
    message: (p: { name: string }) => `The component's name "${p.name}" has a sign that names may not have.`,
    help: () => "Use letters, digits, dots, hyphens and underscores.",
  },
  "wrong-enum-extension": {
    severity: "warning",
    message: (p: { what: string; why: string }) => `${p.what} ${p.why}.`,
    help: (p: { example: string }) => `For example: ${p.example}`,
  },
  "wrong-extension": {
    severity: "error",
    message: (p: { what: string; why: string }) => `${p.what} ${p.why}.`,
    help: (p: { example: string }) => `For example: ${p.example}`,
  },
  "wrong-media-type": {
    severity: "warning",
    message: (p: { type: string }) => `"${p.type}" is no media type.`,
    help: () => "Write a type and a subtype such as application/json, or a range such as image/*.",
  },
  "wrong-status": {
    severity: "error",
    message: (p: { status: string }) => `"${p.status}" is no status of an answer.`,
    help: (p: { mend: string }) => p.mend,
  },
  "wrong-type": {
    severity: "error",
    message: (p: { what: string; wanted: string; found: string }) =>
      `${p.what} must be ${p.wanted}, but it is ${p.found}.`,
    help: (p: { help: string }) => p.help,
  },
  "wrong-word": {
    severity: "error",
    message: (p: { what: string; word: string }) => `${p.what} cannot be "${p.word}".`,
    help: (p: { like: string | undefined; otherwise: string }) => didYouMean(p.like, p.otherwise),
  },
} as const satisfies Record<string, CatalogueEntry>;

function didYouMean(like: string | undefined, otherwise: string): string {
  return like === undefined ? otherwise : `Did you mean "${like}"?`;
}
