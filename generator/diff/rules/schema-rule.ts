import type { Direction } from "../../values/verdict.ts";
import type { Level } from "../change.ts";
import type { Rule, Rules, Told } from "./rule.ts";

/** An edit of a schema, before it is known which way its values travel. */
export interface SchemaRule {
  readonly message: (told: Told, direction: Direction) => string;
  readonly before: string;
  readonly after: string;
  readonly mirror: string | null;
  readonly alone?: string;
  /** Where the edit can do harm: what narrows hurts who sends, what widens hurts who receives. */
  readonly hurts: readonly Direction[];
  readonly request?: Side;
  readonly response?: Side;
}

/** What is said otherwise of an edit that is met in one direction. */
export interface Side {
  /** The level where the edit can do harm, if it is not breaking. */
  readonly level?: Level;
  readonly why?: string;
  readonly instead?: string;
}

export type SchemaRules = Readonly<Record<string, SchemaRule>>;

const harmlessWhy = "Existing clients are not affected.";

const whys: Readonly<Record<Direction, string>> = {
  request: "Requests that were accepted may be rejected.",
  response: "Clients may receive values that they do not expect.",
};

/** Rules about edits of schemas, once for requests and once for responses. */
export function directed(schemaRules: SchemaRules): Rules {
  const entries = Object.entries(schemaRules).flatMap(([name, rule]) =>
    (["request", "response"] as const).map((direction) => {
      return [`${direction}-${name}`, directedRule(direction, rule)] as const;
    }),
  );
  return Object.fromEntries(entries);
}

function directedRule(direction: Direction, rule: SchemaRule): Rule {
  const { before, after, mirror, alone, hurts } = rule;
  const side = rule[direction] ?? {};
  const level = hurts.includes(direction) ? (side.level ?? "breaking") : "info";
  return {
    level,
    message: (told) => rule.message(told, direction),
    why: side.why ?? (level === "info" ? harmlessWhy : whys[direction]),
    before,
    after,
    mirror: mirror === null ? null : `${direction}-${mirror}`,
    ...(alone === undefined ? {} : { alone }),
    ...(side.instead === undefined ? {} : { instead: side.instead }),
  };
}
