import type { Rules } from "./rule.ts";
import { quoted } from "./tell-change.ts";

/** Rules about the names of components, which no request tells. */
export const nameRules: Rules = {
  "schema-added": {
    level: "info",
    message: ({ subject }) => `${subject} is new`,
    why: "No request tells it; clients that are generated have a type of this name.",
    before: "schemas: {}",
    after: "schemas: { Order: { type: object } }",
    mirror: "schema-removed",
  },
  "schema-removed": {
    level: "info",
    message: ({ subject }) => `${subject} is gone`,
    why: "No request tells it; clients that are generated lose a type of this name.",
    before: "schemas: { Order: { type: object } }",
    after: "schemas: {}",
    mirror: "schema-added",
  },
  "schema-renamed": {
    level: "info",
    message: ({ subject, new: now }) => `${subject} is called ${quoted(now)}`,
    why: "No request tells it; clients that are generated call a type so.",
    before: "schemas: { Order: { type: object } }",
    after: "schemas: { Purchase: { type: object } }",
    mirror: null,
    alone: "To rename it back is the same change.",
  },
};
