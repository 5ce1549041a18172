import { fieldsOf, type Schema } from "./random-schema.ts";
import { isObject, listIn, mapIn, referredName, type Shelf, typesOf } from "./random-value.ts";

/** A value that is none of the schema, and a type can tell. */
export interface Wrong {
  readonly why: string;
  readonly value: unknown;
}

/** What decides whether a type can tell. */
export interface Sight extends Shelf {
  /** Whether a list of values is all there is, in the type of a schema by its name. */
  readonly isClosed: (name: string) => boolean;
}

/**
 * Ways to make a value of a schema wrong that its type can tell. Beside other keywords a type may say less, so only
 * what is plain is touched: types, lists of values, required properties, the names that a closed object has.
 */
export function wrongsOf(value: unknown, schema: Schema, sight: Sight, name: string): readonly Wrong[] {
  if (typeof schema === "boolean") return [];
  const target = referredName(schema);
  if (target !== undefined) {
    const isAlone = Object.keys(schema).every((key) => !constraints.has(key));
    return isAlone ? wrongsOf(value, sight.schemas[target] ?? true, sight, target) : [];
  }
  if (Object.keys(schema).some((key) => vague.has(key))) return [];
  if ("const" in schema) return wrongConstant(schema["const"], value);
  const types = typesOf(schema);
  if (Array.isArray(schema["enum"])) {
    const values = schema["enum"] as readonly unknown[];
    const isClosed = !("x-extensible-enum" in schema) && (values.length === 1 || sight.isClosed(name));
    const wrongs = wrongChoice(values, isClosed);
    // Whoever allows null beside a list means the list to hold it.
    return types.includes("null") ? wrongs.filter((wrong) => wrong.value !== null) : wrongs;
  }
  if (types.length === 0) return [];
  return [
    ...wrongType(types),
    ...(Array.isArray(value) ? wrongItems(value, schema, sight, name) : []),
    ...(isObject(value) ? wrongMembers(value, schema, sight, name) : []),
  ];
}

// What a type leaves out, or tells in a way of its own.
const vague = new Set(["allOf", "oneOf", "anyOf", "not", "if", "nullable", "discriminator", "propertyNames"]);
const constraints = new Set([...vague, "type", "properties", "required", "enum", "const", "items"]);

const kinds: Readonly<Record<string, unknown>> = {
  string: "no such text",
  number: 123456,
  boolean: true,
  null: null,
};

/** A value of a type that is not among these. To a type, an object without members is much like anything but null. */
function wrongType(types: readonly string[]): readonly Wrong[] {
  const known = new Set(types.map((type) => (type === "integer" ? "number" : type)));
  const isLoose = known.has("object") || known.has("array");
  const others = Object.keys(kinds).filter((kind) => !known.has(kind) && (!isLoose || kind === "null"));
  const list = known.has("array") || known.has("object") ? [] : [{ why: "a list", value: [] }];
  return [...others.map((kind) => ({ why: `of the type ${kind}`, value: kinds[kind] })), ...list];
}

function wrongConstant(constant: unknown, value: unknown): readonly Wrong[] {
  if (typeof constant === "string") return [{ why: "another text", value: `${constant}!` }];
  if (typeof constant === "number")
    return [
      { why: "another number", value: 123456 },
      { why: "a text", value: "x" },
    ];
  if (typeof constant === "boolean") return [{ why: "the other one", value: !constant }];
  return constant === null
    ? [{ why: "not null", value: 0 }]
    : value === null
      ? []
      : [{ why: "null", value: null }];
}

function wrongChoice(values: readonly unknown[], isClosed: boolean): readonly Wrong[] {
  const has = (kind: string): boolean => values.some((value) => value !== null && typeof value === kind);
  return [
    ...(has("string") && !isClosed ? [] : [{ why: "a text that is not listed", value: "no such text" }]),
    ...(has("number") && !isClosed ? [] : [{ why: "a number that is not listed", value: 123456 }]),
    ...(has("boolean") ? [] : [{ why: "a boolean", value: true }]),
    ...(values.includes(null) ? [] : [{ why: "null", value: null }]),
  ];
}

function wrongItems(
  value: readonly unknown[],
  schema: Readonly<Record<string, unknown>>,
  sight: Sight,
  name: string,
): readonly Wrong[] {
  const prefix = listIn(schema, "prefixItems");
  const { items = true } = schema;
  const tooMany = prefix.length > 0 && items === false && value.length === prefix.length;
  const inner = value.flatMap((item, index) =>
    wrongsOf(item, prefix[index] ?? (items as Schema), sight, name).map((wrong) => ({
      why: `${index}: ${wrong.why}`,
      value: value.with(index, wrong.value),
    })),
  );
  return [...inner, ...(tooMany ? [{ why: "one item too many", value: [...value, 5] }] : [])];
}

function wrongMembers(
  value: Readonly<Record<string, unknown>>,
  schema: Readonly<Record<string, unknown>>,
  sight: Sight,
  name: string,
): readonly Wrong[] {
  const properties = new Map(mapIn(schema, "properties"));
  const { required = [], additionalProperties } = schema;
  const isMap = "additionalProperties" in schema || "patternProperties" in schema;
  const without = (key: string): unknown =>
    fieldsOf(Object.entries(value).filter(([other]) => other !== key));
  // Of what every object inherits, an object has a member anyway.
  const missing = (required as readonly string[]).filter((key) => key in value && !(key in Object.prototype));
  const inner = Object.entries(value).flatMap(([key, member]) => {
    const type =
      properties.get(key) ?? (properties.size === 0 ? (additionalProperties as Schema) : undefined);
    return wrongsOf(member, type ?? true, sight, name).map((wrong) => ({
      why: `${key}: ${wrong.why}`,
      value: fieldsOf([...Object.entries(value).filter(([other]) => other !== key), [key, wrong.value]]),
    }));
  });
  const isShut = additionalProperties === false && !("patternProperties" in schema);
  return [
    ...missing.map((key) => ({ why: `without ${key}`, value: without(key) })),
    // A map takes its members for whatever any of them is.
    ...(isMap && properties.size > 0 && !isShut ? [] : inner),
    ...(isShut ? [{ why: "one member too many", value: { ...value, "no such member": 5 } }] : []),
  ];
}
