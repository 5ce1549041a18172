import type { CatalogueEntry } from "./catalogue-entry.ts";

/** What can be said of a spec once it is understood: of its names, its examples, its outputs. Sorted by code. */
export const modelComplaints = {
  "default-does-not-fit": {
    severity: "warning",
    message: (p: { why: string }) => `The default does not fit its schema: ${p.why}.`,
    help: () => "Correct the default, or the schema: readers take it for what they may send.",
  },
  "discriminator-property-missing": {
    severity: "warning",
    message: (p: { property: string }) =>
      `Nothing says that this branch has "${p.property}", by which the discriminator tells it from the others.`,
    help: (p: { property: string }) =>
      `Add "${p.property}" to the properties of its schema, or take out the discriminator.`,
  },
  "example-does-not-fit": {
    severity: "warning",
    message: (p: { why: string }) => `The example does not fit its schema: ${p.why}.`,
    help: () => "Correct the example, or the schema: readers copy what is shown to them.",
  },
  "extension-not-followed": {
    severity: "warning",
    message: (p: { what: string; why: string }) => `${p.what} ${p.why}, so the client cannot follow it.`,
    help: (p: { example: string }) => `For example: ${p.example}`,
  },
  "name-clash": {
    severity: "warning",
    message: (p: { called: string; other: string; target: string; wanted: string; name: string }) =>
      p.wanted === p.target
        ? `${p.called} would be called ${p.target}, like ${p.other}; it is called ${p.name}.`
        : `${p.called} would be called ${p.wanted}, and ${p.other} is called ${p.target}, which are one file on some disks; it is called ${p.name}.`,
    help: () => "Rename one of the two, or choose its name with x-name.",
  },
  "name-taken": {
    severity: "warning",
    message: (p: { called: string; target: string; name: string }) =>
      `${p.called} would be called ${p.target}, which the language or the package has taken; it is called ${p.name}.`,
    help: () => "Leave it at that, rename it, or choose its name with x-name.",
  },
  "nothing-selected": {
    severity: "error",
    message: () => "The selection leaves no operation over.",
    help: () => "Widen include, or take something out of exclude.",
  },
  "schema-left-out": {
    severity: "warning",
    message: (p: { why: string }) => `The wire types (src/schema.ts) cannot be made of this spec: ${p.why}.`,
    help: () => 'Leave "schema" out of the outputs, or report it to openapi-typescript, which makes them.',
  },
  "schema-too-deep": {
    severity: "error",
    message: (p: { depth: number; most: number }) =>
      `This schema is made of another, that of another, and so on for ${p.depth} levels; ${p.most} is the most.`,
    help: () => "Take out schemas that only stand between two others.",
  },
  "schema-too-large": {
    severity: "error",
    message: (p: { size: number; share: number; most: number }) =>
      `With every allOf, oneOf and anyOf written out, the schemas have ${amount(p.size)} parts, this one ${amount(p.share)} of them; ${p.most} is the most.`,
    help: () =>
      "Refer to each schema once in an allOf, a oneOf or an anyOf, make unions of fewer unions, and let no two schemas be made of each other.",
  },
  "selector-matches-nothing": {
    severity: "warning",
    message: (p: { selector: string }) => `No operation answers to "${p.selector}".`,
    help: () => "Write tag:NAME, path:/a/** or operation:ID as the spec spells it, in include and exclude.",
  },
  "unsatisfiable-all-of": {
    severity: "warning",
    message: (p: { why: string }) => `No value satisfies all parts of this allOf: ${p.why}.`,
    help: () => "Make the parts agree, or write anyOf where one of them is enough.",
  },
} as const satisfies Record<string, CatalogueEntry>;

/** A number with more digits than a person reads says no more than this. */
function amount(count: number): string {
  return count < 1e12 ? String(count) : "countless";
}
