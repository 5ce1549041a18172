import {
  anything,
  either,
  flag,
  integer,
  listOf,
  mapOf,
  number,
  object,
  type ObjectTable,
  text,
  texts,
  word,
} from "./table.ts";

/** What a schema says of values that are not objects, and whatever else has a type of its own says too. */
const limits = {
  format: text,
  default: anything,
  maximum: number,
  exclusiveMaximum: flag,
  minimum: number,
  exclusiveMinimum: flag,
  maxLength: integer,
  minLength: integer,
  pattern: text,
  maxItems: integer,
  minItems: integer,
  uniqueItems: flag,
  enum: listOf(anything),
  multipleOf: number,
} as const;

/** The type of a parameter, of a header or of their items, which is no schema (Swagger 2.0, Items Object). */
export const typeWords = {
  ...limits,
  type: word("string", "number", "integer", "boolean", "array"),
  items: object("Items"),
  collectionFormat: word("csv", "ssv", "tsv", "pipes"),
} as const;

const schema = object("Schema");
const type = word("array", "boolean", "file", "integer", "null", "number", "object", "string");

/** Words that OpenAPI 3.0 brought, and that are written in Swagger 2.0 all the same. */
const later = {
  oneOf: listOf(schema),
  anyOf: listOf(schema),
  not: schema,
  nullable: flag,
  writeOnly: flag,
  deprecated: flag,
} as const;

/** Schemas and what belongs to them alone (Swagger 2.0, Schema Object and XML Object). */
export const swaggerSchemaTables: readonly ObjectTable[] = [
  {
    kind: "Schema",
    fields: {
      ...limits,
      title: text,
      description: text,
      maxProperties: integer,
      minProperties: integer,
      required: texts,
      type: either(type, listOf(type)),
      // JSON Schema draft 4, which these words are taken from, has a list for tuples.
      items: either(schema, listOf(schema)),
      allOf: listOf(schema),
      properties: mapOf(schema),
      additionalProperties: either(schema, flag),
      discriminator: text,
      readOnly: flag,
      xml: object("XML"),
      externalDocs: object("External Documentation"),
      example: anything,
      ...later,
    },
    extensible: true,
    referable: true,
  },
  {
    kind: "XML",
    fields: { name: text, namespace: text, prefix: text, attribute: flag, wrapped: flag },
    extensible: true,
  },
];
