import { quoted, type Rule, type Rules, type Told } from "./rule.ts";
import type { Level } from "../change.ts";

/** An edit of a schema, before it is known which way its values travel. */
interface SchemaRule {
  readonly message: (told: Told) => string;
  readonly before: string;
  readonly after: string;
  readonly mirror: string | null;
  readonly alone?: string;
  /** The level where the edit is harmful, if it is not breaking; and where it is proved harmless, if it is more than information. */
  readonly request?: Partial<Sides>;
  readonly response?: Partial<Sides>;
}

interface Sides {
  readonly level: Level;
  readonly why: string;
  readonly instead: string;
}

interface FacetWords {
  readonly name: string;
  /** As in a sentence: the maximum. */
  readonly label: string;
  readonly strict: string;
  readonly loose: string;
  readonly other: string;
  readonly instead?: string;
}

const facets: readonly FacetWords[] = [
  {
    name: "type",
    label: "the type",
    strict: "type: integer",
    loose: "type: number",
    other: "type: string",
    instead: "Keep the old type, and offer the new one in a property or parameter of its own.",
  },
  {
    name: "format",
    label: "the format",
    strict: "type: string\nformat: date",
    loose: "type: string",
    other: "type: string\nformat: date-time",
    instead: "Keep what was accepted, and say the new format in a property of its own.",
  },
  {
    name: "maximum",
    label: "the maximum",
    strict: "maximum: 10",
    loose: "maximum: 30",
    other: "maximum: 20",
  },
  { name: "minimum", label: "the minimum", strict: "minimum: 10", loose: "minimum: 1", other: "minimum: 5" },
  {
    name: "multiple-of",
    label: "the divisor",
    strict: "multipleOf: 10",
    loose: "multipleOf: 5",
    other: "multipleOf: 3",
  },
  {
    name: "max-length",
    label: "the maximum length",
    strict: "maxLength: 10",
    loose: "maxLength: 30",
    other: "maxLength: 20",
  },
  {
    name: "min-length",
    label: "the minimum length",
    strict: "minLength: 10",
    loose: "minLength: 1",
    other: "minLength: 5",
  },
  {
    name: "pattern",
    label: "the pattern",
    strict: "pattern: ^a",
    loose: "# no pattern",
    other: "pattern: ^b",
  },
  {
    name: "content",
    label: "the content of the text",
    strict: "contentEncoding: base64",
    loose: "# no encoding",
    other: "contentEncoding: base16",
  },
  {
    name: "max-items",
    label: "the maximum number of items",
    strict: "maxItems: 10",
    loose: "maxItems: 30",
    other: "maxItems: 20",
  },
  {
    name: "min-items",
    label: "the minimum number of items",
    strict: "minItems: 2",
    loose: "minItems: 1",
    other: "minItems: 3",
  },
  {
    name: "unique-items",
    label: "the rule on items that are equal",
    strict: "uniqueItems: true",
    loose: "uniqueItems: false",
    other: "uniqueItems: true",
  },
  {
    name: "contains",
    label: "what the list must contain",
    strict: "contains: { const: 1 }",
    loose: "# no contains",
    other: "contains: { const: 2 }",
  },
  {
    name: "items",
    label: "the schema of the items",
    strict: "items: { type: string }",
    loose: "# any items",
    other: "items: { type: number }",
  },
  {
    name: "prefix-items",
    label: "the schemas of the first items",
    strict: "prefixItems: [{ type: string }]",
    loose: "# any items",
    other: "prefixItems: [{ type: number }]",
  },
  {
    name: "max-properties",
    label: "the maximum number of properties",
    strict: "maxProperties: 10",
    loose: "maxProperties: 30",
    other: "maxProperties: 20",
  },
  {
    name: "min-properties",
    label: "the minimum number of properties",
    strict: "minProperties: 2",
    loose: "minProperties: 1",
    other: "minProperties: 3",
  },
  {
    name: "additional-properties",
    label: "the rule on properties without a name of their own",
    strict: "additionalProperties: false",
    loose: "additionalProperties: true",
    other: "additionalProperties: { type: string }",
  },
  {
    name: "pattern-properties",
    label: "the rules on properties whose names match a pattern",
    strict: "patternProperties: { ^x-: { type: string } }",
    loose: "# none",
    other: "patternProperties: { ^y-: { type: string } }",
  },
  {
    name: "property-names",
    label: "the rule on the names of properties",
    strict: "propertyNames: { maxLength: 8 }",
    loose: "# none",
    other: "propertyNames: { pattern: ^a }",
  },
  {
    name: "dependent-required",
    label: "the rules on properties that need one another",
    strict: "dependentRequired: { from: [to] }",
    loose: "# none",
    other: "dependentRequired: { to: [from] }",
  },
  {
    name: "dependent-schemas",
    label: "the schemas that depend on a property",
    strict: "dependentSchemas: { from: { required: [to] } }",
    loose: "# none",
    other: "dependentSchemas: { to: { required: [from] } }",
  },
  {
    name: "values",
    label: "the list of values",
    strict: "enum: [a, b]",
    loose: "type: string",
    other: "enum: [c]",
  },
  {
    name: "alternatives",
    label: "how the alternatives go together",
    strict: "oneOf: [...]",
    loose: "anyOf: [...]",
    other: "oneOf: [...]",
  },
  {
    name: "negation",
    label: "what is left out by `not`",
    strict: "not: { type: string }",
    loose: "# nothing left out",
    other: "not: { type: number }",
  },
  {
    name: "condition",
    label: "the condition",
    strict: "if: ...\nthen: ...",
    loose: "# no condition",
    other: "if: ...\nelse: ...",
  },
  { name: "schema", label: "the schema", strict: "allOf: [A, B]", loose: "allOf: [A]", other: "allOf: [C]" },
];

