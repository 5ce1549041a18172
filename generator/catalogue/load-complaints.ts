import type { CatalogueEntry } from "./catalogue-entry.ts";
import { didYouMean } from "./did-you-mean.ts";

/** What can be wrong with the texts of a spec and with what they refer to. Sorted by code. */
export const loadComplaints = {
  "accepted-change-expires-on-no-day": {
    severity: "error",
    message: () => "`expires` must be a day of the calendar.",
    help: () => "Write it as in `expires: 2027-01-31`, the last day on which the change is accepted.",
  },
  "accepted-change-has-no-text": {
    severity: "error",
    message: (p: { key: string }) => `\`${p.key}\` must be a text, and not an empty one.`,
    help: (p: { key: string }) =>
      p.key === "change"
        ? "Write the id of the change; `specwright diff --json` prints the ids."
        : "Say why the change may be made all the same.",
  },
  "accepted-change-has-unknown-key": {
    severity: "error",
    message: (p: { key: string }) => `An accepted change has no "${p.key}".`,
    help: (p: { like: string | undefined }) =>
      didYouMean(p.like, "Delete it; there are `change`, `reason` and `expires`."),
  },
  "accepted-change-is-incomplete": {
    severity: "error",
    message: (p: { missing: string }) => `This accepted change has no \`${p.missing}\`.`,
    help: () => "Write `change`, the id that `specwright diff --json` prints, and `reason`.",
  },
  "accepted-change-is-written-twice": {
    severity: "error",
    message: (p: { change: string; firstLine: number }) =>
      `"${p.change}" is accepted twice, first in line ${p.firstLine}.`,
    help: () => "Delete one of the two.",
  },
  "accepted-changes-are-no-list": {
    severity: "error",
    message: () => "Accepted changes are a list, and this is none.",
    help: () => "Write entries as in `- { change: ID, reason: Nobody used it }`.",
  },
  "alias-bomb": {
    severity: "error",
    message: (p: { alias: string }) =>
      `The aliases of this file repeat many times what is written in it, *${p.alias} most of all.`,
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
  "not-an-overlay": {
    severity: "error",
    message: (p: { why: string }) => `This is no overlay: ${p.why}.`,
    help: () => "Start it with the version of the Overlay Specification, as in `overlay: 1.1.0`.",
  },
  "overlay-action-by-reference": {
    severity: "error",
    message: () => "specwright does not read actions that are kept in the `components` of an overlay.",
    help: () => "Write the action itself in place of the $ref.",
  },
  "overlay-copies-one-value": {
    severity: "error",
    message: (p: { count: number }) =>
      `\`copy\` must select one value of the spec, and this selects ${p.count === 0 ? "none" : p.count}.`,
    help: (p: { count: number }) =>
      p.count === 0
        ? "Correct the query; what stands in another file, behind a $ref, cannot be selected."
        : "Name the one that is meant.",
  },
  "overlay-does-not-fit": {
    severity: "error",
    message: (p: { puts: string; meets: string }) =>
      `This is ${p.puts}, and what the spec has in its place is ${p.meets}.`,
    help: (p: { meets: string }) =>
      `Write ${p.meets} here, or remove what is there in an action before this one.`,
  },
  "overlay-does-nothing": {
    severity: "warning",
    message: (p: { what: string }) => `${p.what}, so it changes nothing.`,
    help: () => "Say what it is to do, or delete it.",
  },
  "overlay-for-another-spec": {
    severity: "warning",
    message: (p: { wanted: string; entry: string }) =>
      `This overlay is for "${p.wanted}", and the spec is "${p.entry}".`,
    help: () =>
      "Correct `extends`, which is relative to the overlay, or take the overlay out of the settings.",
  },
  "overlay-grows-without-end": {
    severity: "error",
    message: () => "The overlays put more than a million values into the spec, this action among others.",
    help: () => "Do not copy what holds copies, or refer to what is repeated with $ref.",
  },
  "overlay-matches-nothing": {
    severity: "warning",
    message: (p: { query: string }) =>
      `\`${p.query}\` selects nothing in the spec, so this action does nothing.`,
    help: () =>
      "Correct the query, or delete the action; what stands in another file, behind a $ref, cannot be selected.",
  },
  "overlay-query-is-wrong": {
    severity: "error",
    message: (p: { query: string; why: string }) => `\`${p.query}\` is no JSONPath query: ${p.why}.`,
    help: () =>
      "Write it as RFC 9535 says: `$`, then names as `.name` or, with other signs than letters, digits and `_`, as `['a name']`.",
  },
  "overlay-removes-everything": {
    severity: "error",
    message: () => "This action removes the whole spec.",
    help: () => "Select what is to be removed in it.",
  },
  "overlay-targets-a-primitive-value": {
    severity: "error",
    message: (p: { verb: string }) =>
      `An overlay of version 1.0 cannot ${p.verb} single values, and this selects at least one.`,
    help: () => "Write `overlay: 1.1.0`, or select the object that holds it.",
  },
  "overlay-targets-are-mixed": {
    severity: "error",
    message: (p: { one: string; other: string }) =>
      `The targets of one action must be of one kind: here is ${p.one} among them, and ${p.other}.`,
    help: () => "Write an action for each kind.",
  },
  "overlay-update-and-copy": {
    severity: "error",
    message: () => "The action has both `update` and `copy`, of which neither counts then.",
    help: () => "Make two actions of it.",
  },
  "remote-reference": {
    severity: "error",
    message: (p: { reference: string }) =>
      `"${p.reference}" is no file of this spec, and nothing is fetched from there.`,
    help: (p: { host: string | undefined }) =>
      p.host === undefined
        ? "Keep a copy beside the spec, and refer to the copy by its relative path."
        : `Keep a copy beside the spec, or allow the host in the settings: "refs": { "hosts": ["${p.host}"] }.`,
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
  "too-many-references": {
    severity: "error",
    message: (p: { hops: number; most: number }) =>
      `The $ref leads to a $ref, that to another, and so on ${p.hops} times; ${p.most} is the most.`,
    help: () => "Refer to what is meant in the end.",
  },
  "unfetched-reference": {
    severity: "error",
    message: (p: { address: string; why: string }) => `"${p.address}" cannot be fetched: ${p.why}.`,
    help: () => "Correct the address, try again later, or keep a copy beside the spec.",
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
  "unsupported-overlay-version": {
    severity: "error",
    message: (p: { found: string }) => `The version of an overlay cannot be ${p.found}.`,
    help: () => "Write 1.0.0, 1.1.0 or 1.2.0, as in `overlay: 1.1.0`.",
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
