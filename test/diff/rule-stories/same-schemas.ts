/** Two ways of writing one schema each. */
export const sameSchemas: readonly (readonly [string, string])[] = [
  ["{type: integer, minimum: 1}", "{type: integer, exclusiveMinimum: 0}"],
  ["{const: a}", "{enum: [a]}"],
  ["{type: [string, 'null']}", "{anyOf: [{type: string}, {type: 'null'}]}"],
  ["{allOf: [{type: string, maxLength: 3}]}", "{type: string, maxLength: 3}"],
  [
    "{$ref: '#/components/schemas/Cat'}",
    "{type: object, required: [kind, name], properties: {kind: {const: cat}, name: {type: string}}}",
  ],
  ["{oneOf: [{type: string}, {type: integer}]}", "{type: [string, integer]}"],
  ["{type: object, properties: {a: {}, b: {}}}", "{type: object, properties: {b: {}, a: {}}}"],
  ["{enum: [a, b]}", "{enum: [b, a]}"],
  ["{type: string}", "{type: string, description: Text., examples: [a]}"],
  ["{type: object, additionalProperties: true}", "{type: object}"],
  ["{type: string, minLength: 0}", "{type: string}"],
];