const misplacedWhy =
  "By JSON Schema a limit for another type keeps nothing out; whoever wrote it means it, and a server may go by that.";

function misplacedMessage({ subject, old, new: now }: Told): string {
  return `${subject} has the limit ${quoted(now)}, no longer ${quoted(old)}, which is one for another type`;
}

const extensibleInstead =
  "Mark the list with `x-extensible-enum` from the start, so that clients expect it to grow.";

const named: Readonly<Record<string, SchemaRule>> = {
  "null-removed": {
    message: ({ subject }) => `${subject} may no longer be null`,
    before: "type: [string, 'null']",
    after: "type: string",
    mirror: "null-added",
    request: {
      instead: "Go on accepting null, and take it for what the API would make of a value that is missing.",
    },
  },
  "null-added": {
    message: ({ subject }) => `${subject} may be null`,
    before: "type: string",
    after: "type: [string, 'null']",
    mirror: "null-removed",
    response: {
      instead:
        "Leave the property out where there is no value, if it is optional; else keep sending a value.",
    },
  },
  "value-removed": {
    message: ({ subject, old }) => `${subject} no longer knows the value ${quoted(old)}`,
    before: "enum: [a, b]",
    after: "enum: [a]",
    mirror: "value-added",
    request: { instead: "Go on accepting the value, and map it to one of those that stay." },
  },
  "value-added": {
    message: ({ subject, new: value }) => `${subject} has the new value ${quoted(value)}`,
    before: "enum: [a]",
    after: "enum: [a, b]",
    mirror: "value-removed",
    response: {
      level: "warning",
      why: "A client gets a value that was not listed when it was written; the generated client expects that, others may not.",
      instead: extensibleInstead,
    },
  },
  "known-value-removed": {
    message: ({ subject, old }) => `${subject} no longer names the value ${quoted(old)}`,
    before: "x-extensible-enum: [a, b]",
    after: "x-extensible-enum: [a]",
    mirror: "known-value-added",
    request: {
      why: "Clients send the value, and it is not one that is known any more.",
      instead: "Go on accepting the value, and map it to one of those that stay.",
    },
  },
  "known-value-added": {
    message: ({ subject, new: value }) => `${subject} names the new value ${quoted(value)}`,
    before: "x-extensible-enum: [a]",
    after: "x-extensible-enum: [a, b]",
    mirror: "known-value-removed",
    response: { level: "info", why: "The list is marked as one that grows." },
  },
  "property-removed": {
    message: ({ subject, old }) => `${subject} no longer has the optional property ${quoted(old)}`,
    before: "properties: { a: ..., b: ... }",
    after: "properties: { a: ... }",
    mirror: "property-added",
    request: { instead: "Keep the property, marked as deprecated, and ignore it." },
    response: { instead: "Keep the property, marked as deprecated, until nobody reads it." },
  },
  "required-property-removed": {
    message: ({ subject, old }) => `${subject} no longer has the required property ${quoted(old)}`,
    before: "required: [a]\nproperties: { a: ... }",
    after: "properties: {}",
    mirror: "required-property-added",
    request: { instead: "Keep the property, optional and marked as deprecated, and ignore it." },
    response: { instead: "Keep the property, marked as deprecated, until nobody reads it." },
  },
  "property-added": {
    message: ({ subject, new: name }) => `${subject} has the new optional property ${quoted(name)}`,
    before: "properties: { a: ... }",
    after: "properties: { a: ..., b: ... }",
    mirror: "property-removed",
  },
  "required-property-added": {
    message: ({ subject, new: name }) => `${subject} has the new required property ${quoted(name)}`,
    before: "properties: {}",
    after: "required: [a]\nproperties: { a: ... }",
    mirror: "required-property-removed",
    request: {
      instead: "Make the property optional, and say with `default` what a request without it means.",
    },
  },
  "property-became-required": {
    message: ({ subject, new: name }) => `the property ${quoted(name)} of ${subject} became required`,
    before: "properties: { a: ... }",
    after: "required: [a]\nproperties: { a: ... }",
    mirror: "property-became-optional",
    request: { instead: "Leave it optional, and say with `default` what a request without it means." },
  },
  "property-became-optional": {
    message: ({ subject, new: name }) => `the property ${quoted(name)} of ${subject} became optional`,
    before: "required: [a]\nproperties: { a: ... }",
    after: "properties: { a: ... }",
    mirror: "property-became-required",
    response: { instead: "Go on sending it in every response." },
  },
  "property-hidden": {
    message: ({ subject, old }) => `the property ${quoted(old)} of ${subject} no longer travels this way`,
    before: "a: { type: string }",
    after: "a: { type: string, readOnly: true }",
    mirror: "property-shown",
  },
  "property-shown": {
    message: ({ subject, new: name }) =>
      `the optional property ${quoted(name)} of ${subject} travels this way now`,
    before: "a: { type: string, readOnly: true }",
    after: "a: { type: string }",
    mirror: "property-hidden",
  },
  "required-property-shown": {
    message: ({ subject, new: name }) =>
      `the required property ${quoted(name)} of ${subject} travels this way now`,
    before: "a: { type: string, readOnly: true }",
    after: "a: { type: string }",
    mirror: "property-hidden",
    request: { instead: "Leave it read-only, or make it optional." },
  },
  "alternative-removed": {
    message: ({ subject, old }) =>
      `${subject} is no longer ${old === undefined || old === "" ? "one of its alternatives" : quoted(old)}`,
    before: "oneOf: [A, B]",
    after: "oneOf: [A]",
    mirror: "alternative-added",
    request: { instead: "Go on accepting the alternative, marked as deprecated." },
  },
  "alternative-added": {
    message: ({ subject, new: name }) =>
      `${subject} may be ${name === undefined || name === "" ? "another alternative" : quoted(name)}`,
    before: "oneOf: [A]",
    after: "oneOf: [A, B]",
    mirror: "alternative-removed",
    response: {
      instead:
        "Send the new alternative only to clients that ask for it, with a parameter or a media type of its own.",
    },
  },
  "discriminator-added": {
    message: ({ subject, new: name }) => `the alternatives of ${subject} are told apart by ${quoted(name)}`,
    before: "oneOf: [A, B]",
    after: "oneOf: [A, B]\ndiscriminator: { propertyName: kind }",
    mirror: "discriminator-removed",
  },
  "discriminator-removed": {
    message: ({ subject, old }) =>
      `the alternatives of ${subject} are no longer told apart by ${quoted(old)}`,
    before: "oneOf: [A, B]\ndiscriminator: { propertyName: kind }",
    after: "oneOf: [A, B]",
    mirror: "discriminator-added",
  },
  "discriminator-changed": {
    message: ({ subject }) => `the alternatives of ${subject} are told apart in another way`,
    before: "discriminator: { propertyName: kind }",
    after: "discriminator: { propertyName: type }",
    mirror: null,
    alone: "To change it back is the same change.",
  },
  "misplaced-limit-tightened": {
    message: misplacedMessage,
    before: "type: string\nmaximum: 30",
    after: "type: string\nmaximum: 10",
    mirror: "misplaced-limit-loosened",
    request: {
      why: misplacedWhy,
      instead:
        "Use the keyword for the type: minLength and maxLength for strings, minItems and maxItems for arrays.",
    },
  },
  "misplaced-limit-loosened": {
    message: misplacedMessage,
    before: "type: string\nmaximum: 10",
    after: "type: string\nmaximum: 30",
    mirror: "misplaced-limit-tightened",
    response: {
      why: misplacedWhy,
      instead:
        "Use the keyword for the type: minLength and maxLength for strings, minItems and maxItems for arrays.",
    },
  },
  "misplaced-limit-changed": {
    message: misplacedMessage,
    before: "type: integer\npattern: ^1",
    after: "type: integer\npattern: ^2",
    mirror: null,
    alone: "To change it back is the same change.",
    request: { level: "warning", why: misplacedWhy },
    response: { level: "warning", why: misplacedWhy },
  },
  "property-became-one-way": {
    message: ({ subject, new: name }) => `the property ${quoted(name)} of ${subject} travels one way only`,
    before: "a: { type: string }",
    after: "a: { type: string, readOnly: true }",
    mirror: "property-became-two-way",
  },
  "property-became-two-way": {
    message: ({ subject, new: name }) => `the property ${quoted(name)} of ${subject} travels both ways`,
    before: "a: { type: string, readOnly: true }",
    after: "a: { type: string }",
    mirror: "property-became-one-way",
  },
  "hidden-property-removed": {
    message: ({ subject, old }) =>
      `${subject} no longer has the property ${quoted(old)}, which did not travel this way`,
    before: "properties: { a: { readOnly: true } }",
    after: "properties: {}",
    mirror: "hidden-property-added",
  },
  "hidden-property-added": {
    message: ({ subject, new: name }) =>
      `${subject} has the new property ${quoted(name)}, which does not travel this way`,
    before: "properties: {}",
    after: "properties: { a: { readOnly: true } }",
    mirror: "hidden-property-removed",
  },
  "default-added": {
    message: ({ subject, new: value }) => `${subject} has the default ${quoted(value)}`,
    before: "type: integer",
    after: "type: integer\ndefault: 25",
    mirror: "default-removed",
  },
  "default-removed": {
    message: ({ subject, old }) => `${subject} no longer has the default ${quoted(old)}`,
    before: "type: integer\ndefault: 25",
    after: "type: integer",
    mirror: "default-added",
  },
  "default-changed": {
    message: ({ subject, old, new: value }) =>
      `the default of ${subject} is ${quoted(value)}, no longer ${quoted(old)}`,
    before: "default: 25",
    after: "default: 50",
    mirror: null,
    alone: "To change it back is the same change.",
  },
  deprecated: {
    message: ({ subject }) => `${subject} is deprecated`,
    before: "type: string",
    after: "type: string\ndeprecated: true",
    mirror: "reinstated",
  },
  reinstated: {
    message: ({ subject }) => `${subject} is no longer deprecated`,
    before: "type: string\ndeprecated: true",
    after: "type: string",
    mirror: "deprecated",
  },
};

