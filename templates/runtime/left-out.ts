import { referred } from "./evaluated.js";
import type { JsonSchema, SchemaObject, Schemas } from "./json-schema.js";

/**
 * Whether a property does not travel in a direction, so that it may be missing although it is required. `schemas` is all
 * that is said of the object. OpenAPI 3.0, 4.7.24; 3.1 leaves it to us.
 */
export function mayBeLeftOut(
  schemas: readonly JsonSchema[],
  name: string,
  $defs: Schemas,
  note: "readOnly" | "writeOnly",
): boolean {
  return partsOf(schemas, $defs, true).some(({ properties = {} }) => {
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
    return property !== undefined && partsOf([property], $defs, false).some((part) => part[note] === true);
  });
}

/** Schemas and what they refer to or are made of, the branches of their unions included on demand. */
function partsOf(
  schemas: readonly JsonSchema[],
  $defs: Schemas,
  withBranches: boolean,
): readonly SchemaObject[] {
  const found = new Set(schemas);
  // A set that grows while it is walked through is walked through to its end.
  for (const one of found) {
    if (typeof one === "boolean") continue;
    const { $ref, allOf = [], anyOf = [], oneOf = [] } = one;
    const target = $ref === undefined ? [] : [referred($ref, $defs)];
    const branches = withBranches ? [...anyOf, ...oneOf] : [];
    for (const part of [...target, ...allOf, ...branches]) found.add(part);
  }
  return [...found].filter((one) => typeof one === "object");
}
