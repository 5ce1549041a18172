import type { SchemaObject } from "./json-schema.js";
import { textOf } from "./json-value.js";

type Rules<Value> = Readonly<Record<string, (value: Value, schema: SchemaObject) => string | false>>;

/** What a list as a whole has to be and is not. JSON Schema validation, 6.4. */
export const listSizes: Rules<readonly unknown[]> = {
  minItems: ({ length }, { minItems = 0 }) => length < minItems && `must have at least ${minItems} items`,
  maxItems: ({ length }, { maxItems = Infinity }) =>
    length > maxItems && `must have at most ${maxItems} items`,
  uniqueItems: (list, { uniqueItems }) =>
    uniqueItems === true &&
    new Set(list.map((item) => textOf(item))).size < list.length &&
    "must not have the same item twice",
};

/** The same for the number of an object's members. JSON Schema validation, 6.5. */
export const objectSizes: Rules<number> = {
  minProperties: (count, { minProperties = 0 }) =>
    count < minProperties && `must have at least ${minProperties} members`,
  maxProperties: (count, { maxProperties = Infinity }) =>
    count > maxProperties && `must have at most ${maxProperties} members`,
};
