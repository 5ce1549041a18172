/** A JSON Schema 2020-12: everything, nothing, or what all of its keywords allow. */
export type JsonSchema = boolean | SchemaObject;

/** The keywords that decide which values a schema holds. Those that only describe are left out. */
export interface SchemaObject {
  /** `#/$defs/Order`. */
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly prefixItems?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly contains?: JsonSchema;
  readonly minContains?: number;
  readonly maxContains?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly unevaluatedItems?: JsonSchema;
  readonly properties?: Schemas;
  readonly required?: readonly string[];
  readonly patternProperties?: Schemas;
  readonly additionalProperties?: JsonSchema;
  readonly propertyNames?: JsonSchema;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly dependentRequired?: Readonly<Record<string, readonly string[]>>;
  readonly dependentSchemas?: Schemas;
  readonly unevaluatedProperties?: JsonSchema;
  readonly allOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly not?: JsonSchema;
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
  readonly else?: JsonSchema;
  /** Of a property: no request needs it, even where it is required. */
  readonly readOnly?: boolean;
  /** Of a property: no response has it, even where it is required. */
  readonly writeOnly?: boolean;
}

/** Schemas by name, or by regular expression. */
export type Schemas = Readonly<Record<string, JsonSchema>>;
