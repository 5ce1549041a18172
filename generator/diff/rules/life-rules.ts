import type { Rules } from "./rule.ts";
import { quoted, tellChange } from "./tell-change.ts";

/** Rules about how long something lasts and how stable it is. */
export const lifeRules: Rules = {
  "sunset-brought-forward": {
    level: "breaking",
    message: ({ subject, old, new: now }) =>
      now === undefined
        ? tellChange("sunset", { subject, old })
        : `the sunset of ${subject} was brought forward from ${quoted(old)} to ${quoted(now)}`,
    why: "Its users were promised more time.",
    before: "deprecated: true\nx-sunset: 2030-12-31",
    after: "deprecated: true\nx-sunset: 2030-06-30",
    mirror: "sunset-changed",
    instead: "Keep the day that was announced.",
  },
  "sunset-changed": {
    level: "info",
    message: (told) => tellChange("sunset", told),
    why: "Its users get more time, or hear of the day for the first time.",
    before: "deprecated: true\nx-sunset: 2030-06-30",
    after: "deprecated: true\nx-sunset: 2030-12-31",
    mirror: "sunset-brought-forward",
  },
  "sunset-unreadable": {
    level: "breaking",
    message: ({ subject, old, new: now }) =>
      old !== undefined && now === undefined
        ? `the old sunset of ${subject} was not a date: ${quoted(old)}`
        : `the sunset of ${subject} is not a date${now === undefined ? "" : `: ${quoted(now)}`}`,
    why: "Nobody can tell how long it lasts.",
    before: "deprecated: true\nx-sunset: 2030-06-30",
    after: "deprecated: true\nx-sunset: soon",
    mirror: null,
    alone: "Correcting the date is told so too, for nobody knows what was promised.",
    instead: "Write a day such as `2030-06-30`.",
  },
  "stability-decreased": {
    level: "breaking",
    message: (told) => tellChange("stability", told),
    why: "Its users were promised more.",
    before: "x-stability-level: stable",
    after: "x-stability-level: beta",
    mirror: "stability-increased",
    instead: "Keep the level, and offer what is not stable yet beside it.",
  },
  "stability-increased": {
    level: "info",
    message: (told) => tellChange("stability", told),
    why: "Its users are promised more.",
    before: "x-stability-level: beta",
    after: "x-stability-level: stable",
    mirror: "stability-decreased",
  },
};
