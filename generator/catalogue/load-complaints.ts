import type { CatalogueEntry } from "./catalogue-entry.ts";

/** What can be wrong with the texts of a spec and with what they refer to. Sorted by code. */
export const loadComplaints = {
  "alias-bomb": {
    severity: "error",
    message: (p: { alias: string }) =>
      `The aliases of this file repeat so much, *${p.alias} most of all, that it would hold over a million values.`,
    help: () => "Repeat less, or refer to what is repeated with $ref.",
  },
  "duplicate-key": {
    severity: "error",
    message: (p: { key: string; firstLine: number }) =>
      `The key "${p.key}" is written twice in one object, first in line ${p.firstLine}.`,
    help: () => "Rename or delete one of the two.",
  },
  "empty-file": {
    severity: "error",
    message: () => "The file is empty.",
    help: () => "Write the spec, or this part of it, into the file.",
  },
  "endless-reference": {
    severity: "error",
    message: (p: { circle: string }) => `The $ref leads in a circle and never to anything: ${p.circle}.`,
    help: () => "Replace one $ref of the circle by what is meant.",
  },
  "not-an-openapi-document": {
    severity: "error",
    message: (p: { why: string }) => `This is no OpenAPI document: ${p.why}.`,
    help: (p: { like: string | undefined }) =>
      p.like === undefined
        ? "Start it with the version of OpenAPI that it is written in, as in `openapi: 3.1.0`."
        : `Write "openapi" instead of "${p.like}".`,
  },
  "remote-reference": {
    severity: "error",
    message: (p: { reference: string }) =>
      `"${p.reference}" is no file of this spec, and nothing is fetched.`,
    help: () => "Keep a copy beside the spec, and refer to the copy by its relative path.",
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
  "unresolved-reference": {
    severity: "error",
    message: (p: { reference: string; where: string; missing: string }) =>
      `"${p.reference}" leads nowhere: there is no "${p.missing}" in ${p.where}.`,
    help: (p: { like: string | undefined }) =>
      p.like === undefined ? "Define it, or correct the $ref." : `Did you mean "${p.like}"?`,
  },
  "unsupported-version": {
    severity: "error",
    message: (p: { found: string }) => `specwright does not read \`${p.found}\`.`,
    help: (p: { isSwagger: boolean }) =>
      p.isSwagger
        ? 'Write `swagger: "2.0"` if it is of that version; convert one of an earlier version first.'
        : 'Write 3.0.x, 3.1.x or 3.2.x, with the patch version and in quotes, as in `openapi: "3.1.0"`.',
  },
  "version-as-number": {
    severity: "warning",
    message: () => "The version of Swagger is written as a number, and tools look for a text.",
    help: () => 'Put it in quotes: `swagger: "2.0"`.',
  },
} as const satisfies Record<string, CatalogueEntry>;
