import { type Rules, sameBack } from "./rule.ts";
import { quoted } from "./tell-change.ts";

function parameter(more: string): string {
  return `webhooks:\n  paid: { post: { parameters: [{ name: X-Try, in: header${more} }] } }`;
}

const noParameter = "webhooks:\n  paid: { post: { parameters: [] } }";

function body(more: string): string {
  return `webhooks:\n  paid: { post: { requestBody: ${more} } }`;
}

const noBody = "webhooks:\n  paid: { post: {} }";

function media(...types: readonly string[]): string {
  return body(`{ content: { ${types.map((type) => `"${type}": {}`).join(", ")} } }`);
}

function answers(...statuses: readonly string[]): string {
  return `webhooks:\n  paid: { post: { responses: { ${statuses.map((one) => `"${one}": {}`).join(", ")} } } }`;
}

const relied = "Receivers could rely on it.";
const more = "Receivers get more than they were promised.";
const unread = "Receivers may not be able to read it.";
const expected = "Receivers get what they expect.";

/** Rules about the parameters of webhooks and callbacks: the API sends them, and a client receives them. */
const callParameterRules: Rules = {
  "call-parameter-added": {
    level: "info",
    message: ({ subject }) => `${subject} is new`,
    why: "No receiver looks for it yet.",
    before: noParameter,
    after: parameter(""),
    mirror: "call-parameter-removed",
  },
  "call-parameter-removed": {
    level: "info",
    message: ({ subject }) => `${subject} was removed`,
    why: "It was optional, so no receiver could rely on it.",
    before: parameter(""),
    after: noParameter,
    mirror: "call-parameter-added",
  },
  "required-call-parameter-removed": {
    level: "breaking",
    message: ({ subject }) => `${subject} was removed`,
    why: relied,
    before: parameter(", required: true"),
    after: noParameter,
    mirror: "call-parameter-added",
    instead: "Keep sending it.",
  },
  "call-parameter-became-optional": {
    level: "breaking",
    message: ({ subject }) => `${subject} may now be missing`,
    why: relied,
    before: parameter(", required: true"),
    after: parameter(""),
    mirror: "call-parameter-became-required",
    instead: "Keep sending it every time.",
  },
  "call-parameter-became-required": {
    level: "info",
    message: ({ subject }) => `${subject} is now always sent`,
    why: more,
    before: parameter(""),
    after: parameter(", required: true"),
    mirror: "call-parameter-became-optional",
  },
};

/** Rules about the bodies of webhooks and callbacks. */
const callBodyRules: Rules = {
  "call-body-added": {
    level: "info",
    message: ({ subject }) => `${subject} is new`,
    why: "No receiver reads it yet.",
    before: noBody,
    after: body("{ required: true }"),
    mirror: "call-body-removed",
  },
  "call-body-removed": {
    level: "breaking",
    message: ({ subject }) => `${subject} is no longer sent`,
    why: "Receivers still read it.",
    before: body("{ required: true }"),
    after: noBody,
    mirror: "call-body-added",
    instead: "Keep sending the body.",
  },
  "call-body-became-optional": {
    level: "breaking",
    message: ({ subject }) => `${subject} may now be missing`,
    why: relied,
    before: body("{ required: true }"),
    after: body("{ required: false }"),
    mirror: "call-body-became-required",
    instead: "Keep sending the body every time.",
  },
  "call-body-became-required": {
    level: "info",
    message: ({ subject }) => `${subject} is now always sent`,
    why: more,
    before: body("{ required: false }"),
    after: body("{ required: true }"),
    mirror: "call-body-became-optional",
  },
};

/** Rules about the media types in which webhooks and callbacks come: a receiver cannot choose. */
const callMediaRules: Rules = {
  "call-media-type-added": {
    level: "warning",
    message: ({ subject, new: now }) => `${subject} may now also come as ${quoted(now)}`,
    why: unread,
    before: media("application/json"),
    after: media("application/json", "text/csv"),
    mirror: "call-media-type-removed",
    instead: "Send the new type by a webhook or callback of its own.",
  },
  "call-media-type-removed": {
    level: "info",
    message: ({ subject, old }) => `${subject} no longer comes as ${quoted(old)}`,
    why: expected,
    before: media("application/json", "text/csv"),
    after: media("application/json"),
    mirror: "call-media-type-added",
  },
  "call-media-type-widened": {
    level: "warning",
    message: ({ subject, old, new: now }) =>
      `${subject} may now be any ${quoted(now)}, not only ${quoted(old)}`,
    why: unread,
    before: media("image/png"),
    after: media("image/*"),
    mirror: "call-media-type-narrowed",
    instead: "Keep sending the old type.",
  },
  "call-media-type-narrowed": {
    level: "info",
    message: ({ subject, old, new: now }) =>
      `${subject} is now always ${quoted(now)}, no longer any ${quoted(old)}`,
    why: expected,
    before: media("image/*"),
    after: media("image/png"),
    mirror: "call-media-type-widened",
  },
};

/** Rules about what the API shows to a receiver, and about what a receiver answers. */
const answerRules: Rules = {
  "call-security-changed": {
    level: "warning",
    message: ({ old, new: now }) => `the API now shows ${now ?? "nothing"} instead of ${old ?? "nothing"}`,
    why: "Receivers may know the API by what it showed before.",
    before: "webhooks:\n  paid: { post: { security: [{ key: [] }] } }",
    after: "webhooks:\n  paid: { post: { security: [{ oauth: [] }] } }",
    mirror: null,
    alone: sameBack,
  },
  "answer-status-removed": {
    level: "breaking",
    message: ({ old }) => `the API no longer takes ${quoted(old)} as an answer`,
    why: "Receivers that answer so seem to fail.",
    before: answers("200", "202"),
    after: answers("200"),
    mirror: "answer-status-added",
    instead: "Keep taking the old status.",
  },
  "answer-status-added": {
    level: "info",
    message: ({ new: now }) => `the API now also takes ${quoted(now)} as an answer`,
    why: "Every answer that was taken still is.",
    before: answers("200"),
    after: answers("200", "202"),
    mirror: "answer-status-removed",
  },
};

/** Rules about what travels in webhooks and callbacks. */
export const callRules: Rules = {
  ...callParameterRules,
  ...callBodyRules,
  ...callMediaRules,
  ...answerRules,
};
