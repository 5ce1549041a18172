import { type Rules, sameBack, type Told } from "./rule.ts";
import { named, tellChange } from "./tell-change.ts";

/** Rules about who is let in, and where tokens come from. */
export const securityRules: Rules = {
  "security-tightened": {
    level: "breaking",
    message: tellCredentials,
    why: "Requests that were let in are rejected.",
    before: "security:\n  - oauth: [read]",
    after: "security:\n  - oauth: [read, write]",
    mirror: "security-loosened",
    instead: "Keep accepting the old credentials as an alternative.",
  },
  "security-loosened": {
    level: "info",
    message: tellCredentials,
    why: "Everyone who was let in still is.",
    before: "security:\n  - oauth: [read, write]",
    after: "security:\n  - oauth: [read]",
    mirror: "security-tightened",
  },
  "oauth-url-changed": {
    level: "warning",
    message: (told) => tellChange("URL", told).replace(/^the URL of/, "a URL of"),
    why: "Clients still ask for tokens at the old address.",
    before: "tokenUrl: https://a.example.com/token",
    after: "tokenUrl: https://b.example.com/token",
    mirror: null,
    alone: sameBack,
    instead: "Serve both addresses for a while.",
  },
  "last-oauth-flow-removed": {
    level: "breaking",
    message: ({ subject, old }) =>
      `${subject} no longer has ${named("OAuth flow", old)}, nor any other old flow`,
    why: "No client that is running gets a token.",
    before: "flows:\n  password: {}",
    after: "flows:\n  clientCredentials: {}",
    mirror: "oauth-flow-added",
    instead: "Keep the old flow until no client uses it.",
  },
  "oauth-flow-removed": {
    level: "warning",
    message: ({ subject, old }) => `${subject} no longer has ${named("OAuth flow", old)}`,
    why: "Clients that get their tokens this way get none.",
    before: "flows:\n  clientCredentials: {}\n  password: {}",
    after: "flows:\n  clientCredentials: {}",
    mirror: "oauth-flow-added",
    instead: "Keep the flow until no client uses it.",
  },
  "oauth-flow-added": {
    level: "info",
    message: ({ subject, new: now }) => `${subject} now has ${named("OAuth flow", now)}`,
    why: "The other flows stay.",
    before: "flows:\n  clientCredentials: {}",
    after: "flows:\n  clientCredentials: {}\n  password: {}",
    mirror: "oauth-flow-removed",
  },
  "oauth-scope-removed": {
    level: "warning",
    message: ({ subject, old }) => `${subject} no longer has ${named("scope", old)}`,
    why: "Clients that ask for it may get no token.",
    before: "scopes: { read: Read orders., write: Change orders. }",
    after: "scopes: { read: Read orders. }",
    mirror: "oauth-scope-added",
    instead: "Keep granting the scope to clients that ask for it.",
  },
  "oauth-scope-added": {
    level: "info",
    message: ({ subject, new: now }) => `${subject} now has ${named("scope", now)}`,
    why: "No client has to ask for it.",
    before: "scopes: { read: Read orders. }",
    after: "scopes: { read: Read orders., write: Change orders. }",
    mirror: "oauth-scope-removed",
  },
  "security-scheme-deprecated": {
    level: "info",
    message: ({ subject }) => `${subject} is now deprecated`,
    why: "It still works.",
    before: "securitySchemes:\n  key: { type: apiKey }",
    after: "securitySchemes:\n  key: { type: apiKey, deprecated: true }",
    mirror: "security-scheme-reinstated",
  },
  "security-scheme-reinstated": {
    level: "info",
    message: ({ subject }) => `${subject} is no longer deprecated`,
    why: "It keeps working.",
    before: "securitySchemes:\n  key: { type: apiKey, deprecated: true }",
    after: "securitySchemes:\n  key: { type: apiKey }",
    mirror: "security-scheme-deprecated",
  },
  "permissions-tightened": {
    level: "breaking",
    message: tellPermissions,
    why: "Callers that were let in are rejected.",
    before: "x-permissions: { type: ANY, permissions: [admin, clerk] }",
    after: "x-permissions: { type: ANY, permissions: [admin] }",
    mirror: "permissions-loosened",
    instead: "Keep letting in callers with the old permissions.",
  },
  "permissions-loosened": {
    level: "info",
    message: tellPermissions,
    why: "Everyone who was let in still is.",
    before: "x-permissions: { type: ALL, permissions: [admin, clerk] }",
    after: "x-permissions: { type: ALL, permissions: [admin] }",
    mirror: "permissions-tightened",
  },
};

function tellCredentials({ old = "nothing", new: now = "nothing" }: Told): string {
  if (!isFree(now) && isFree(old)) return `the operation now requires ${now}`;
  if (isFree(now) && !isFree(old)) return `the operation no longer requires ${old}`;
  return `the operation now requires ${now} instead of ${old}`;
}

/** Whether nothing is one of the alternatives. */
function isFree(credentials: string): boolean {
  return credentials.split(" or ").includes("nothing");
}

function tellPermissions({ old, new: now }: Told): string {
  if (old === undefined && now === undefined) return "the permissions that callers need changed";
  if (old === undefined) return `callers now need ${now ?? ""}`;
  if (now === undefined) return `callers no longer need ${old}`;
  return `callers now need ${now} instead of ${old}`;
}
