import { type Rules, sameBack } from "./rule.ts";
import { quoted } from "./tell-change.ts";

const noBody = "post: { operationId: addOrder }";

function body(required: boolean): string {
  return `post:\n  operationId: addOrder\n  requestBody: { required: ${required} }`;
}

function content(...types: readonly string[]): string {
  return ["content:", ...types.map((type) => `  "${type}": {}`)].join("\n");
}

/** Rules about request bodies and the media types that they come in. */
export const bodyRules: Rules = {
  "required-request-body-added": {
    level: "breaking",
    message: () => "the operation now requires a request body",
    why: "Requests without one are rejected.",
    before: noBody,
    after: body(true),
    mirror: "request-body-removed",
    instead: "Make the body optional.",
  },
  "request-body-added": {
    level: "info",
    message: () => "the operation now accepts a request body",
    why: "Requests without one are still accepted.",
    before: noBody,
    after: body(false),
    mirror: "request-body-removed",
  },
  "request-body-removed": {
    level: "warning",
    message: () => "the operation no longer accepts a request body",
    why: "Clients that send one are ignored or rejected.",
    before: body(false),
    after: noBody,
    mirror: "request-body-added",
    instead: "Keep accepting a body, and ignore it.",
  },
  "request-body-became-required": {
    level: "breaking",
    message: () => "the request body is now required",
    why: "Requests without one are rejected.",
    before: body(false),
    after: body(true),
    mirror: "request-body-became-optional",
    instead: "Leave the body optional.",
  },
  "request-body-became-optional": {
    level: "info",
    message: () => "the request body is now optional",
    why: "Requests with one are still accepted.",
    before: body(true),
    after: body(false),
    mirror: "request-body-became-required",
  },
  "request-media-type-removed": {
    level: "breaking",
    message: ({ subject, old }) => `${subject} may no longer be ${quoted(old)}`,
    why: "Requests of this type are rejected.",
    before: content("application/json", "text/csv"),
    after: content("application/json"),
    mirror: "request-media-type-added",
    instead: "Keep accepting the type.",
  },
  "request-media-type-added": {
    level: "info",
    message: ({ subject, new: now }) => `${subject} may now also be ${quoted(now)}`,
    why: "Everything that was accepted still is.",
    before: content("application/json"),
    after: content("application/json", "text/csv"),
    mirror: "request-media-type-removed",
  },
  "request-media-type-widened": {
    level: "info",
    message: ({ subject, old, new: now }) => `${subject} may now be ${quoted(now)}, not only ${quoted(old)}`,
    why: "Everything that was accepted still is.",
    before: content("image/png"),
    after: content("image/*"),
    mirror: "request-media-type-narrowed",
  },
  "request-media-type-narrowed": {
    level: "breaking",
    message: ({ subject, old, new: now }) =>
      `${subject} may now only be ${quoted(now)}, no longer any ${quoted(old)}`,
    why: "Requests of the other types in the range are rejected.",
    before: content("image/*"),
    after: content("image/png"),
    mirror: "request-media-type-widened",
    instead: "Keep accepting the whole range.",
  },
};

/** Rules about how the properties of a form are written. */
export const encodingRules: Rules = {
  "encoding-changed": {
    level: "breaking",
    message: ({ subject, old, new: now }) =>
      `the encoding of ${subject} changed from ${quoted(old)} to ${quoted(now)}`,
    why: "Clients still write its values the old way.",
    before: "encoding:\n  days: { style: form, explode: true }",
    after: "encoding:\n  days: { style: form, explode: false }",
    mirror: null,
    alone: sameBack,
    instead: "Accept both ways of writing it, or add a property with another name.",
  },
};

/** Rules about the media types that responses come in. */
export const responseMediaRules: Rules = {
  "response-media-type-removed": {
    level: "breaking",
    message: ({ subject, old }) => `${subject} is no longer available as ${quoted(old)}`,
    why: "Clients that ask for this type get another one, or an error.",
    before: content("application/json", "text/csv"),
    after: content("application/json"),
    mirror: "response-media-type-added",
    instead: "Keep answering with this type when a client asks for it.",
  },
  "response-media-type-added": {
    level: "info",
    message: ({ subject, new: now }) => `${subject} is now also available as ${quoted(now)}`,
    why: "Only clients that ask for this type get it.",
    before: content("application/json"),
    after: content("application/json", "text/csv"),
    mirror: "response-media-type-removed",
  },
  "response-media-type-widened": {
    level: "breaking",
    message: ({ subject, old, new: now }) =>
      `${subject} may now be any ${quoted(now)}, not only ${quoted(old)}`,
    why: "Clients may get a type that they cannot read.",
    before: content("image/png"),
    after: content("image/*"),
    mirror: "response-media-type-narrowed",
    instead: "List the types one by one, and keep the old one.",
  },
  "response-media-type-narrowed": {
    level: "info",
    message: ({ subject, old, new: now }) =>
      `${subject} is now always ${quoted(now)}, no longer any ${quoted(old)}`,
    why: "Clients get a type that they expect.",
    before: content("image/*"),
    after: content("image/png"),
    mirror: "response-media-type-widened",
  },
};
