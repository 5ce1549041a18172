import { isMap, type Json, type JsonMap } from "../json.ts";
import { itemsOf, type Plain, type PlainObject, plainObject, textAt } from "./plain.ts";
import type { ReferredSchemas } from "./referred-schemas.ts";
import { propertiesNamed, schemasAround } from "./schemas-around.ts";

/**
 * What a discriminator says of one branch of its union (OpenAPI 3.1, section 4.8.25): an object with the values that
 * tell the branch. Empty if it says nothing: then the union has no discriminator, or the branch no name.
 */
export function tagOf(schemas: ReferredSchemas, union: JsonMap, branch: Json): PlainObject {
  const discriminator = union.get("discriminator");
  const property = textAt(discriminator, "propertyName");
  const reference = textAt(branch, "$ref");
  const key = reference === undefined ? undefined : schemas.keyOfSchema(reference);
  if (!isMap(discriminator) || property === undefined || key === undefined) return {};
  const leadsHere = (text: Json | undefined): boolean => keyOfTarget(schemas, text) === key;
  // In OpenAPI 3.2 one branch may also take the values that no other one has.
  if (leadsHere(discriminator.get("defaultMapping"))) return {};
  const mapping = discriminator.get("mapping");
  const mapped = isMap(mapping) ? [...mapping].filter(([, text]) => leadsHere(text)) : [];
  const told = mapped.length === 0 ? [key] : mapped.map(([value]) => value);
  const around = schemasAround(schemas, [branch]);
  const own = propertiesNamed(around, property).map((one) => schemas.follow(one));
  // A union has a value there for each of its own branches.
  if (own.length === 0 && around.some((one) => branchesOf(one).length > 0)) return {};
  const values = fitting(schemas, told, own.find(isMap));
  if (values.length === 0) return {};
  const type = values.every((value) => typeof value === "string") ? "string" : "number";
  const properties = plainObject([[property, { type, enum: values }]]);
  return { type: "object", properties, required: [property] };
}

/** A mapping names a component or refers to it. */
function keyOfTarget(schemas: ReferredSchemas, text: Json | undefined): string | undefined {
  if (typeof text !== "string") return undefined;
  return schemas.keyIn("schemas", `#/components/schemas/${text}`) ?? schemas.keyIn("schemas", text);
}

/** The values of a mapping are texts; where the property holds numbers, they mean these. */
function fitting(
  schemas: ReferredSchemas,
  told: readonly string[],
  property: JsonMap | undefined,
): readonly Plain[] {
  const own = property === undefined ? undefined : listedValues(schemas, property, 0);
  if (own !== undefined) {
    const ofTypes = own.filter((value) => typeof value === "string" || typeof value === "number");
    return ofTypes.filter((value) => told.includes(String(value)));
  }
  const type = property?.get("type");
  if (type !== "integer" && type !== "number") return told;
  return told.map(Number).filter(Number.isFinite);
}

/** So many references and unions may lie around the values of a discriminator. */
const deepest = 8;

/** The values that a schema lists, also branch by branch; undefined if it allows others. */
function listedValues(schemas: ReferredSchemas, schema: JsonMap, depth: number): readonly Json[] | undefined {
  const fixed = schema.get("const");
  if (fixed !== undefined) return [fixed];
  if (schema.has("enum")) return itemsOf(schema.get("enum"));
  if (schema.get("type") === "null") return [null];
  const branches = branchesOf(schema).map((branch) => schemas.follow(branch));
  if (branches.length === 0 || depth > deepest) return undefined;
  const values = branches.map((branch) =>
    isMap(branch) ? listedValues(schemas, branch, depth + 1) : undefined,
  );
  return values.includes(undefined) ? undefined : values.flatMap((each) => each ?? []);
}

function branchesOf(schema: JsonMap): readonly Json[] {
  return [...itemsOf(schema.get("oneOf")), ...itemsOf(schema.get("anyOf"))];
}
