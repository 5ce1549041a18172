import { both, type SchemaStory } from "./story.ts";

/** Edits of the properties of objects. */
export const propertyStories: readonly SchemaStory[] = [
  {
    before: "{type: object, properties: {a: {type: string}, b: {type: string}}}",
    after: "{type: object, properties: {a: {type: string}}}",
    there: both("property-removed", "warning info"),
    back: both("property-added", "info info"),
  },
  {
    before: "{type: object, properties: {a: {type: string}, b: {type: string}}, additionalProperties: false}",
    after: "{type: object, properties: {a: {type: string}}, additionalProperties: false}",
    there: both("property-removed", "breaking info"),
    back: both("property-added", "info warning"),
  },
  {
    before: "{type: object, properties: {a: {type: string}, b: {type: string}}, required: [b]}",
    after: "{type: object, properties: {a: {type: string}}}",
    there: both("required-property-removed", "warning breaking"),
    back: both("required-property-added", "breaking info"),
  },
  {
    before:
      "{type: object, properties: {a: {type: string}, b: {type: string}}, required: [b], additionalProperties: false}",
    after: "{type: object, properties: {a: {type: string}}, additionalProperties: false}",
    there: both("required-property-removed", "breaking breaking"),
    back: both("required-property-added", "breaking warning"),
  },
  {
    before: "{type: object, properties: {a: {type: string}, b: {type: string}}}",
    after: "{type: object, properties: {a: {type: string}, b: {type: string}}, required: [b]}",
    there: both("property-became-required", "breaking info"),
    back: both("property-became-optional", "info breaking"),
  },
  {
    before: "{type: object}",
    after: "{type: object, required: [b]}",
    there: both("property-became-required", "breaking info"),
    back: both("property-became-optional", "info breaking"),
  },
  {
    before: "{type: object, properties: {a: {type: string}, b: {type: string}}}",
    after: "{type: object, properties: {a: {type: string}, b: {type: string, readOnly: true}}}",
    there: ["response-property-became-one-way info", "request-property-hidden warning"],
    back: ["response-property-became-two-way info", "request-property-shown info"],
  },
  {
    before: "{type: object, properties: {a: {type: string}, b: {type: string}}}",
    after: "{type: object, properties: {a: {type: string}, b: {type: string, writeOnly: true}}}",
    there: ["request-property-became-one-way info", "response-property-hidden info"],
    back: ["request-property-became-two-way info", "response-property-shown info"],
  },
  {
    before:
      "{type: object, properties: {a: {type: string}, b: {type: string, readOnly: true}}, required: [b]}",
    after: "{type: object, properties: {a: {type: string}, b: {type: string}}, required: [b]}",
    there: ["response-property-became-two-way info", "request-required-property-shown breaking"],
    back: ["response-property-became-one-way info", "request-property-hidden warning"],
  },
  {
    before:
      "{type: object, properties: {a: {type: string}, b: {type: string, writeOnly: true}}, required: [b]}",
    after: "{type: object, properties: {a: {type: string}, b: {type: string}}, required: [b]}",
    there: ["request-property-became-two-way info", "response-required-property-shown info"],
    back: ["request-property-became-one-way info", "response-property-hidden breaking"],
  },
  {
    before: "{type: object, properties: {a: {type: string}, b: {type: string, readOnly: true}}}",
    after: "{type: object, properties: {a: {type: string}}}",
    there: ["request-hidden-property-removed info", "response-property-removed info"],
    back: ["request-hidden-property-added info", "response-property-added info"],
  },
  {
    before: "{type: object, properties: {a: {type: string}, b: {type: string, writeOnly: true}}}",
    after: "{type: object, properties: {a: {type: string}}}",
    there: ["response-hidden-property-removed info", "request-property-removed warning"],
    back: ["response-hidden-property-added info", "request-property-added info"],
  },
  {
    before: "{type: object, properties: {a: {type: string}}, additionalProperties: {type: integer}}",
    after:
      "{type: object, properties: {a: {type: string}, b: {type: string}}, additionalProperties: {type: integer}}",
    there: both("property-added", "breaking warning"),
    back: both("property-removed", "breaking breaking"),
  },
  {
    before: "{type: object, properties: {a: {type: string}, b: {type: string}}, additionalProperties: false}",
    after:
      "{type: object, properties: {a: {type: string}, b: {type: string, readOnly: true}}, additionalProperties: false}",
    there: ["response-property-became-one-way info", "request-property-hidden warning"],
    back: ["response-property-became-two-way info", "request-property-shown info"],
  },
  {
    before: "{type: object, properties: {a: {type: string}, b: {type: string}}, additionalProperties: false}",
    after:
      "{type: object, properties: {a: {type: string}, b: {type: string, writeOnly: true}}, additionalProperties: false}",
    there: ["request-property-became-one-way info", "response-property-hidden info"],
    back: ["request-property-became-two-way info", "response-property-shown info"],
  },
  {
    before: "{type: object, properties: {a: {type: string}, b: {type: string}}, required: [b]}",
    after:
      "{type: object, properties: {a: {type: string}, b: {type: string, readOnly: true}}, required: [b]}",
    there: ["response-property-became-one-way info", "request-property-hidden warning"],
    back: ["response-property-became-two-way info", "request-required-property-shown breaking"],
  },
  {
    before: "{allOf: [{$ref: '#/components/schemas/Cat'}]}",
    after:
      "{allOf: [{$ref: '#/components/schemas/Cat'}, {type: object, required: [age], properties: {age: {type: integer}}}]}",
    there: both("required-property-added", "breaking info"),
    back: both("required-property-removed", "warning breaking"),
  },
];
