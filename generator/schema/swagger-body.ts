import { isMap, type Json, type JsonMap } from "../json.ts";
import { typesOfForm, typesOfValues } from "../model/swagger/media-types.ts";
import { textAt } from "./plain.ts";
import { contentOf, inlineSchema, isText, type SwaggerContext } from "./swagger-parts.ts";

/** Whether a parameter is the body of a request, or a field of one (Swagger 2.0, Parameter Object). */
export function isPartOfBody(parameter: JsonMap): boolean {
  const place = parameter.get("in");
  return place === "body" || place === "formData";
}

/**
 * The Request Body Object (OpenAPI 3.0) that parameters make: the one `in: body` or, if there is none, a form of those
 * `in: formData`. Undefined if they make none.
 *
 * @param parameters the path's before the operation's, which stand in the place of those of the same name
 * @param types what the operation consumes
 */
export function bodyOf(
  context: SwaggerContext,
  parameters: readonly Json[],
  types: readonly string[],
): JsonMap | undefined {
  const fields = new Map<string, JsonMap>();
  for (const reference of parameters) {
    const parameter = context.references.follow(reference);
    if (!isMap(parameter) || !isPartOfBody(parameter)) continue;
    fields.set(`${textAt(parameter, "in")} ${textAt(parameter, "name")}`, parameter);
  }
  const all = [...fields.values()];
  const body = all.find((parameter) => parameter.get("in") === "body");
  if (body !== undefined) return payloadOf(context, body, types);
  return all.length === 0 ? undefined : formOf(all, types);
}

function payloadOf(context: SwaggerContext, body: JsonMap, types: readonly string[]): JsonMap {
  const schema = body.get("schema") ?? new Map<string, Json>();
  const sent = isText(context, schema) ? types : typesOfValues(types);
  return new Map([...body, ["content", contentOf(sent, schema)]]);
}

function formOf(fields: readonly JsonMap[], types: readonly string[]): JsonMap {
  const nameOf = (field: JsonMap): string => textAt(field, "name") ?? "";
  const required = fields.filter((field) => field.get("required") === true).map(nameOf);
  const properties = fields.map((field) => [nameOf(field), fieldOf(field)] as const);
  const schema = new Map<string, Json>([
    ["type", "object"],
    ["properties", new Map(properties)],
    ["required", required],
  ]);
  const hasFiles = fields.some((field) => field.get("type") === "file");
  return new Map<string, Json>([
    ["required", required.length > 0],
    ["content", contentOf(typesOfForm(types, hasFiles), schema)],
  ]);
}

/** The type of a field with what is said of it. */
function fieldOf(field: JsonMap): Json {
  const schema = inlineSchema(field);
  const description = field.get("description");
  return isMap(schema) && description !== undefined
    ? new Map([...schema, ["description", description]])
    : schema;
}
