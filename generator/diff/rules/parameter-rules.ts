import { type Rules, sameBack } from "./rule.ts";
import { quoted } from "./tell-change.ts";

const none = "parameters: []";

function parameter(more = ""): string {
  return `parameters:\n  - { name: days, in: query${more} }`;
}

/** Rules about parameters, but for the schemas of their values. */
export const parameterRules: Rules = {
  "parameter-removed": {
    level: "warning",
    message: ({ subject }) => `${subject} was removed`,
    why: "Clients that send it are ignored or rejected.",
    before: parameter(),
    after: none,
    mirror: "parameter-added",
    instead: "Keep it, marked as deprecated, and ignore its value.",
  },
  "parameter-added": {
    level: "info",
    message: ({ subject }) => `${subject} is new and optional`,
    why: "Requests without it are still accepted.",
    before: none,
    after: parameter(),
    mirror: "parameter-removed",
  },
  "required-parameter-added": {
    level: "breaking",
    message: ({ subject }) => `${subject} is new and required`,
    why: "Requests without it are rejected.",
    before: none,
    after: parameter(", required: true"),
    mirror: "parameter-removed",
    instead: "Make it optional, and let `default` say what a request without it means.",
  },
  "parameter-moved": {
    level: "breaking",
    message: ({ subject, new: now }) => `${subject} is now a ${now ?? "different kind of"} parameter`,
    why: "Clients still send it in the old place.",
    before: parameter(),
    after: "parameters:\n  - { name: days, in: header }",
    mirror: null,
    alone: sameBack,
    instead: "Accept it in both places for a while.",
  },
  "parameter-became-required": {
    level: "breaking",
    message: ({ subject }) => `${subject} is now required`,
    why: "Requests without it are rejected.",
    before: parameter(),
    after: parameter(", required: true"),
    mirror: "parameter-became-optional",
    instead: "Leave it optional, and let `default` say what a request without it means.",
  },
  "parameter-became-optional": {
    level: "info",
    message: ({ subject }) => `${subject} is now optional`,
    why: "Requests with it are still accepted.",
    before: parameter(", required: true"),
    after: parameter(),
    mirror: "parameter-became-required",
  },
  "parameter-serialization-changed": {
    level: "breaking",
    message: ({ subject, old, new: now }) =>
      `the serialization of ${subject} changed from ${quoted(old)} to ${quoted(now)}`,
    why: "What is written the one way is not understood by those who know the other.",
    before: parameter(", style: form, explode: true"),
    after: parameter(", style: form, explode: false"),
    mirror: null,
    alone: sameBack,
    instead: "Accept both ways of writing it, or add a parameter with another name.",
  },
  "parameter-list-allowed": {
    level: "info",
    message: ({ subject }) => `${subject} may now be given more than once`,
    why: "One value is a list of one.",
    before: parameter(", schema: { type: string }"),
    after: parameter(", schema: { type: array, items: { type: string } }"),
    mirror: null,
    alone: "The way back is a change of its type.",
  },
  "parameter-empty-value-refused": {
    level: "breaking",
    message: ({ subject }) => `${subject} may no longer be empty`,
    why: "Requests with an empty value are rejected.",
    before: parameter(", allowEmptyValue: true"),
    after: parameter(),
    mirror: "parameter-empty-value-allowed",
    instead: "Keep accepting the empty value.",
  },
  "parameter-empty-value-allowed": {
    level: "info",
    message: ({ subject }) => `${subject} may now be empty`,
    why: "Everything that was accepted still is.",
    before: parameter(),
    after: parameter(", allowEmptyValue: true"),
    mirror: "parameter-empty-value-refused",
  },
  "parameter-reserved-refused": {
    level: "warning",
    message: ({ subject }) => `${subject} may no longer contain unescaped reserved characters`,
    why: "Clients may still send them unescaped.",
    before: parameter(", allowReserved: true"),
    after: parameter(),
    mirror: "parameter-reserved-allowed",
    instead: "Keep accepting reserved characters as they are.",
  },
  "parameter-reserved-allowed": {
    level: "info",
    message: ({ subject }) => `${subject} may now contain unescaped reserved characters`,
    why: "Escaped characters are still understood.",
    before: parameter(),
    after: parameter(", allowReserved: true"),
    mirror: "parameter-reserved-refused",
  },
  "parameter-deprecated": {
    level: "info",
    message: ({ subject, new: day }) =>
      `${subject} is now deprecated${day === undefined ? "" : `, with the sunset ${quoted(day)}`}`,
    why: "It still works.",
    before: parameter(),
    after: parameter(", deprecated: true"),
    mirror: "parameter-reinstated",
  },
  "parameter-reinstated": {
    level: "info",
    message: ({ subject }) => `${subject} is no longer deprecated`,
    why: "It keeps working.",
    before: parameter(", deprecated: true"),
    after: parameter(),
    mirror: "parameter-deprecated",
  },
};
