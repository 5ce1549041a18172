import { isMap, type Json, type JsonMap } from "../json.ts";
import { fromSwagger } from "./from-swagger.ts";
import {
  itemsOf,
  noteText,
  type Plain,
  type PlainObject,
  plainMembers,
  plainObject,
  textAt,
} from "./plain.ts";
import { plainSchema } from "./plain-schema.ts";
import { withoutCycle } from "./schema-cycles.ts";
import { componentReference, openReferredSchemas, type ReferredSchemas } from "./referred-schemas.ts";

/** What the types of a spec are made of, an OpenAPI 3.1 document in plain objects. */
export interface PlainSpec extends PlainObject {
  readonly openapi: "3.1.0";
  readonly paths: PlainObject;
  readonly webhooks: PlainObject;
  readonly components: PlainObject;
}

interface SpecContext {
  readonly schemas: ReferredSchemas;
  /** Ids of operations so far; the types can hold each only once. */
  readonly operationIds: Set<string>;
}

/**
 * Reduce a bundled spec, whatever its version, to what openapi-typescript makes types from and reads right. Examples,
 * extensions, links, callbacks and security are no part of it.
 */
export function plainSpec(bundle: Json): PlainSpec {
  const written: JsonMap = isMap(bundle) ? bundle : new Map();
  const root = written.has("swagger") ? fromSwagger(written) : written;
  const context: SpecContext = { schemas: openReferredSchemas(root), operationIds: new Set() };
  const paths = plainMembers(root.get("paths"), (item, path) =>
    path.startsWith("/") ? plainPathItem(context, item) : undefined,
  );
  const webhooks = plainMembers(root.get("webhooks"), (item) => plainPathItem(context, item));
  return { openapi: "3.1.0", paths, webhooks, components: plainComponents(context, root.get("components")) };
}

function plainComponents(context: SpecContext, components: Json | undefined): PlainObject {
  const written = (section: string): Json | undefined =>
    isMap(components) ? components.get(section) : undefined;
  const section = (name: string, turn: Turn): readonly [string, PlainObject] => [
    name,
    plainMembers(written(name), (value) => turn(context, value)),
  ];
  const others = [
    section("responses", plainResponse),
    section("parameters", plainParameter),
    section("requestBodies", plainBody),
    section("headers", plainHeader),
    section("pathItems", plainPathItem),
  ];
  return plainObject([["schemas", plainSchemas(context.schemas, written("schemas"))], ...others]);
}

