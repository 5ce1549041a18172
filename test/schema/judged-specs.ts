/** Specs whose types have two makers. */
export const judgedSpecs: Readonly<Record<string, string>> = {
  "nullable-3.0": spec(
    "3.0.3",
    `
    Text: { type: string, nullable: true }
    Colour: { type: string, enum: [red, green], nullable: true }
    Owner: { type: object, properties: { name: { type: string, nullable: true } } }
    Thing:
      type: object
      nullable: true
      required: [text, owner]
      properties:
        text: { $ref: "#/components/schemas/Text" }
        colour: { $ref: "#/components/schemas/Colour" }
        owner: { nullable: true, allOf: [{ $ref: "#/components/schemas/Owner" }] }
        tags: { type: array, nullable: true, items: { type: string, nullable: true } }
`,
  ),
  "nullable-3.1": spec(
    "3.1.0",
    `
    Text: { type: [string, "null"] }
    Nothing: { type: "null" }
    Colour: { type: [string, "null"], enum: [red, green, null] }
    Size: { enum: [small, null] }
    Thing:
      type: [object, "null"]
      required: [text]
      properties:
        text: { $ref: "#/components/schemas/Text", description: A text. }
        several: { type: [string, integer, boolean, "null"] }
        either: { anyOf: [{ $ref: "#/components/schemas/Size" }, { type: "null" }] }
        tags: { type: [array, "null"], items: { type: [number, "null"] } }
        ignored: { type: string, nullable: true }
`,
  ),
  enums: spec(
    "3.1.0",
    `
    Colour: { type: string, enum: [red, green, "light blue"] }
    Level: { type: integer, enum: [1, 2, -3] }
    SentColour: { type: string, enum: [red, green] }
    AnsweredColour: { type: string, enum: [red, green] }
    Extensible: { type: string, x-extensible-enum: [red, green], enum: [red, green] }
    Mixed: { enum: [a, 1, true, null] }
    Fixed: { const: 7 }
    Shape: { enum: [{ sides: 3 }, [1, 2]] }
    Thing:
      type: object
      required: [kind]
      properties:
        kind: { const: thing }
        colour: { $ref: "#/components/schemas/Colour" }
        levels: { type: array, items: { $ref: "#/components/schemas/Level" } }
        colours: { type: object, additionalProperties: { type: string, enum: [x, y] } }
        flag: { type: boolean, enum: [true] }
        lonely: { type: string, enum: [one] }
`,
  ),
  maps: spec(
    "3.1.0",
    `
    Anything: {}
    Bare: { type: object }
    Untyped: { properties: { a: { type: string } } }
    Open: { type: object, additionalProperties: true }
    Empty: { type: object, additionalProperties: false }
    Counts: { type: object, additionalProperties: { type: integer } }
    Nested: { type: object, additionalProperties: { type: object, additionalProperties: { $ref: "#/components/schemas/Counts" } } }
    Patterns: { type: object, patternProperties: { "^a": { type: string }, "^b": { type: number } }, additionalProperties: false }
    Beside: { type: object, required: [id], properties: { id: { type: string } }, additionalProperties: true }
    Typed: { type: object, required: [id], properties: { id: { type: string }, at: { type: string } }, additionalProperties: { type: integer } }
    Closed: { type: object, required: [id, extra], properties: { id: { type: string } }, additionalProperties: false }
`,
  ),
  recursion: spec(
    "3.1.0",
    `
    Tree: { type: object, required: [children], properties: { children: { type: array, items: { $ref: "#/components/schemas/Tree" } }, parent: { $ref: "#/components/schemas/Tree" } } }
    Person: { type: object, properties: { employer: { $ref: "#/components/schemas/Company" } } }
    Company: { type: object, properties: { staff: { type: object, additionalProperties: { $ref: "#/components/schemas/Person" } } } }
    Value: { anyOf: [{ type: string }, { type: array, items: { $ref: "#/components/schemas/Value" } }, { type: object, additionalProperties: { $ref: "#/components/schemas/Value" } }] }
    Base: { type: object, required: [name], properties: { name: { type: string }, parent: { $ref: "#/components/schemas/Folder" } } }
    Folder: { allOf: [{ $ref: "#/components/schemas/Base" }, { type: object, required: [items], properties: { items: { type: array, items: { $ref: "#/components/schemas/Node" } } } }] }
    File: { allOf: [{ $ref: "#/components/schemas/Base" }, { type: object, properties: { size: { type: integer } } }] }
    Node: { oneOf: [{ $ref: "#/components/schemas/Folder" }, { $ref: "#/components/schemas/File" }] }
    Key: { type: object, required: [id], properties: { id: { type: string } }, oneOf: [{ $ref: "#/components/schemas/RsaKey" }, { $ref: "#/components/schemas/EcKey" }] }
    RsaKey: { allOf: [{ $ref: "#/components/schemas/Key" }], type: object, properties: { n: { type: string } } }
    EcKey: { allOf: [{ $ref: "#/components/schemas/Key" }], type: object, properties: { x: { type: string } } }
    Ring: { anyOf: [{ $ref: "#/components/schemas/OtherRing" }, { type: string }] }
    OtherRing: { anyOf: [{ $ref: "#/components/schemas/Ring" }, { type: number }] }
    First: { anyOf: [{ $ref: "#/components/schemas/Second" }, { type: string }] }
    Second: { anyOf: [{ $ref: "#/components/schemas/Third" }, { type: number }] }
    Third: { anyOf: [{ $ref: "#/components/schemas/Second" }, { $ref: "#/components/schemas/First" }, { type: boolean }] }
    Selfish: { allOf: [{ $ref: "#/components/schemas/Selfish" }, { $ref: "#/components/schemas/Mate" }] }
    Mate: { allOf: [{ $ref: "#/components/schemas/Selfish" }] }
`,
  ),
  unions: spec(
    "3.1.0",
    `
    Card: { type: object, required: [number], properties: { number: { type: string } } }
    Cash: { type: object, required: [amount], properties: { amount: { type: number } } }
    Payment: { oneOf: [{ $ref: "#/components/schemas/Card" }, { $ref: "#/components/schemas/Cash" }] }
    Id: { oneOf: [{ type: string }, { type: integer }] }
    Lists: { anyOf: [{ type: array, items: { type: string } }, { type: string }] }
    Nested: { anyOf: [{ oneOf: [{ type: string }, { type: boolean }] }, { $ref: "#/components/schemas/Card" }] }
    Single: { oneOf: [{ $ref: "#/components/schemas/Card" }] }
    Beside: { type: object, required: [at], properties: { at: { type: string } }, oneOf: [{ $ref: "#/components/schemas/Card" }, { $ref: "#/components/schemas/Cash" }] }
    Typed: { type: object, oneOf: [{ $ref: "#/components/schemas/Card" }, { $ref: "#/components/schemas/Cash" }] }
    OneOfTwo: { type: object, properties: { a: { type: string }, b: { type: string } }, anyOf: [{ required: [a] }, { required: [b] }] }
    Both: { anyOf: [{ $ref: "#/components/schemas/Card" }], oneOf: [{ $ref: "#/components/schemas/Cash" }, { type: object, properties: { free: { type: boolean } } }] }
    Never: { anyOf: [false, { type: string }] }
    Whatever: { anyOf: [true, { type: string }] }
    ListOfUnions: { type: array, items: { oneOf: [{ $ref: "#/components/schemas/Card" }, { type: array, items: { type: string } }] } }
`,
  ),
  discriminators: spec(
    "3.1.0",
    `
    Cat: { type: object, required: [kind], properties: { kind: { type: string }, lives: { type: integer } } }
    Dog: { type: object, required: [kind], properties: { kind: { type: string }, good: { type: boolean } } }
    Mapped: { oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }], discriminator: { propertyName: kind, mapping: { c: "#/components/schemas/Cat", k: Cat, d: Dog } } }
    Implied: { anyOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }], discriminator: { propertyName: kind } }
    Mouse: { type: object, required: [type], properties: { type: { const: mouse }, size: { type: number } } }
    Rat: { type: object, required: [type], properties: { type: { const: rat } } }
    Rodent: { oneOf: [{ $ref: "#/components/schemas/Mouse" }, { $ref: "#/components/schemas/Rat" }], discriminator: { propertyName: type, mapping: { mouse: "#/components/schemas/Mouse", rat: "#/components/schemas/Rat" } } }
    Event: { type: object, required: [id, type], properties: { id: { type: string }, type: { type: string } }, discriminator: { propertyName: type, mapping: { created: "#/components/schemas/Created" } } }
    Created: { allOf: [{ $ref: "#/components/schemas/Event" }, { type: object, properties: { at: { type: string } } }] }
    Round: { type: object, required: [version], properties: { version: { type: integer, enum: [1] }, radius: { type: number } } }
    Square: { type: object, required: [version], properties: { version: { type: integer, enum: [2] }, side: { type: number } } }
    Animal: { type: object, required: [sort], properties: { sort: { type: string, enum: [bird] }, name: { type: string } } }
    Bird: { allOf: [{ $ref: "#/components/schemas/Animal" }, { type: object, properties: { wings: { type: integer } } }] }
    Stone: { type: object, required: [sort], properties: { sort: { type: string } } }
    Thing: { oneOf: [{ $ref: "#/components/schemas/Bird" }, { $ref: "#/components/schemas/Stone" }], discriminator: { propertyName: sort, mapping: { bird: "#/components/schemas/Bird", stone: "#/components/schemas/Stone" } } }
    Numbered: { oneOf: [{ $ref: "#/components/schemas/Round" }, { $ref: "#/components/schemas/Square" }], discriminator: { propertyName: version, mapping: { "1": "#/components/schemas/Round", "2": "#/components/schemas/Square" } } }
`,
  ),
  "all of": spec(
    "3.1.0",
    `
    Base: { type: object, required: [id], properties: { id: { type: string }, note: { type: string } } }
    Extended: { allOf: [{ $ref: "#/components/schemas/Base" }, { type: object, required: [size], properties: { size: { type: number } } }] }
    Stricter: { allOf: [{ $ref: "#/components/schemas/Base" }], required: [note] }
    Beside: { allOf: [{ $ref: "#/components/schemas/Base" }], type: object, properties: { more: { type: boolean } } }
    Narrowed: { $ref: "#/components/schemas/Base", required: [extra], properties: { extra: { type: string } } }
    Described: { allOf: [{ $ref: "#/components/schemas/Base" }, { description: The same. }] }
    Short: { allOf: [{ type: string }, { maxLength: 3 }] }
    Twice: { allOf: [{ type: object, properties: { a: { type: string } } }, { type: object, required: [a], properties: { a: { maxLength: 3 } } }] }
    Deep: { allOf: [{ allOf: [{ $ref: "#/components/schemas/Extended" }, { $ref: "#/components/schemas/Stricter" }] }, { type: object, properties: { deep: { $ref: "#/components/schemas/Deep" } } }] }
    Page: { type: object, required: [total, items], properties: { total: { type: integer } } }
    OrderPage: { type: object, allOf: [{ $ref: "#/components/schemas/Page" }, { type: object, properties: { items: { type: array, items: { $ref: "#/components/schemas/Base" } } } }] }
    Listed: { type: array, items: { allOf: [{ $ref: "#/components/schemas/Base" }, { type: object, properties: { at: { type: string } } }] } }
`,
  ),
  "read and write": spec(
    "3.1.0",
    `
    Account: { type: object, required: [id, name, secret], properties: { id: { type: string, readOnly: true }, name: { type: string }, secret: { type: string, writeOnly: true } } }
    Holder: { type: object, required: [account], properties: { account: { $ref: "#/components/schemas/Account" } } }
    Plain: { type: object, properties: { name: { type: string } } }
`,
  ),
  int64: spec(
    "3.1.0",
    `
    Counter: { type: object, required: [count], properties: { count: { type: integer, format: int64 }, small: { type: integer, format: int32 } } }
    Big: { type: integer, format: int64 }
    SentCounter: { type: object, required: [count], properties: { count: { type: integer, format: int64 }, more: { type: array, items: { type: integer, format: int64 } } } }
    AnsweredCounter: { type: object, required: [count], properties: { count: { type: integer, format: int64 } } }
`,
  ),
  tuples: spec(
    "3.1.0",
    `
    Pair: { type: array, prefixItems: [{ type: string }, { type: number }], items: false, minItems: 2 }
    Short: { type: array, prefixItems: [{ type: string }, { type: number }], items: false, minItems: 1 }
    Long: { type: array, prefixItems: [{ type: string }], items: { type: number }, minItems: 1 }
    Loose: { type: array, prefixItems: [{ type: string }] }
    Fixed: { type: array, items: { type: string }, minItems: 2, maxItems: 2 }
    Matrix: { type: array, items: { type: array, items: { type: number } } }
    Nothing: { type: array, items: false }
`,
  ),
  "odd names": spec(
    "3.1.0",
    `
    Odd:
      type: object
      description: "Ends */ here, \`quotes\`, \${code} and \\u2028."
      required: ["it's", "a\\nline"]
      properties:
        "it's": { type: string }
        "\\"quoted\\"": { type: string }
        "a\\nline": { type: number }
        __proto__: { type: string }
        constructor: { type: boolean }
        "1": { type: string }
        "": { type: string }
        ünïcode: { enum: ["it's", "\\"", "\\\\", "*/", "\`"] }
    "with.dots-and_more": { type: array, items: { $ref: "#/components/schemas/Odd" } }
`,
  ),
  "swagger 2.0": swagger(`
    Text: { type: string, x-nullable: true }
    Colour: { type: string, enum: [red, green], x-nullable: true }
    File: { type: file }
    Counts: { type: object, additionalProperties: { type: integer } }
    Tree: { type: object, required: [children], properties: { children: { type: array, items: { $ref: "#/definitions/Tree" } } } }
    Animal: { type: object, required: [kind], properties: { kind: { type: string } }, discriminator: kind }
    Thing:
      type: object
      required: [text, owner]
      properties:
        text: { $ref: "#/definitions/Text" }
        owner: { $ref: "#/definitions/Tree", x-nullable: true }
        discriminator: { type: string, x-nullable: true }
        type: { type: integer }
        tags: { type: array, x-nullable: true, items: { type: string, x-nullable: true } }
    Whole: { allOf: [{ $ref: "#/definitions/Thing" }, { type: object, required: [at], properties: { at: { type: string } } }] }
    Borrowed: { type: object, properties: { tree: { $ref: "#/paths/~1Tree/post/responses/200/schema" }, inner: { $ref: "#/definitions/Thing/properties/tags" } } }
`),
};

