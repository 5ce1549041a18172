import type { JsonSchema, Schemas } from "./json-schema.js";
import { type Direction, issuesOf } from "./validate.js";

/** What libraries for validation, forms and tests agree on: Standard Schema, version 1. */
export interface StandardSchema<Input = unknown, Output = Input> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => StandardResult<Output> | Promise<StandardResult<Output>>;
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
  };
}

/** One for each status of an answer. */
export type AnswerSchemas<Status extends string, Body> = Readonly<Record<Status, StandardSchema<Body>>>;

/** The value, or what is wrong about it. */
export type StandardResult<Output> =
  { readonly value: Output; readonly issues?: undefined } | { readonly issues: readonly StandardIssue[] };

/** One thing that is wrong. */
export interface StandardIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** Makes one of a JSON Schema. It hands out the very value that it is given. */
export function standardSchema(schema: JsonSchema, $defs: Schemas, direction: Direction): StandardSchema {
  const validate = (value: unknown): StandardResult<unknown> => {
    const issues = issuesOf(schema, value, $defs, direction);
    return issues.length > 0 ? { issues } : { value };
  };
  return { "~standard": { version: 1, vendor: "specwright", validate } };
}
