import { type Rules, sameBack } from "./rule.ts";

/** Rules about what only the generated package shows. */
export const clientRules: Rules = {
  "client-changed": {
    level: "info",
    message: ({ subject }) => `${subject} of the generated package changes`,
    why: "No request contains it, but code that uses the package may not compile any more.",
    before: "schemas:\n  order: { type: object }",
    after: "schemas:\n  order: { type: object }\n  Order: { type: object }",
    mirror: null,
    alone: sameBack,
  },
};
