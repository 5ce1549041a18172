import type { CatalogueEntry } from "./catalogue-entry.ts";
import { didYouMean } from "./did-you-mean.ts";

/** What can be wrong with a spec that can be read. Sorted by code. */
export const validateComplaints = {
  "base-path-without-slash": {
    severity: "warning",
    message: (p: { path: string }) => `The basePath "${p.path}" does not begin with a slash.`,
    help: (p: { path: string }) => `Write "/${p.path}".`,
  },
  "body-on-get": {
    severity: "warning",
    message: (p: { method: string }) =>
      `${p.method} has a request body, to which HTTP gives no meaning: the client leaves it out.`,
    help: () => "Send it with another method, or write its fields as query parameters.",
  },
  "crossed-bounds": {
    severity: "warning",
    message: (p: { least: string; most: string }) => `No value fits: ${p.least} is more than ${p.most}.`,
    help: () => "Correct one of the two.",
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
  "dynamic-reference": {
    severity: "warning",
    message: (p: { name: string }) =>
      `Several schemas have the $dynamicAnchor "${p.name}", and this may lead to any of them: it is read as any value.`,
    help: () => "Write a schema of its own for each use, with a $ref to what it holds.",
  },
  "empty-field": {
    severity: "warning",
    message: (p: { what: string }) => `${p.what} is empty.`,
    help: () => "Give it a text, or take the line out.",
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
  "enum-outside-type": {
    severity: "warning",
    message: (p: { value: string; types: string }) =>
      `A value that can never occur: ${p.value} is not of type ${p.types}.`,
    help: (p: { mend: string }) => p.mend,
  },
  "file-outside-form": {
    severity: "error",
    message: (p: { name: string }) => `The parameter "${p.name}" is a file, and only a form can hold one.`,
    help: () => "Write `in: formData`, or make it a body whose schema is { type: string, format: binary }.",
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
  "inexact-collection-format": {
    severity: "warning",
    message: (p: { format: string; instead: string }) =>
      `No client sends a list as \`${p.format}\` here: ${p.instead} stands between its items.`,
    help: () =>
      "Choose a format that the server reads and clients can send: csv, or multi in a query or form.",
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
  "keyword-of-openapi-3": {
    severity: "warning",
    message: (p: { name: string; since: string }) =>
      `\`${p.name}\` came with OpenAPI ${p.since}, and this spec is Swagger 2.0.`,
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
  "list-of-anything": {
    severity: "warning",
    message: () => "An array without `items`, which OpenAPI 3.0 demands: it is taken for a list of anything.",
    help: () => "Describe its items; `items: {}` if they may be anything.",
  },
  "list-of-lists": {
    severity: "warning",
    message: () => "A list in the list of a parameter is sent as JSON.",
    help: () => "Send such lists in a body, or make it one list.",
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
    help: (p: { example: string }) => `Give it a ${p.example}.`,
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
  "read-only-and-write-only": {
    severity: "warning",
    message: () => "Both `readOnly` and `writeOnly`: neither a request nor a response may hold it.",
    help: () => "Take one of the two out.",
  },
  "reference-in-text": {
    severity: "warning",
    message: (p: { what: string }) => `${p.what} holds a $ref and no text, so there is none.`,
    help: () => "Write the text here: a file cannot stand in for it.",
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
  "referred-operation": {
    severity: "warning",
    message: () => "An operation cannot be a $ref; this one is read from where it leads all the same.",
    help: () =>
      "Let its path be the $ref, to a file with all its operations: other tools do not follow this one.",
  },
  "referred-properties": {
    severity: "warning",
    message: () => "`properties` cannot be a $ref; those that it leads to are read all the same.",
    help: () =>
      "Refer to a schema that has them, under `allOf`: other tools look for a property of this name.",
  },
  "reserved-header-parameter": {
    severity: "warning",
    message: (p: { name: string }) => `The header "${p.name}" is ignored as a parameter.`,
    help: (p: { instead: string }) => `${p.instead}: take the parameter out.`,
  },
  "several-bodies": {
    severity: "error",
    message: (p: { name: string; first: string }) =>
      `"${p.name}" is a second body beside "${p.first}", and a request has one.`,
    help: () => "Put both into the schema of one parameter `in: body`, or write all of it as `formData`.",
  },
  "shared-operation-id": {
    severity: "warning",
    message: (p: { id: string; method: string; path: string; first: string }) =>
      `operationId "${p.id}" is that of ${p.method} ${p.first} and, by a $ref, of ${p.method} ${p.path}.`,
    help: () => "Write one of the two out, with an operationId of its own.",
  },
  "spec-too-large": {
    severity: "error",
    message: (p: { size: number; most: number }) =>
      `With every reference followed, the paths hold ${p.size} values; ${p.most} is the most.`,
    help: () =>
      "Make schemas of what many operations share: a schema is written out once, a response in each of them.",
  },
  "undeclared-path-parameter": {
    severity: "error",
    message: (p: { path: string; name: string; method: string | undefined }) =>
      `No path parameter "${p.name}" is declared for ${p.method === undefined ? "" : `${p.method} `}${p.path}.`,
    help: (p: { name: string; elsewhere: string | undefined; type: string }) =>
      p.elsewhere === undefined
        ? `Declare it: { name: ${p.name}, in: path, required: true, ${p.type} }.`
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
    severity: "warning",
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
    help: (p: { like: string | undefined; names: string; section: string }) =>
      didYouMean(
        p.like,
        p.names === "" ? `Declare it under \`${p.section}\`.` : `Name one of ${p.names}, or declare it.`,
      ),
  },
  "unresolved-mapping": {
    severity: "error",
    message: (p: { target: string }) => `The mapping leads to "${p.target}", where there is no schema.`,
    help: (p: { like: string | undefined }) =>
      didYouMean(p.like, "Write the name of a schema, or a reference such as #/components/schemas/Cat."),
  },
  "unsendable-method": {
    severity: "warning",
    message: (p: { method: string }) => `No platform's fetch sends ${p.method}: each call will fail.`,
    help: () => "Leave the operation out of the client by `exclude`, or describe it with another method.",
  },
  "unused-path-parameter": {
    severity: "error",
    message: (p: { path: string; name: string }) =>
      `${p.path} has no {${p.name}} for the path parameter "${p.name}".`,
    help: () => "Put it into the path, or say with `in` where else it goes.",
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
  "wrong-host": {
    severity: "error",
    message: (p: { host: string }) => `"${p.host}" is more than a host, or none.`,
    help: () =>
      "Write a name such as api.example.com; the scheme stands under `schemes`, the path is the `basePath`.",
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