/** A spec of Swagger 2.0 with an operation that sends and answers each definition. */
function swagger(definitions: string): string {
  const keys = [...definitions.matchAll(/^ {4}([^ ":]+):/gm)].map(([, key = ""]) => key);
  const paths = keys.map((key) => {
    const schema = `schema: { $ref: "#/definitions/${key}" }`;
    return `
  "/${key}":
    post:
      parameters: [{ in: body, name: body, ${schema} }]
      responses: { "200": { description: ok, ${schema} } }`;
  });
  return `swagger: "2.0"
info: { title: Judged, version: "1" }
paths:${paths.join("")}
definitions:${definitions}`;
}

/** A spec with an operation that sends and answers each component; `Sent...` and `Answered...` go one way only. */
function spec(version: string, schemas: string): string {
  const keys = [...schemas.matchAll(/^ {4}("?)([^ ":]+)\1:/gm)].map(([, , key = ""]) => key);
  const media = (key: string): string =>
    `content: { application/json: { schema: { $ref: "#/components/schemas/${key}" } } }`;
  const paths = keys.map(
    (key) => `
  "/${key}":
    post:
      operationId: "post ${key}"
      requestBody: { ${key.startsWith("Answered") ? "content: {}" : media(key)} }
      responses: { "200": { description: ok, ${key.startsWith("Sent") ? "content: {}" : media(key)} } }`,
  );
  return `openapi: ${version}
info: { title: Judged, version: "1" }
paths:${paths.join("")}
components:
  schemas:${schemas}`;
}
