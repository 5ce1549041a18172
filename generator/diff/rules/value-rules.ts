import { sameBack, type Told } from "./rule.ts";
import type { SchemaRules } from "./schema-rule.ts";
import { named, quoted, tellChange } from "./tell-change.ts";

const keepValue = "Keep accepting the value, and treat it as one of those that stay.";
const keepPromise = "Leave the limit as it was, and say in the description which values are meant.";
const misplacedWhy = "By JSON Schema this limit has no effect on the type, but servers may enforce it.";

const alternatives = "oneOf:\n  - { $ref: '#/components/schemas/Cat' }";
const moreAlternatives = `${alternatives}\n  - { $ref: '#/components/schemas/Dog' }`;

/** Several values come each in backticks of its own. */
function isOne(text: string | undefined): boolean {
  return text === undefined || !text.includes("`, `");
}

/** Rules about single values, alternatives, and what is said of values without keeping any out. */
export const valueRules: SchemaRules = {
  "null-removed": {
    message: ({ subject }) => `${subject} may no longer be null`,
    before: "type: [string, 'null']",
    after: "type: string",
    mirror: "null-added",
    hurts: ["request"],
    request: {
      why: "Requests that send null are rejected.",
      instead: "Keep accepting null, and treat it like a missing value.",
    },
  },
  "null-added": {
    message: ({ subject }) => `${subject} may now be null`,
    before: "type: string",
    after: "type: [string, 'null']",
    mirror: "null-removed",
    hurts: ["response"],
    response: {
      why: "Clients that expect a value may get null.",
      instead:
        "If the property is optional, leave it out where there is no value. Otherwise keep sending a value.",
    },
  },
  "value-removed": {
    message: ({ subject, old }) => `${subject} no longer has ${named(isOne(old) ? "value" : "values", old)}`,
    before: "enum: [small, large]",
    after: "enum: [small]",
    mirror: "value-added",
    hurts: ["request"],
    request: { why: "Requests that send the value are rejected.", instead: keepValue },
  },
  "value-added": {
    message: ({ subject, new: value }) =>
      `${subject} has the new ${isOne(value) ? "value" : "values"} ${quoted(value)}`,
    before: "enum: [small]",
    after: "enum: [small, large]",
    mirror: "value-removed",
    hurts: ["response"],
    response: {
      level: "warning",
      why: "Generated clients are ready for values that are not listed, but other clients may not be.",
      instead:
        "Put what is new into a property of its own. Mark lists that will grow with `x-extensible-enum` from the start.",
    },
  },
  "known-value-removed": {
    message: ({ subject, old }) => `the known values of ${subject} no longer include ${quoted(old)}`,
    before: "x-extensible-enum: [small, large]",
    after: "x-extensible-enum: [small]",
    mirror: "known-value-added",
    hurts: ["request"],
    request: { why: "Clients that send the value may be rejected.", instead: keepValue },
  },
  "known-value-added": {
    message: ({ subject, new: value }) => `the known values of ${subject} now include ${quoted(value)}`,
    before: "x-extensible-enum: [small]",
    after: "x-extensible-enum: [small, large]",
    mirror: "known-value-removed",
    hurts: [],
    response: { why: "The list is marked as one that grows." },
  },
  "alternative-removed": {
    message: ({ subject, old }) => `${subject} no longer has ${named("alternative", old)}`,
    before: moreAlternatives,
    after: alternatives,
    mirror: "alternative-added",
    hurts: ["request", "response"],
    request: {
      why: "Requests that send it are rejected.",
      instead: "Keep accepting the alternative, marked as deprecated.",
    },
  },
  "alternative-added": {
    message: ({ subject, new: name }) =>
      name === undefined || name === ""
        ? `${subject} has a new alternative`
        : `${subject} has the new alternative ${quoted(name)}`,
    before: alternatives,
    after: moreAlternatives,
    mirror: "alternative-removed",
    hurts: ["request", "response"],
    response: {
      instead:
        "Send the new alternative only to clients that ask for it, by a parameter or a media type of its own.",
    },
  },
  "discriminator-added": {
    message: (told) => tellChange("discriminator", told),
    before: moreAlternatives,
    after: `${moreAlternatives}\ndiscriminator: { propertyName: kind }`,
    mirror: "discriminator-removed",
    hurts: ["request", "response"],
    request: { level: "warning" },
    response: { level: "warning" },
  },
  "discriminator-removed": {
    message: (told) => tellChange("discriminator", told),
    before: `${moreAlternatives}\ndiscriminator: { propertyName: kind }`,
    after: moreAlternatives,
    mirror: "discriminator-added",
    hurts: ["request", "response"],
    request: { level: "warning" },
    response: { level: "warning" },
  },
  "discriminator-changed": {
    message: tellDiscriminator,
    before: `${moreAlternatives}\ndiscriminator: { propertyName: kind }`,
    after: `${moreAlternatives}\ndiscriminator: { propertyName: species }`,
    mirror: null,
    alone: sameBack,
    hurts: ["request", "response"],
    request: { level: "warning" },
    response: { level: "warning" },
  },
  "misplaced-limit-tightened": {
    message: tellLimit,
    before: "type: string\nmaximum: 30",
    after: "type: string\nmaximum: 10",
    mirror: "misplaced-limit-loosened",
    hurts: ["request"],
    request: { why: misplacedWhy, instead: keepPromise },
  },
  "misplaced-limit-loosened": {
    message: tellLimit,
    before: "type: string\nmaximum: 10",
    after: "type: string\nmaximum: 30",
    mirror: "misplaced-limit-tightened",
    hurts: ["response"],
    response: { why: misplacedWhy, instead: keepPromise },
  },
  "misplaced-limit-changed": {
    message: tellLimit,
    before: "type: integer\npattern: ^1",
    after: "type: integer\npattern: ^2",
    mirror: null,
    alone: sameBack,
    hurts: ["request", "response"],
    request: { level: "warning", why: misplacedWhy },
    response: { level: "warning", why: misplacedWhy },
  },
  "default-added": {
    message: (told) => tellChange("default", told),
    before: "type: integer",
    after: "type: integer\ndefault: 25",
    mirror: "default-removed",
    hurts: [],
  },
  "default-removed": {
    message: (told) => tellChange("default", told),
    before: "type: integer\ndefault: 25",
    after: "type: integer",
    mirror: "default-added",
    hurts: [],
  },
  "default-changed": {
    message: (told) => tellChange("default", told),
    before: "type: integer\ndefault: 25",
    after: "type: integer\ndefault: 50",
    mirror: null,
    alone: sameBack,
    hurts: [],
  },
  deprecated: {
    message: ({ subject }) => `${subject} is now deprecated`,
    before: "type: string",
    after: "type: string\ndeprecated: true",
    mirror: "reinstated",
    hurts: [],
  },
  reinstated: {
    message: ({ subject }) => `${subject} is no longer deprecated`,
    before: "type: string\ndeprecated: true",
    after: "type: string",
    mirror: "deprecated",
    hurts: [],
  },
};

/** The same property on both sides: it is the mapping that changed. */
function tellDiscriminator(told: Told): string {
  const { subject, old, new: now } = told;
  if (old === undefined || old !== now) return tellChange("discriminator", told);
  return `the mapping of the discriminator ${quoted(old)} of ${subject} changed`;
}

function tellLimit({ subject, old, new: now }: Told): string {
  if (old === undefined && now === undefined) return `a limit of ${subject} changed`;
  if (old === undefined) return `${subject} now has the limit ${quoted(now)}`;
  if (now === undefined) return `${subject} no longer has the limit ${quoted(old)}`;
  return `the limit ${quoted(old)} of ${subject} changed to ${quoted(now)}`;
}
