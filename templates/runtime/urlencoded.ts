import { present } from "./draft.js";
import { exactMembers, jsonText } from "./int64.js";
import type { BodyWriter, ParameterWriter } from "./operation.js";
import { encode, isComposite, queryForm } from "./parameters.js";

/** A field without an encoding: lists repeat their name, objects are JSON. OpenAPI, "Encoding Object". */
const formField: ParameterWriter = (name, value) =>
  isComposite(value) && !Array.isArray(value)
    ? `${encode(name)}=${encode(jsonText(value))}`
    : exactMembers(queryForm)(name, value);

/**
 * Makes the writer of an `application/x-www-form-urlencoded` body. `encoding` holds the query style of each
 * field that has its own. `undefined` and `null` are left out; a space travels as `+`.
 */
export function formBody(encoding: Readonly<Record<string, ParameterWriter>> = {}): BodyWriter {
  const writers = new Map(Object.entries(encoding));
  return (value, contentType = "application/x-www-form-urlencoded", site) => {
    const fields = Object.entries(present(value, site) ?? {})
      .filter(([, field]) => field != null)
      .map(([name, field]) => (writers.get(name) ?? formField)(name, field))
      .filter((text) => text !== "");
    return { body: fields.join("&").replace(/%20/g, "+"), contentType };
  };
}
