import { isList, isMap, type Json } from "../json.ts";
import type { Place } from "../location.ts";
import type {
  AllShape,
  ChoiceShape,
  ListShape,
  NumberShape,
  ObjectShape,
  Shape,
  StringShape,
} from "../model/shape.ts";
import { flagsOf } from "../values/parse-pattern.ts";

/** Gives the reference to the schema of a model. */
export type ReferTo = (id: string) => string;

type Members = readonly (readonly [keyword: string, value: Json | undefined])[];

/**
 * A shape as a JSON Schema 2020-12 of the keywords that decide what it holds; `true` for everything. Numbers are those
 * that a program has: a bound beyond 2^53 becomes the nearest one.
 */
export function jsonSchema(shape: Shape, referTo: ReferTo): Json {
  const told = schemaMembers(shape, referTo);
  if (typeof told === "boolean") return told;
  const members = [
    ...told,
    ["readOnly", shape.notes?.readOnly],
    ["writeOnly", shape.notes?.writeOnly],
  ] as const;
  const schema = mapOf(members);
  return schema.size === 0 ? true : schema;
}

function mapOf(members: Members): ReadonlyMap<string, Json> {
  return new Map(members.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])));
}

function schemaMembers(shape: Shape, referTo: ReferTo): Members | boolean {
  const turn = (inner: Shape): Json => jsonSchema(inner, referTo);
  switch (shape.kind) {
    case "any":
      return [];
    case "never":
      return false;
    case "null":
    case "boolean":
      return [["type", shape.kind]];
    case "string":
      return stringMembers(shape);
    case "number":
      return numberMembers(shape);
    case "list":
      return listMembers(shape, turn);
    case "object":
      return objectMembers(shape, turn);
    case "choice":
      return choiceMembers(shape, turn);
    case "reference":
      return [["$ref", referTo(shape.id)]];
    case "union":
      return (
        typesMembers(shape.branches, referTo) ?? [
          [shape.mode === "one" ? "oneOf" : "anyOf", shape.branches.map(turn)],
        ]
      );
    case "all":
      return allMembers(shape, referTo);
    case "not":
      return [["not", turn(shape.shape)]];
    case "conditional":
      return [
        ["if", turn(shape.condition)],
        ["then", whenTold(shape.then, turn)],
        ["else", whenTold(shape.otherwise, turn)],
      ];
  }
}

type Turn = (shape: Shape) => Json;

function whenTold(shape: Shape | undefined, turn: Turn): Json | undefined {
  return shape && turn(shape);
}

/**
 * What one schema of the spec says in its own keywords stays one schema: `unevaluatedProperties` is about all that stands
 * beside it (JSON Schema core, 11).
 */
function allMembers({ place, parts }: AllShape, referTo: ReferTo): Members | boolean {
  const own = new Map<string, Json>();
  const others: Json[] = [];
  for (const part of parts) {
    const isOwn = [part, ...(part.kind === "union" ? part.branches : [])].every((one) =>
      isAt(one.place, place),
    );
    const schema = jsonSchema(part, referTo);
    const isFree = isMap(schema) && [...schema.keys()].every((keyword) => !own.has(keyword));
    if (isOwn && isFree) for (const [keyword, value] of schema) own.set(keyword, value);
    else if (schema !== true) others.push(schema);
  }
  const all = own.get("allOf");
  return [...own, ["allOf", listWhenSome([...(isList(all) ? all : []), ...others])]];
}

/** Branches that stand in a schema of their own see nothing of what is beside them. */
function isAt(one: Place, other: Place): boolean {
  return one.file === other.file && one.pointer === other.pointer;
}

/** Plain types side by side are one schema, for what it says of one type says nothing of the others. */
function typesMembers(branches: readonly Shape[], referTo: ReferTo): Members | undefined {
  const kinds = new Set(branches.map(({ kind }) => kind));
  const arePlain = branches.every(
    (shape) => plainKinds.has(shape.kind) && !("implied" in shape) && shape.notes === undefined,
  );
  if (!arePlain || kinds.size < branches.length) return undefined;
  const all = branches.flatMap((branch) => {
    const told = schemaMembers(branch, referTo);
    return typeof told === "boolean" ? [] : told;
  });
  const types = all.flatMap(([keyword, value]) => (keyword === "type" && value !== undefined ? [value] : []));
  return [["type", types], ...all.filter(([keyword]) => keyword !== "type")];
}

const plainKinds: ReadonlySet<string> = new Set(["null", "boolean", "string", "number", "list", "object"]);

function typeOf(shape: { readonly implied?: true }, type: string): string | undefined {
  return shape.implied === true ? undefined : type;
}

function stringMembers(shape: StringShape): Members {
  const { format = "", pattern } = shape;
  return [
    ["type", typeOf(shape, "string")],
    ["format", judgedFormats.has(format) ? format : undefined],
    ["minLength", shape.minLength],
    ["maxLength", shape.maxLength],
    ["pattern", pattern !== undefined && isPattern(pattern) ? pattern : undefined],
  ];
}

