import type { SchemaRules, Side } from "./schema-rule.ts";
import { named, quoted } from "./tell-change.ts";

const a = "properties:\n  a: { type: string }";
const ab = `${a}\n  b: { type: string }`;
const requiredB = `${ab}\nrequired: [b]`;
const hiddenB = `${a}\n  b: { type: string, readOnly: true }`;
const requiredHiddenB = `${hiddenB}\nrequired: [b]`;

const keepIgnored = "Keep the property, marked as deprecated, and ignore its value.";
const keepSent = "Keep the property, marked as deprecated, until no client reads it.";
const unmet = "Requests without it are rejected.";
const makeOptional = "Make the property optional, and let `default` say what a request without it means.";

const newProperty: Side = {
  level: "warning",
  why: "Clients that reject unknown properties stop working, but most ignore them.",
};

/** What keeps a property out of the values that go in a direction, and what keeps it out of the others. */
const outOf = { request: "read-only", response: "write-only" } as const;
const only = { request: "write-only", response: "read-only" } as const;

/** Rules about the properties of objects: which there are, which must be there, and which way they travel. */
export const propertyRules: SchemaRules = {
  "property-removed": {
    message: ({ subject, old }) => `${subject} no longer has the optional property ${quoted(old)}`,
    before: ab,
    after: a,
    mirror: "property-added",
    hurts: ["request", "response"],
    request: { why: "Requests that send it are rejected.", instead: keepIgnored },
    response: { instead: keepSent },
  },
  "required-property-removed": {
    message: ({ subject, old }) => `${subject} no longer has the required property ${quoted(old)}`,
    before: requiredB,
    after: a,
    mirror: "required-property-added",
    hurts: ["request", "response"],
    request: {
      why: "Requests that send it are rejected.",
      instead:
        "Keep the property, marked as deprecated, and ignore its value. Where it is only sent, make it optional.",
    },
    response: { why: "Clients that rely on it find nothing.", instead: keepSent },
  },
  "property-added": {
    message: ({ subject, new: name }) => `${subject} has the new optional property ${quoted(name)}`,
    before: a,
    after: ab,
    mirror: "property-removed",
    hurts: ["request", "response"],
    response: newProperty,
  },
  "required-property-added": {
    message: ({ subject, new: name }) => `${subject} has the new required property ${quoted(name)}`,
    before: a,
    after: requiredB,
    mirror: "required-property-removed",
    hurts: ["request", "response"],
    request: { why: unmet, instead: makeOptional },
    response: newProperty,
  },
  "property-became-required": {
    message: ({ subject, new: name }) => `${subject} now requires ${named("property", name)}`,
    before: ab,
    after: requiredB,
    mirror: "property-became-optional",
    hurts: ["request"],
    request: {
      why: unmet,
      instead: "Leave the property optional, and let `default` say what a request without it means.",
    },
  },
  "property-became-optional": {
    message: ({ subject, new: name }) => `${subject} no longer requires ${named("property", name)}`,
    before: requiredB,
    after: ab,
    mirror: "property-became-required",
    hurts: ["response"],
    response: {
      why: "Clients that rely on it may find nothing.",
      instead: "Keep sending the property in every response.",
    },
  },
  "property-hidden": {
    message: ({ subject, old }, direction) =>
      `${named("property", old)} of ${subject} became ${outOf[direction]}`,
    before: ab,
    after: hiddenB,
    mirror: "property-shown",
    hurts: ["request", "response"],
    request: { level: "warning", why: "What clients send there is ignored." },
    response: { why: "Clients that rely on it find nothing.", instead: keepSent },
  },
  "property-shown": {
    message: ({ subject, new: name }, direction) =>
      `${named("optional property", name)} of ${subject} is no longer ${outOf[direction]}`,
    before: hiddenB,
    after: ab,
    mirror: "property-hidden",
    hurts: [],
  },
  "required-property-shown": {
    message: ({ subject, new: name }, direction) =>
      `${named("required property", name)} of ${subject} is no longer ${outOf[direction]}`,
    before: requiredHiddenB,
    after: requiredB,
    mirror: "property-hidden",
    hurts: ["request"],
    request: {
      why: unmet,
      instead: "Leave the property read-only, and add an optional one with another name for what is sent.",
    },
  },
  "property-became-one-way": {
    message: ({ subject, new: name }, direction) =>
      `${named("property", name)} of ${subject} became ${only[direction]}`,
    before: ab,
    after: hiddenB,
    mirror: "property-became-two-way",
    hurts: [],
  },
  "property-became-two-way": {
    message: ({ subject, new: name }, direction) =>
      `${named("property", name)} of ${subject} is no longer ${only[direction]}`,
    before: hiddenB,
    after: ab,
    mirror: "property-became-one-way",
    hurts: [],
  },
  "hidden-property-removed": {
    message: ({ subject, old }, direction) =>
      `${subject} no longer has the ${outOf[direction]} property ${quoted(old)}`,
    before: hiddenB,
    after: a,
    mirror: "hidden-property-added",
    hurts: [],
  },
  "hidden-property-added": {
    message: ({ subject, new: name }, direction) =>
      `${subject} has the new ${outOf[direction]} property ${quoted(name)}`,
    before: a,
    after: hiddenB,
    mirror: "hidden-property-removed",
    hurts: [],
  },
};
