import type { Rules } from "./rule.ts";

/** Rules about requests that the API makes. */
export const callbackRules: Rules = {
  "webhook-removed": {
    level: "breaking",
    message: ({ subject }) => `${subject} was removed`,
    why: "Clients wait for it in vain.",
    before: "webhooks:\n  paid: { post: {} }\n  sent: { post: {} }",
    after: "webhooks:\n  sent: { post: {} }",
    mirror: "webhook-added",
    instead: "Keep sending it, marked as deprecated, until the day in its `x-sunset`.",
  },
  "webhook-added": {
    level: "info",
    message: ({ subject }) => `${subject} is new`,
    why: "No client waits for it yet.",
    before: "webhooks:\n  sent: { post: {} }",
    after: "webhooks:\n  paid: { post: {} }\n  sent: { post: {} }",
    mirror: "webhook-removed",
  },
  "callback-removed": {
    level: "breaking",
    message: ({ subject }) => `${subject} was removed`,
    why: "Clients wait for it in vain.",
    before: "callbacks:\n  paid: { '{$request.body#/url}': { post: {} } }",
    after: "callbacks: {}",
    mirror: "callback-added",
    instead: "Keep sending it, marked as deprecated, until the day in its `x-sunset`.",
  },
  "callback-added": {
    level: "info",
    message: ({ subject }) => `${subject} is new`,
    why: "No client waits for it yet.",
    before: "callbacks: {}",
    after: "callbacks:\n  paid: { '{$request.body#/url}': { post: {} } }",
    mirror: "callback-removed",
  },
};
