import { both, changed, tightened, type SchemaStory } from "./story.ts";

/** Edits of single values, of alternatives, and of what is said of values. */
export const valueStories: readonly SchemaStory[] = [
  {
    before: "{type: [string, boolean]}",
    after: "{type: string}",
    there: both("alternative-removed", "breaking info"),
    back: both("alternative-added", "info breaking"),
  },
  tightened("values", "{type: string}", "{enum: [a, b]}"),
  tightened("values", "{type: string}", "{const: a}"),
  changed("values", "{enum: [a, b]}", "{enum: [c, d]}"),
  changed("values", "{type: string}", "{enum: [1, 2]}"),
  {
    before: "{type: [string, 'null']}",
    after: "{type: string}",
    there: both("null-removed", "breaking info"),
    back: both("null-added", "info breaking"),
  },
  {
    before: "{anyOf: [{type: string}, {type: 'null'}]}",
    after: "{type: string}",
    there: both("null-removed", "breaking info"),
    back: both("null-added", "info breaking"),
  },
  {
    before: "{type: object, properties: {a: {type: [string, 'null']}}}",
    after: "{type: object, properties: {a: {type: string}}}",
    there: both("null-removed", "breaking info"),
    back: both("null-added", "info breaking"),
  },
  {
    before: "{enum: [a, b]}",
    after: "{enum: [a]}",
    there: both("value-removed", "breaking info"),
    back: both("value-added", "info warning"),
  },
  {
    before: "{enum: [1, 2, 3]}",
    after: "{enum: [1, 3]}",
    there: both("value-removed", "breaking info"),
    back: both("value-added", "info warning"),
  },
  {
    before: "{type: string, x-extensible-enum: [a, b]}",
    after: "{type: string, x-extensible-enum: [a]}",
    there: both("known-value-removed", "breaking info"),
    back: both("known-value-added", "info info"),
  },
  {
    before: "{type: string, enum: [a, b], x-extensible-enum: true}",
    after: "{type: string, enum: [a], x-extensible-enum: true}",
    there: both("known-value-removed", "breaking info"),
    back: both("known-value-added", "info info"),
  },
  {
    before:
      "{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}, {$ref: '#/components/schemas/Node'}]}",
    after: "{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}",
    there: both("alternative-removed", "breaking breaking"),
    back: both("alternative-added", "breaking breaking"),
  },
  {
    before: "{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}",
    after: "{oneOf: [{$ref: '#/components/schemas/Cat'}]}",
    there: both("alternative-removed", "breaking info"),
    back: both("alternative-added", "info breaking"),
  },
  {
    before: "{anyOf: [{type: string}, {type: integer}, {type: array}]}",
    after: "{anyOf: [{type: string}, {type: integer}]}",
    there: both("alternative-removed", "breaking info"),
    back: both("alternative-added", "info breaking"),
  },
  {
    before: "{oneOf: [{type: integer}, {type: number, minimum: 5}, {type: string}]}",
    after: "{oneOf: [{type: integer}, {type: string}]}",
    there: both("alternative-removed", "breaking breaking"),
    back: both("alternative-added", "breaking breaking"),
  },
  {
    before: "{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}",
    after:
      "{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: kind}}",
    there: both("discriminator-added", "warning warning"),
    back: both("discriminator-removed", "warning warning"),
  },
  {
    before:
      "{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: kind}}",
    after:
      "{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: name}}",
    there: both("discriminator-changed", "warning warning"),
    back: both("discriminator-changed", "warning warning"),
  },
  {
    before:
      "{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: kind}}",
    after:
      "{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: kind, mapping: {meow: '#/components/schemas/Cat'}}}",
    there: both("discriminator-changed", "warning warning"),
    back: both("discriminator-changed", "warning warning"),
  },
  tightened("misplaced-limit", "{type: string, maximum: 30}", "{type: string, maximum: 10}"),
  tightened("misplaced-limit", "{type: string}", "{type: string, maxItems: 10}"),
  {
    before: "{type: integer, pattern: ^1}",
    after: "{type: integer, pattern: ^2}",
    there: both("misplaced-limit-changed", "warning warning"),
    back: both("misplaced-limit-changed", "warning warning"),
  },
  {
    before: "{type: integer}",
    after: "{type: integer, default: 25}",
    there: both("default-added", "info info"),
    back: both("default-removed", "info info"),
  },
  {
    before: "{type: integer, default: 25}",
    after: "{type: integer, default: 50}",
    there: both("default-changed", "info info"),
    back: both("default-changed", "info info"),
  },
  {
    before: "{type: string}",
    after: "{type: string, deprecated: true}",
    there: both("deprecated", "info info"),
    back: both("reinstated", "info info"),
  },
  {
    before: "{oneOf: [{type: integer}, {type: string}]}",
    after: "{oneOf: [{type: integer}, {type: string}, {type: number, minimum: 5}]}",
    there: both("alternative-added", "breaking breaking"),
    back: both("alternative-removed", "breaking breaking"),
  },
  {
    before: "{type: object, properties: {s: {type: string, enum: [a, b]}}}",
    after: "{type: object, properties: {s: {type: string, enum: [a, b, c]}}}",
    there: both("value-added", "info warning"),
    back: both("value-removed", "breaking info"),
  },
  {
    before: "{type: [string, 'null'], enum: [a, null]}",
    after: "{type: string, enum: [a]}",
    there: both("null-removed", "breaking info"),
    back: both("null-added", "info breaking"),
  },
  changed("values", "{const: 1}", "{const: 2}"),
  {
    before: "{type: object, properties: {a: {type: string}}}",
    after: "{type: object, properties: {a: {type: string, deprecated: true}}}",
    there: both("deprecated", "info info"),
    back: both("reinstated", "info info"),
  },
  {
    before: "{oneOf: [{$ref: '#/components/schemas/Cat'}, {type: 'null'}]}",
    after: "{$ref: '#/components/schemas/Cat'}",
    there: both("null-removed", "breaking info"),
    back: both("null-added", "info breaking"),
  },
  tightened("values", "{type: boolean}", "{type: boolean, enum: [true]}"),
  tightened("misplaced-limit", "{type: integer, minLength: 1}", "{type: integer, minLength: 3}"),
];