/** Those that templates/runtime/judge-scalar.ts judges. */
const judgedFormats: ReadonlySet<string> = new Set(["date", "date-time", "uuid"]);

/** The runtime tries patterns as JSON Schema recommends it (core, 6.4): as Unicode, or not at all. */
function isPattern(pattern: string): boolean {
  return flagsOf(pattern) === "u";
}

function numberMembers(shape: NumberShape): Members {
  const number = (value: number | bigint | undefined): number | undefined =>
    value === undefined ? undefined : Number(value);
  return [
    ["type", typeOf(shape, shape.integer ? "integer" : "number")],
    ["minimum", number(shape.minimum)],
    ["maximum", number(shape.maximum)],
    ["exclusiveMinimum", number(shape.exclusiveMinimum)],
    ["exclusiveMaximum", number(shape.exclusiveMaximum)],
    ["multipleOf", number(shape.multipleOf)],
  ];
}

function listMembers(shape: ListShape, turn: Turn): Members {
  return [
    ["type", typeOf(shape, "array")],
    ["prefixItems", shape.prefix?.map(turn)],
    ["items", whenTold(shape.items, turn)],
    ["contains", whenTold(shape.contains, turn)],
    ["minContains", shape.minContains],
    ["maxContains", shape.maxContains],
    ["minItems", shape.minItems],
    ["maxItems", shape.maxItems],
    ["uniqueItems", shape.unique],
    ["unevaluatedItems", whenTold(shape.unevaluated, turn)],
  ];
}

function objectMembers(shape: ObjectShape, turn: Turn): Members {
  const {
    properties,
    alsoRequired = [],
    patterns = [],
    dependentRequired = [],
    dependentShapes = [],
  } = shape;
  const required = properties.flatMap(({ name, required: isRequired }) => (isRequired ? [name] : []));
  // What a pattern that nobody can try is about cannot be told from the rest.
  const isClear = patterns.every(({ pattern }) => isPattern(pattern));
  const tried = patterns.filter(({ pattern }) => isPattern(pattern));
  const rest = (inner: Shape | undefined): Json | undefined => (isClear ? whenTold(inner, turn) : undefined);
  return [
    ["type", typeOf(shape, "object")],
    ["properties", mapWhenSome(properties.map((one) => [one.name, turn(one.shape)]))],
    ["required", listWhenSome([...required, ...alsoRequired])],
    ["patternProperties", mapWhenSome(tried.map((one) => [one.pattern, turn(one.shape)]))],
    ["additionalProperties", rest(shape.rest)],
    ["propertyNames", whenTold(shape.names, turn)],
    ["minProperties", shape.minProperties],
    ["maxProperties", shape.maxProperties],
    ["dependentRequired", mapWhenSome(dependentRequired.map((one) => [one.name, one.requires]))],
    ["dependentSchemas", mapWhenSome(dependentShapes.map((one) => [one.name, turn(one.shape)]))],
    ["unevaluatedProperties", rest(shape.unevaluated)],
  ];
}

function mapWhenSome(members: readonly (readonly [string, Json])[]): Json | undefined {
  return members.length === 0 ? undefined : new Map(members);
}

function listWhenSome(list: readonly Json[]): Json | undefined {
  return list.length === 0 ? undefined : list;
}

/** A list that is known to grow holds whatever else is said of its values. */
function choiceMembers({ values, within, extensible }: ChoiceShape, turn: Turn): Members {
  const around = within === undefined ? [] : [turn(within)].filter((schema) => schema !== true);
  const all = ["allOf", listWhenSome(around)] as const;
  if (extensible === true) return [all];
  const listed = values.map(({ value }) => withNumbers(value));
  const plain = within === undefined ? undefined : plainType(within);
  if (plain !== undefined) {
    // Where only the type is told, the values that are of it say all there is to say.
    const own = listed.filter((value) => isOf(value, plain));
    return [["enum", own]];
  }
  return [["enum", listed], all];
}

/** A value whose integers are numbers, the nearest ones: so a program reads them from JSON. */
function withNumbers(value: Json): Json {
  if (typeof value === "bigint") return Number(value);
  if (isList(value)) return value.map(withNumbers);
  return isMap(value) ? new Map([...value].map(([key, member]) => [key, withNumbers(member)])) : value;
}

/** The type of a shape that says nothing else. */
function plainType(shape: Shape): "string" | "boolean" | undefined {
  if (shape.notes !== undefined) return undefined;
  if (shape.kind === "boolean") return "boolean";
  const said = Object.keys(shape).filter((key) => key !== "kind" && key !== "place" && key !== "format");
  return shape.kind === "string" && said.length === 0 ? "string" : undefined;
}

function isOf(value: Json, type: "string" | "boolean"): boolean {
  return typeof value === type;
}
