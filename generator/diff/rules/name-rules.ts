import { type Rules, sameBack } from "./rule.ts";
import { quoted } from "./tell-change.ts";

/** Rules about the names of components, which no request tells. */
export const nameRules: Rules = {
  "schema-added": {
    level: "info",
    message: ({ subject }) => `${subject} is new`,
    why: "No request contains its name. Generated clients gain a type.",
    before: "schemas:\n  Order: { type: object }",
    after: "schemas:\n  Order: { type: object }\n  Address: { type: object }",
    mirror: "schema-removed",
  },
  "schema-removed": {
    level: "info",
    message: ({ subject }) => `${subject} was removed`,
    why: "No request contains its name, but generated clients lose a type.",
    before: "schemas:\n  Order: { type: object }\n  Address: { type: object }",
    after: "schemas:\n  Order: { type: object }",
    mirror: "schema-added",
  },
  "schema-renamed": {
    level: "info",
    message: ({ subject, new: now }) => `${subject} was renamed to ${quoted(now)}`,
    why: "No request contains its name, but generated clients name a type after it.",
    before: "schemas:\n  Order: { type: object }",
    after: "schemas:\n  Purchase: { type: object }",
    mirror: null,
    alone: sameBack,
  },
};
