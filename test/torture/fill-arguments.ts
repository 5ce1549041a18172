import type { OperationSummary } from "../../generator/names/list-operations.ts";
import type { Arguments, Plain } from "./torture-spec.ts";

/** The object that a generated function takes, made of arguments that are sorted by their place on the wire. */
export function fillArguments(args: Arguments, operation: OperationSummary, raw: Plain): Plain {
  const declared = declarationOf(operation, raw);
  const fields: [string, unknown][] = [];
  for (const place of ["path", "query", "header", "cookie"] as const) {
    for (const [name, value] of Object.entries(args[place] ?? {})) {
      const schema = schemaOfParameter(declared, place, name, raw);
      fields.push([fieldOf(operation, place, name), made(value, schema, raw)]);
    }
  }
  if (args.querystring !== undefined) {
    const [whole] = operation.parameters.filter((parameter) => parameter.in === "querystring");
    fields.push([whole?.field ?? "querystring", args.querystring]);
  }
  const { body, contentType, accept } = args;
  if (body !== undefined) fields.push(["body", made(body, schemaOfBody(declared, contentType, raw), raw)]);
  if (contentType !== undefined) fields.push(["contentType", contentType]);
  if (accept !== undefined) fields.push(["accept", accept]);
  return Object.fromEntries(fields);
}

function fieldOf({ parameters, operationId }: OperationSummary, place: string, name: string): string {
  const parameter = parameters.find((one) => one.in === place && one.name === name);
  if (parameter === undefined) throw new Error(`${operationId} has no ${place} parameter ${name}.`);
  return parameter.field;
}

/**
 * A value as a caller has it. YAML has no word for three kinds of it: nothing at all is written `undefined`, a file
 * as an object with its bytes, an integer of 64 bits as its digits.
 */
function made(value: unknown, schema: Plain, raw: Plain): unknown {
  if (value === "undefined") return undefined;
  if (Array.isArray(value)) return value.map((item) => made(item, at(schema, "items", raw), raw));
  if (typeof value === "object" && value !== null) {
    if ("blob" in value) return fileOf(value);
    const properties = at(schema, "properties", raw);
    const members = Object.entries(value).map(
      ([key, member]) => [key, made(member, at(properties, key, raw), raw)] as const,
    );
    return Object.fromEntries(members);
  }
  const isLong = schema["type"] === "integer" && schema["format"] === "int64";
  return isLong && typeof value === "string" ? BigInt(value) : value;
}

function fileOf(value: object): File {
  const { blob, name, type } = value as { blob: string; name: string; type: string };
  return new File([Buffer.from(blob, "base64")], name, { type });
}

/** A member of the spec, its reference followed; empty where there is none. Only local references are known. */
function at(owner: Plain, key: string, raw: Plain): Plain {
  const found = Object.hasOwn(owner, key) ? (owner[key] as Plain | null) : null;
  const reference = found?.["$ref"];
  if (typeof reference !== "string") return found ?? {};
  const keys = reference.slice(2).split("/");
  return keys.reduce((node, step) => at(node, step.replaceAll("~1", "/").replaceAll("~0", "~"), raw), raw);
}

function declarationOf({ method, path }: OperationSummary, raw: Plain): { item: Plain; operation: Plain } {
  const item = at(at(raw, "paths", raw), path, raw);
  return { item, operation: at(item, method.toLowerCase(), raw) };
}

function schemaOfParameter(
  { item, operation }: { item: Plain; operation: Plain },
  place: string,
  name: string,
  raw: Plain,
): Plain {
  const all = [operation, item].flatMap((owner) => {
    const list = Object.hasOwn(owner, "parameters") ? (owner["parameters"] as readonly unknown[]) : [];
    return list.map((_, index) => at(list as unknown as Plain, String(index), raw));
  });
  const found = all.find((parameter) => parameter["in"] === place && parameter["name"] === name);
  return found === undefined ? {} : at(found, "schema", raw);
}

function schemaOfBody({ operation }: { operation: Plain }, type: string | undefined, raw: Plain): Plain {
  const content = at(at(operation, "requestBody", raw), "content", raw);
  return at(at(content, type ?? Object.keys(content)[0] ?? "", raw), "schema", raw);
}