const whys = {
  request: "What a client may send is turned away.",
  response: "A client may get what it never had to expect.",
} as const;

function facetRules({
  name,
  label,
  strict,
  loose,
  other,
  instead,
}: FacetWords): Readonly<Record<string, SchemaRule>> {
  const message = ({ subject, old, new: value }: Told): string => {
    const what = `${label} of ${subject}`;
    if (old === undefined && value === undefined) return `${what} changed`;
    return `${what} is ${quoted(value)}, no longer ${quoted(old)}`;
  };
  const keep = {
    request: {
      instead: instead ?? "Go on accepting what was accepted, and say in the description what is wanted.",
    },
    response: {
      instead: "Keep the promise for the property that there is, and give what is new a property of its own.",
    },
  };
  return {
    [`${name}-tightened`]: { message, before: loose, after: strict, mirror: `${name}-loosened`, ...keep },
    [`${name}-loosened`]: { message, before: strict, after: loose, mirror: `${name}-tightened`, ...keep },
    [`${name}-changed`]: {
      message,
      before: strict,
      after: other,
      mirror: null,
      alone: "To change it back is the same change.",
      ...keep,
    },
  };
}

function directed(direction: "request" | "response", rules: Readonly<Record<string, SchemaRule>>): Rules {
  const entries = Object.entries(rules).map(([name, rule]): readonly [string, Rule] => {
    const { level = levelOf(direction, name), why, instead } = rule[direction] ?? {};
    const { message, before, after, mirror, alone } = rule;
    const common = {
      level,
      message,
      why: why ?? (level === "info" ? "It keeps no client from going on." : whys[direction]),
      before,
      after,
    };
    return [
      `${direction}-${name}`,
      {
        ...common,
        mirror: mirror === null ? null : `${direction}-${mirror}`,
        ...(alone === undefined ? {} : { alone }),
        ...(instead === undefined ? {} : { instead }),
      },
    ];
  });
  return Object.fromEntries(entries);
}

const harmless = /^(?:default-|deprecated|reinstated|hidden-property-|property-became-(?:one|two)-way)/;
const doubtful = /^discriminator-/;

/** What narrows hurts who sends, what widens hurts who receives. */
function levelOf(direction: "request" | "response", name: string): Level {
  if (harmless.test(name)) return "info";
  if (doubtful.test(name)) return "warning";
  const widens =
    /-(?:loosened|optional)$|^(?:null|value|known-value|alternative)-added$|^(?:required-)?property-(?:removed|hidden)$/;
  const narrows =
    /-(?:tightened|required)$|^(?:null|value|known-value|alternative)-removed$|^(?:required-)?property-(?:added|shown)$/;
  if (direction === "request")
    return widens.test(name) && !/property-(?:removed|hidden)/.test(name) ? "info" : "breaking";
  return narrows.test(name) && !/alternative-removed/.test(name) ? "info" : "breaking";
}

const all: Readonly<Record<string, SchemaRule>> = {
  ...Object.assign({}, ...facets.map(facetRules)),
  ...named,
};

/** Rules about the values of schemas, for each way that they travel. */
export const schemaRules: Rules = { ...directed("request", all), ...directed("response", all) };
