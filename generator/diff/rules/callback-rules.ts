import { type Rules, sameBack } from "./rule.ts";
import { quoted } from "./tell-change.ts";

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
  "webhook-renamed": {
    level: "info",
    message: ({ subject, new: now }) => `${subject} was renamed to ${quoted(now)}`,
    why: "No request contains its name.",
    before: "webhooks:\n  paid: { post: { operationId: orderPaid } }",
    after: "webhooks:\n  orderPaid: { post: { operationId: orderPaid } }",
    mirror: null,
    alone: sameBack,
  },
  "callback-address-changed": {
    level: "warning",
    message: ({ subject, new: now }) => `${subject} is now sent to ${quoted(now)}`,
    why: "Clients that give their address in the old place may wait for it in vain.",
    before: "callbacks:\n  paid: { '{$request.body#/url}': { post: {} } }",
    after: "callbacks:\n  paid: { '{$request.body#/uri}': { post: {} } }",
    mirror: null,
    alone: sameBack,
    instead: "Take the address from the old place where a client gives it there.",
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
