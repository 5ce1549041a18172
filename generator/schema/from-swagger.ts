import { isMap, type Json, type JsonMap } from "../json.ts";
import { itemsOf, textAt } from "./plain.ts";
import { openReferredSchemas } from "./referred-schemas.ts";
import { bodyOf, isPartOfBody } from "./swagger-body.ts";
import { inlineSchema, responseOf, type SwaggerContext, typesOf } from "./swagger-parts.ts";
import { inNewWords, originalKey } from "./swagger-words.ts";

/**
 * A bundled Swagger 2.0 document as one of OpenAPI 3.0, as far as types are made of it: what operations send and get,
 * and what is there to be referred to. Where it is sent, how lists are joined and who may send it decide no type.
 */
export function fromSwagger(swagger: JsonMap): JsonMap {
  const original = inNewWords(swagger);
  const root: JsonMap = isMap(original) ? original : new Map();
  const components = (parameters: Json, responses: Json): JsonMap =>
    new Map([
      ["schemas", root.get("definitions") ?? new Map()],
      ["parameters", parameters],
      ["responses", responses],
    ]);
  const sections = ["parameters", "responses"].map((section) => root.get(section) ?? new Map());
  const [parameters = new Map(), responses = new Map()] = sections;
  const moved = new Map<string, Json>([
    ["components", components(parameters, responses)],
    [originalKey, root],
  ]);
  const context: SwaggerContext = { root, references: openReferredSchemas(moved) };
  return new Map<string, Json>([
    ["openapi", "3.0.4"],
    ["paths", membersOf(root.get("paths"), (item) => pathItemOf(context, item))],
    [
      "components",
      components(
        membersOf(parameters, (each) => parameterOf(context, each)),
        membersOf(responses, (each) => responseOf(context, each, typesOf(root, "produces"))),
      ),
    ],
    [originalKey, root],
  ]);
}

/** The members that turn into something. */
function membersOf(value: Json | undefined, turn: (member: Json) => Json | undefined): JsonMap {
  const members = isMap(value) ? [...value] : [];
  return new Map(
    members.flatMap(([key, member]) => {
      const made = turn(member);
      return made === undefined ? [] : [[key, made] as const];
    }),
  );
}

const methods: ReadonlySet<string> = new Set("get put post delete options head patch".split(" "));

/** Path Item Object (Swagger 2.0): what its `$ref` leads to stands beside its own fields. */
function pathItemOf(context: SwaggerContext, item: Json): JsonMap | undefined {
  const target = context.references.follow(item);
  if (!isMap(item) || !isMap(target)) return undefined;
  const whole = new Map([...target, ...item]);
  whole.delete("$ref");
  const shared = itemsOf(whole.get("parameters"));
  const fields = [...whole].flatMap(([key, value]): readonly (readonly [string, Json])[] => {
    if (key === "parameters") return [[key, parametersOf(context, shared)]];
    return methods.has(key) && isMap(value) ? [[key, operationOf(context, value, shared)]] : [];
  });
  return new Map(fields);
}

/** Operation Object (Swagger 2.0): those of its parameters, and of the path's, that make a body become one. */
function operationOf(context: SwaggerContext, operation: JsonMap, shared: readonly Json[]): JsonMap {
  const { root, references } = context;
  const own = itemsOf(operation.get("parameters"));
  const produced = typesOf(root, "produces", operation);
  const isUsual = !operation.has("produces");
  const body = bodyOf(context, [...shared, ...own], typesOf(root, "consumes", operation));
  const responses = membersOf(operation.get("responses"), (response) => {
    const reference = textAt(response, "$ref");
    const isComponent = reference !== undefined && references.keyIn("responses", reference) !== undefined;
    return isUsual && isComponent ? response : responseOf(context, response, produced);
  });
  const made = new Map<string, Json>([
    ...operation,
    ["parameters", parametersOf(context, own)],
    ["responses", responses],
  ]);
  if (body !== undefined) made.set("requestBody", body);
  return made;
}

function parametersOf(context: SwaggerContext, parameters: readonly Json[]): readonly Json[] {
  return parameters.flatMap((each) => {
    const made = parameterOf(context, each);
    const reference = textAt(each, "$ref");
    const isComponent =
      reference !== undefined && context.references.keyIn("parameters", reference) !== undefined;
    return made === undefined ? [] : [isComponent ? each : made];
  });
}

/** Parameter Object (Swagger 2.0); undefined for one that makes a body. */
function parameterOf({ references }: SwaggerContext, value: Json): JsonMap | undefined {
  const parameter = references.follow(value);
  if (!isMap(parameter) || isPartOfBody(parameter)) return undefined;
  return new Map([...parameter, ["schema", inlineSchema(parameter)]]);
}
