import type { Side } from "./schema-rule.ts";

/** What sentences about a facet of schemas are made of. */
export interface FacetWords {
  /** As in the codes of its rules: `max-length`. */
  readonly name: string;
  /** As in a sentence: maximum length. */
  readonly label: string;
  /** Whole sentences about a subject, where "the LABEL of SUBJECT changed from OLD to NEW" does not say it. */
  readonly says?: Readonly<Record<"tightened" | "loosened" | "changed", (subject: string) => string>>;
  /** Pieces of a spec: the first allows less than the second. */
  readonly strict: string;
  readonly loose: string;
  /** One that allows neither more nor less than the first; absent where one side always allows more. */
  readonly other?: string;
  /** What is said otherwise of what harms requests, and of what harms responses. */
  readonly request?: Side;
  readonly response?: Side;
  readonly instead?: string;
}

/** What a text encodes is not looked into. */
const undecided: Side = {
  level: "warning",
  why: "Nobody can tell from the spec whether the old texts are still understood.",
};

/** Everything that a schema says of its values by a keyword. */
export const facetWords: readonly FacetWords[] = [
  {
    name: "type",
    label: "type",
    strict: "type: integer",
    loose: "type: number",
    other: "type: string",
    instead: "Keep the old type, and offer the new one in a property or parameter of its own.",
  },
  {
    name: "format",
    label: "format",
    strict: "type: string\nformat: date",
    loose: "type: string",
    other: "type: string\nformat: date-time",
    instead: "Keep accepting the old format, and offer the new one in a property or parameter of its own.",
  },
  {
    name: "maximum",
    label: "maximum",
    strict: "maximum: 10",
    loose: "maximum: 30",
  },
  {
    name: "minimum",
    label: "minimum",
    strict: "minimum: 10",
    loose: "minimum: 1",
  },
  {
    name: "multiple-of",
    label: "`multipleOf`",
    strict: "multipleOf: 10",
    loose: "multipleOf: 5",
    other: "multipleOf: 3",
  },
  {
    name: "max-length",
    label: "maximum length",
    strict: "maxLength: 10",
    loose: "maxLength: 30",
  },
  {
    name: "min-length",
    label: "minimum length",
    strict: "minLength: 10",
    loose: "minLength: 1",
  },
  {
    name: "pattern",
    label: "pattern",
    strict: "type: string\npattern: ^a",
    loose: "type: string",
    other: "type: string\npattern: ^b",
  },
  {
    name: "content",
    label: "content format",
    strict: "type: string\ncontentEncoding: base64",
    loose: "type: string",
    other: "type: string\ncontentEncoding: base16",
    request: undecided,
    response: undecided,
  },
  {
    name: "max-items",
    label: "maximum number of items",
    strict: "maxItems: 10",
    loose: "maxItems: 30",
  },
  {
    name: "min-items",
    label: "minimum number of items",
    strict: "minItems: 2",
    loose: "minItems: 1",
  },
  {
    name: "unique-items",
    label: "`uniqueItems`",
    says: {
      tightened: (subject) => `the items of ${subject} must now be unique`,
      loosened: (subject) => `the items of ${subject} may now repeat`,
      changed: (subject) => `the \`uniqueItems\` of ${subject} changed`,
    },
    strict: "type: array\nuniqueItems: true",
    loose: "type: array",
  },
  {
    name: "contains",
    label: "`contains`",
    strict: "type: array\ncontains: { const: 1 }",
    loose: "type: array",
    other: "type: array\ncontains: { const: 2 }",
  },
  {
    name: "items",
    label: "`items`",
    strict: "type: array\nitems: { type: string }",
    loose: "type: array",
  },
  {
    name: "prefix-items",
    label: "`prefixItems`",
    strict: "prefixItems: [{ type: string }, { type: number }]",
    loose: "prefixItems: [{ type: string }]",
    other: "prefixItems: [{ type: string }, { type: boolean }, {}]",
  },
  {
    name: "max-properties",
    label: "maximum number of properties",
    strict: "maxProperties: 10",
    loose: "maxProperties: 30",
  },
  {
    name: "min-properties",
    label: "minimum number of properties",
    strict: "minProperties: 2",
    loose: "minProperties: 1",
  },
  {
    name: "additional-properties",
    label: "`additionalProperties`",
    strict: "type: object\nadditionalProperties: false",
    loose: "type: object\nadditionalProperties: true",
    response: {
      level: "warning",
      why: "Clients that reject unknown properties stop working, but most ignore them.",
    },
  },
  {
    name: "pattern-properties",
    label: "`patternProperties`",
    strict: "type: object\npatternProperties: { ^x-: { type: string } }",
    loose: "type: object",
    other: "type: object\npatternProperties: { ^y-: { type: string } }",
  },
  {
    name: "property-names",
    label: "`propertyNames`",
    strict: "type: object\npropertyNames: { maxLength: 8 }",
    loose: "type: object",
    other: "type: object\npropertyNames: { pattern: ^a }",
  },
  {
    name: "dependent-required",
    label: "`dependentRequired`",
    strict: "type: object\ndependentRequired: { from: [to] }",
    loose: "type: object",
    other: "type: object\ndependentRequired: { to: [from] }",
  },
  {
    name: "dependent-schemas",
    label: "`dependentSchemas`",
    strict: "type: object\ndependentSchemas: { from: { required: [to] } }",
    loose: "type: object",
    other: "type: object\ndependentSchemas: { to: { required: [from] } }",
  },
  {
    name: "values",
    label: "list of values",
    says: {
      tightened: (subject) => `${subject} is now limited to a list of values`,
      loosened: (subject) => `${subject} is no longer limited to a list of values`,
      changed: (subject) => `${subject} now has another list of values`,
    },
    strict: "type: string\nenum: [a, b]",
    loose: "type: string",
    other: "type: string\nenum: [c]",
  },
  {
    name: "alternatives",
    label: "alternatives",
    says: {
      tightened: (subject) => `exactly one alternative of ${subject} must match now`,
      loosened: (subject) => `several alternatives of ${subject} may now match at once`,
      changed: (subject) => `the alternatives of ${subject} are combined in another way`,
    },
    strict: "oneOf:\n  - { minimum: 1 }\n  - { maximum: 9 }",
    loose: "anyOf:\n  - { minimum: 1 }\n  - { maximum: 9 }",
  },
  {
    name: "negation",
    label: "`not`",
    strict: "not: { type: [string, number] }",
    loose: "not: { type: string }",
    other: "not: { type: boolean }",
  },
  {
    name: "condition",
    label: "`if`",
    strict: "if: { required: [from] }\nthen: { required: [to] }",
    loose: "if: { required: [from] }",
    other: "if: { required: [to] }\nthen: { required: [from] }",
  },
  {
    name: "schema",
    label: "schema",
    says: {
      tightened: (subject) => `${subject} now allows fewer values`,
      loosened: (subject) => `${subject} now allows more values`,
      changed: (subject) => `${subject} now allows other values`,
    },
    strict:
      "allOf:\n  - { anyOf: [{ minimum: 1 }, { maxLength: 3 }] }\n  - { anyOf: [{ maximum: 9 }, { minLength: 1 }] }",
    loose: "allOf:\n  - { anyOf: [{ minimum: 1 }, { maxLength: 3 }] }",
    other: "allOf:\n  - { anyOf: [{ minimum: 2 }, { minLength: 2 }] }",
  },
];