function plainSchemas(schemas: ReferredSchemas, written: Json | undefined): PlainObject {
  const made = (isMap(written) ? [...written] : []).map(
    ([key, schema]) => [key, plainSchema(schemas, schema)] as const,
  );
  // Last, when every reference has been met; making a schema may meet more.
  for (const [key, schema] of schemas.added()) made.push([key, plainSchema(schemas, schema)]);
  const referenceTo = (key: string): string => componentReference("schemas", key);
  const byReference = new Map(made.map(([key, schema]) => [referenceTo(key), schema]));
  return plainObject(made.map(([key, schema]) => [key, withoutCycle(schema, referenceTo(key), byReference)]));
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** Path Item Object (OpenAPI 3.1, section 4.8.9): what its `$ref` leads to stands beside its own fields. */
function plainPathItem(context: SpecContext, item: Json): PlainObject | undefined {
  const target = context.schemas.follow(item);
  if (!isMap(item) || !isMap(target)) return undefined;
  const whole = new Map([...target, ...item]);
  const operations = methods.map((method) => [method, plainOperation(context, whole.get(method))] as const);
  return plainObject([["parameters", plainParameters(context, whole.get("parameters"))], ...operations]);
}

function plainOperation(context: SpecContext, operation: Json | undefined): PlainObject | undefined {
  if (!isMap(operation)) return undefined;
  const id = textAt(operation, "operationId");
  // The maker refers to an operation by its id, and would take what is behind this sign for a pointer.
  const isPlain = id !== undefined && id !== "" && !id.includes("#/");
  const isFirst = isPlain && !context.operationIds.has(id);
  if (isFirst) context.operationIds.add(id);
  const responses = plainMembers(operation.get("responses"), (response, status) =>
    status.startsWith("x-") ? undefined : referenceOr(context, "responses", response, plainResponse),
  );
  return plainObject([
    ["operationId", isFirst ? id : undefined],
    ...notesOf(operation),
    ["parameters", plainParameters(context, operation.get("parameters"))],
    ["requestBody", referenceOr(context, "requestBodies", operation.get("requestBody"), plainBody)],
    ["responses", responses],
  ]);
}

function plainParameters(context: SpecContext, parameters: Json | undefined): readonly PlainObject[] {
  return itemsOf(parameters).flatMap((parameter) => {
    const made = referenceOr(context, "parameters", parameter, plainParameter);
    return made === undefined ? [] : [made];
  });
}

type Turn = (context: SpecContext, value: Json) => PlainObject | undefined;

/** A reference to a component stays one; what any other reference leads to stands in its place. */
function referenceOr(
  context: SpecContext,
  section: string,
  value: Json | undefined,
  turn: Turn,
): PlainObject | undefined {
  if (value === undefined) return undefined;
  const reference = textAt(value, "$ref");
  const key = reference === undefined ? undefined : context.schemas.keyIn(section, reference);
  const made = turn(context, value);
  // The types only have what can be made.
  return key === undefined || made === undefined ? made : { $ref: componentReference(section, key) };
}

/** Parameter Object (OpenAPI 3.1, section 4.8.12). One with `content` is a text that holds a document. */
function plainParameter({ schemas }: SpecContext, value: Json): PlainObject | undefined {
  const parameter = schemas.follow(value);
  const name = textAt(parameter, "name");
  const place = textAt(parameter, "in");
  if (!isMap(parameter) || name === undefined || place === undefined) return undefined;
  return plainObject([
    ["name", name],
    ["in", place],
    ["required", place === "path" || parameter.get("required") === true],
    ...notesOf(parameter),
    ["schema", plainValue(schemas, parameter)],
  ]);
}

/** Header Object (OpenAPI 3.1, section 4.8.21). */
function plainHeader({ schemas }: SpecContext, value: Json): PlainObject | undefined {
  const header = schemas.follow(value);
  if (!isMap(header)) return undefined;
  const required = header.get("required") === true;
  return plainObject([["required", required], ...notesOf(header), ["schema", plainValue(schemas, header)]]);
}

function plainValue(schemas: ReferredSchemas, holder: JsonMap): PlainObject {
  return holder.has("content") ? { type: "string" } : plainSchema(schemas, holder.get("schema"));
}

function plainBody(context: SpecContext, value: Json): PlainObject | undefined {
  const body = context.schemas.follow(value);
  if (!isMap(body)) return undefined;
  return plainObject([
    ...notesOf(body),
    ["content", plainContent(context, body.get("content"))],
    ["required", body.get("required") === true],
  ]);
}

function plainResponse(context: SpecContext, value: Json): PlainObject | undefined {
  const response = context.schemas.follow(value);
  if (!isMap(response)) return undefined;
  // Headers are written out: the maker of the types takes each reference to one for a header that always comes.
  const headers = plainMembers(response.get("headers"), (header) => plainHeader(context, header));
  return plainObject([
    ...notesOf(response),
    ["headers", headers],
    ["content", plainContent(context, response.get("content"))],
  ]);
}

function plainContent({ schemas }: SpecContext, content: Json | undefined): PlainObject {
  return plainMembers(content, (value) => {
    const media = schemas.follow(value);
    return { schema: plainSchema(schemas, isMap(media) ? media.get("schema") : undefined) };
  });
}

/** What a comment says of an object. */
function notesOf(object: JsonMap): readonly (readonly [string, Plain | undefined])[] {
  return [
    ["summary", noteText(textAt(object, "summary"))],
    ["description", noteText(textAt(object, "description"))],
    ["deprecated", object.get("deprecated") === true ? true : undefined],
  ];
}
