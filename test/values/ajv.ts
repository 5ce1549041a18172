import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { Schema } from "./spec.ts";

/** Whether the independent judge takes a value for one of the schema; `others` as in `judged`. */
export function ajvJudge(
  schema: Schema,
  others: Readonly<Record<string, Schema>> = {},
): (value: unknown) => boolean {
  const ajv = new Ajv2020({ strict: false, ownProperties: true, logger: false, validateSchema: false });
  addFormats.default(ajv);
  const validate = ajv.compile({
    $ref: "#/components/schemas/Root",
    components: { schemas: { Root: schema, ...others } },
  });
  return (value) => validate(value);
}
