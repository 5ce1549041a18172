import {
  anySchema,
  anything,
  either,
  type FieldEntry,
  flag,
  from31,
  integer,
  listOf,
  mapOf,
  number,
  object,
  type ObjectTable,
  only30,
  referenceTo,
  required,
  since32,
  text,
  texts,
  word,
} from "./table.ts";

const schema = object("Schema");
const types = ["array", "boolean", "integer", "number", "object", "string"];

/**
 * What a schema holds in every version (JSON Schema validation, sections 6 and 9, and OpenAPI's own words).
 */
const shared = {
  title: text,
  description: text,
  default: anything,
  enum: listOf(anything),
  multipleOf: number,
  maximum: number,
  minimum: number,
  maxLength: integer,
  minLength: integer,
  pattern: text,
  maxItems: integer,
  minItems: integer,
  uniqueItems: flag,
  maxProperties: integer,
  minProperties: integer,
  required: texts,
  format: text,
  nullable: flag,
  readOnly: flag,
  writeOnly: flag,
  deprecated: flag,
  discriminator: object("Discriminator"),
  xml: object("XML"),
  externalDocs: object("External Documentation"),
  example: anything,
} as const;

/** The Schema Object of OpenAPI 3.0 (section 4.7.24). */
const schema30: ObjectTable = {
  kind: "Schema",
  versions: only30,
  fields: {
    ...shared,
    type: word(...types),
    exclusiveMaximum: flag,
    exclusiveMinimum: flag,
    allOf: listOf(schema),
    oneOf: listOf(schema),
    anyOf: listOf(schema),
    not: schema,
    items: schema,
    properties: mapOf(schema),
    additionalProperties: either(schema, flag),
  },
  extensible: true,
  referable: true,
};

/** JSON Schema 2020-12: core sections 8 and 10, unevaluated section 11, validation sections 6 to 9. */
const vocabulary = {
  $schema: text,
  $id: text,
  $ref: referenceTo("Schema"),
  $anchor: text,
  $dynamicRef: referenceTo("Schema"),
  $dynamicAnchor: text,
  $vocabulary: mapOf(flag),
  $comment: text,
  $defs: mapOf(anySchema),
  allOf: listOf(anySchema),
  anyOf: listOf(anySchema),
  oneOf: listOf(anySchema),
  not: anySchema,
  if: anySchema,
  then: anySchema,
  else: anySchema,
  dependentSchemas: mapOf(anySchema),
  prefixItems: listOf(anySchema),
  items: anySchema,
  contains: anySchema,
  properties: mapOf(anySchema),
  patternProperties: mapOf(anySchema),
  additionalProperties: anySchema,
  propertyNames: anySchema,
  unevaluatedItems: anySchema,
  unevaluatedProperties: anySchema,
  type: either(word(...types, "null"), listOf(word(...types, "null"))),
  const: anything,
  exclusiveMaximum: number,
  exclusiveMinimum: number,
  maxContains: integer,
  minContains: integer,
  dependentRequired: mapOf(texts),
  contentEncoding: text,
  contentMediaType: text,
  contentSchema: anySchema,
  examples: listOf(anything),
} as const;

/** Words of earlier drafts that are still written; 2020-12 gave each of them another name. */
const earlier = {
  id: text,
  definitions: mapOf(anySchema),
  dependencies: mapOf(either(anySchema, texts)),
  additionalItems: anySchema,
  $recursiveRef: text,
  $recursiveAnchor: flag,
} as const;

/** The Schema Object of OpenAPI 3.1 and 3.2 (sections 4.8.24 and 4.24). */
const schema31: ObjectTable = {
  kind: "Schema",
  versions: from31,
  fields: { ...shared, ...vocabulary, ...earlier },
  extensible: true,
};

const nodeType: FieldEntry = since32(word("element", "attribute", "text", "cdata", "none"));

/** Schemas and what belongs to them alone (OpenAPI 3.2, sections 4.24 to 4.26). */
export const schemaTables: readonly ObjectTable[] = [
  schema30,
  schema31,
  {
    kind: "Discriminator",
    fields: {
      propertyName: required(text),
      mapping: mapOf(referenceTo("Schema")),
      defaultMapping: since32(referenceTo("Schema")),
    },
    extensible: from31,
  },
  {
    kind: "XML",
    fields: { nodeType, name: text, namespace: text, prefix: text, attribute: flag, wrapped: flag },
    extensible: true,
  },
];
