import { parse } from "yaml";

/** Two versions, and what is told of them there and back: codes with their levels, `operation-removed breaking`. */
interface Story {
  readonly before: string;
  readonly after: string;
  readonly there: readonly string[];
  readonly back: readonly string[];
}

/** Two versions of a schema that is once sent and once received. */
export type SchemaStory = Story;

/** Two versions of a spec: what is merged into the small one that all of them begin with. */
export interface ProtocolStory extends Story {
  readonly name: string;
}

type Told = "breaking" | "warning" | "info";

/** A rule about schemas, with its level in requests and in responses. */
export function both(rule: string, levels: `${Told} ${Told}`): readonly string[] {
  const [request = "", response = ""] = levels.split(" ");
  return [`request-${rule} ${request}`, `response-${rule} ${response}`];
}

/** The new schema allows less: that hurts who sends, and on the way back who receives. */
export function tightened(facet: string, before: string, after: string): SchemaStory {
  const there = both(`${facet}-tightened`, "breaking info");
  return { before, after, there, back: both(`${facet}-loosened`, "info breaking") };
}

/** Each schema allows what the other does not. */
export function changed(facet: string, before: string, after: string): SchemaStory {
  const there = both(`${facet}-changed`, "breaking breaking");
  return { before, after, there, back: there };
}

/** A version of the one operation of the small spec. */
export function of(operation: string): string {
  return `{ paths: { /things: { post: ${operation} } } }`;
}

type Tree = Readonly<Record<string, unknown>>;

const start = `
openapi: 3.1.0
info: { title: Shop, version: "1" }
paths:
  /things:
    post:
      operationId: addThing
      responses: { "200": { description: The thing. } }
`;

const schemas = `
paths:
  /things:
    post:
      requestBody:
        required: true
        content: { application/json: { schema: { $ref: "#/components/schemas/Sent" } } }
      responses:
        "200": { content: { application/json: { schema: { $ref: "#/components/schemas/Received" } } } }
components:
  schemas:
    Cat:
      type: object
      required: [kind, name]
      properties: { kind: { const: cat }, name: { type: string } }
    Dog:
      type: object
      required: [kind, age]
      properties: { kind: { const: dog }, age: { type: integer } }
    Node:
      type: object
      properties: { next: { $ref: "#/components/schemas/Node" } }
`;

/** The small spec with more in it: objects are merged, all else is put in its place. */
export function specWith(patch: string): string {
  return JSON.stringify(merged(parse(start), parse(patch)), null, 1);
}

/** The small spec where one schema is both sent and received. */
export function specOfSchema(text: string): string {
  const schema: unknown = parse(text);
  const components = { components: { schemas: { Sent: schema, Received: schema } } };
  return JSON.stringify(merged(merged(parse(start), parse(schemas)), components), null, 1);
}

function merged(one: unknown, other: unknown): unknown {
  if (!isTree(one) || !isTree(other)) return other;
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(
    (key) => other[key] !== null,
  );
  return Object.fromEntries(keys.map((key) => [key, key in other ? merged(one[key], other[key]) : one[key]]));
}

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
