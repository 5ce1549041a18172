import { isMap, type Json, type JsonMap } from "../json.ts";
import { typesOfFile, typesOfValues } from "../model/swagger/media-types.ts";
import { itemsOf, textAt } from "./plain.ts";
import type { ReferredSchemas } from "./referred-schemas.ts";
import { fileMark, newSchema } from "./swagger-words.ts";

/** What stands around an object of a Swagger 2.0 document. */
export interface SwaggerContext {
  readonly root: JsonMap;
  /** Leads along references in their new words. */
  readonly references: ReferredSchemas;
}

/** The media types that an operation or, where it says nothing, the document lists; JSON where nobody does. */
export function typesOf(root: JsonMap, field: "consumes" | "produces", operation = root): readonly string[] {
  const holder = operation.has(field) ? operation : root;
  const types = itemsOf(holder.get(field)).filter((type) => typeof type === "string");
  return types.length === 0 ? ["application/json"] : types;
}

/** What a Media Type Object (OpenAPI 3.0) is under each of its types. */
export function contentOf(types: readonly string[], schema: Json): JsonMap {
  return new Map(types.map((type) => [type, new Map([["schema", schema]])]));
}

/** What travels as such a schema is written as it is, so that any media type may hold it. */
export function isText({ references }: SwaggerContext, schema: Json): boolean {
  return textAt(references.follow(schema), "type") === "string";
}

/** The type of a parameter, a header or a field of a form, which stands among its own fields (Swagger 2.0). */
export function inlineSchema(holder: JsonMap): Json {
  return newSchema(new Map([...holder].filter(([key]) => typeWords.has(key))));
}

/** What says of such an object which type its values have. */
const typeWords: ReadonlySet<string> = new Set("type format items default enum x-nullable".split(" "));

/** Response Object (Swagger 2.0); without a schema it has no body. */
export function responseOf(
  context: SwaggerContext,
  value: Json,
  produced: readonly string[],
): JsonMap | undefined {
  const response = context.references.follow(value);
  if (!isMap(response)) return undefined;
  const made = new Map(response);
  const headers = response.get("headers");
  if (isMap(headers)) made.set("headers", new Map([...headers].map(headerOf)));
  const schema = response.get("schema");
  if (schema === undefined) return made;
  const target = context.references.follow(schema);
  const isFile = isMap(target) && target.has(fileMark);
  const types = isText(context, schema) ? produced : typesOfValues(produced);
  return made.set("content", contentOf(isFile ? typesOfFile(produced) : types, schema));
}

function headerOf([name, header]: readonly [string, Json]): readonly [string, Json] {
  return [name, isMap(header) ? new Map([...header, ["schema", inlineSchema(header)]]) : header];
}
