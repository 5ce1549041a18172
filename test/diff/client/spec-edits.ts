import type { Draw } from "../../properties/draw.ts";
import type { Schema } from "../../properties/random-schema.ts";
import { isObject } from "../../properties/random-value.ts";
import { edited } from "../random-edit.ts";

type Fields = Record<string, unknown>;

/** A spec with one thing in it changed that a program which uses the package may notice, and some that it does not. */
export function editedSpec(draw: Draw, spec: unknown): unknown {
  const copy = structuredClone(spec) as Fields;
  const edits = [schemaEdit, schemaEdit, schemaEdit, operationEdit, parameterEdit, bodyEdit, componentEdit];
  for (let tries = 0; tries < 8; tries += 1) if (draw.one(edits)(draw, copy)) return copy;
  return copy;
}

type Edit = (draw: Draw, spec: Fields) => boolean;

interface Slot {
  readonly holder: Fields;
  readonly key: string;
}

/** Where schemas stand: components, and what operations hold. */
function schemaSlots(spec: Fields): readonly Slot[] {
  const found: Slot[] = [];
  const visit = (value: unknown, depth: number): void => {
    if (Array.isArray(value)) for (const each of value) visit(each, depth + 1);
    if (!isObject(value) || depth > 14) return;
    for (const [key, inner] of Object.entries(value)) {
      const isSchema =
        (key === "schema" || key === "items" || key === "additionalProperties") && isObject(inner);
      if (isSchema) found.push({ holder: value, key });
      const isList = (key === "schemas" || key === "properties" || key === "definitions") && isObject(inner);
      if (isList) for (const name of Object.keys(inner)) found.push({ holder: inner, key: name });
      visit(inner, depth + 1);
    }
  };
  visit(spec, 0);
  return found;
}

const schemaEdit: Edit = (draw, spec) => {
  const slots = schemaSlots(spec);
  if (slots.length === 0) return false;
  const { holder, key } = draw.one(slots);
  const schema = holder[key] as Schema;
  const own = isObject(schema) ? ownEdits(draw, schema, spec) : [];
  holder[key] = own.length > 0 && draw.chance(0.6) ? draw.one(own)() : edited(draw, schema);
  return true;
};

function ownEdits(draw: Draw, schema: Fields, spec: Fields): readonly (() => unknown)[] {
  const { properties, required, type } = schema;
  const components = (spec["components"] as Fields | undefined)?.["schemas"];
  const keys = isObject(components) ? Object.keys(components) : [];
  const edits: (() => unknown)[] = [
    () => ({ ...schema, nullable: schema["nullable"] !== true }),
    () => ({ ...schema, readOnly: schema["readOnly"] !== true }),
    () => ({ ...schema, writeOnly: schema["writeOnly"] !== true }),
    () => ({ ...schema, description: "Other words." }),
    () => ({ oneOf: [schema, { type: "integer" }] }),
    () => ({ allOf: [schema] }),
  ];
  if (keys.length > 0) edits.push(() => ({ $ref: `#/components/schemas/${draw.one(keys)}` }));
  if (type === "string")
    edits.push(
      () => ({ ...schema, format: "date-time" }),
      () => ({ ...schema, enum: ["one", "two"] }),
      () => ({ ...schema, format: "binary" }),
    );
  if (type === "integer") edits.push(() => ({ ...schema, format: "int64" }));
  if (!isObject(properties)) return edits;
  const names = Object.keys(properties);
  const own = Array.isArray(required) ? (required as readonly string[]) : [];
  edits.push(
    () => ({ ...schema, properties: { ...properties, more: { type: "string" } } }),
    () => ({
      ...schema,
      properties: { ...properties, more: { type: "string" } },
      required: [...own, "more"],
    }),
    () => ({ ...schema, additionalProperties: { type: "string" } }),
    () => ({ ...schema, additionalProperties: false }),
    () => ({ ...schema, additionalProperties: true }),
    () => ({ ...schema, title: "Titled" }),
  );
  const [first] = names;
  if (first !== undefined) {
    const name = draw.one(names);
    const { [name]: gone, ...others } = properties;
    edits.push(
      () => ({ ...schema, properties: others, required: own.filter((each) => each !== name) }),
      () => ({ ...schema, properties: { ...others, [`${name}Again`]: gone } }),
      () => ({
        ...schema,
        required: own.includes(name) ? own.filter((each) => each !== name) : [...own, name],
      }),
    );
  }
  return edits;
}

const methods = ["get", "put", "post", "delete", "patch"];

interface Found {
  readonly item: Fields;
  readonly method: string;
  readonly operation: Fields;
  readonly path: string;
}

function operationsIn(spec: Fields): readonly Found[] {
  const paths = isObject(spec["paths"]) ? spec["paths"] : {};
  return Object.entries(paths).flatMap(([path, item]) =>
    isObject(item)
      ? methods.flatMap((method) => {
          const operation = item[method];
          return isObject(operation) ? [{ item, method, operation, path }] : [];
        })
      : [],
  );
}

const operationEdit: Edit = (draw, spec) => {
  const all = operationsIn(spec);
  if (all.length === 0) return false;
  const { item, method, operation, path } = draw.one(all);
  const paths = spec["paths"] as Fields;
  draw.one<() => void>([
    () => void delete item[method],
    () => void (operation["operationId"] = "calledOtherwise"),
    () => void (operation["tags"] = ["elsewhere"]),
    () => void (operation["deprecated"] = true),
    () => void delete operation["tags"],
    () => void (operation["summary"] = "Other words."),
    () => {
      paths["/brand-new"] = { get: { operationId: "brandNew", responses: { 204: { description: "x" } } } };
    },
    () => {
      paths[`/moved${path}`] = { ...(paths[path] as Fields) };
      delete paths[path];
    },
    () => {
      const renamed = path.replace(/\{(\w+)\}/, "{$1Again}");
      const text = JSON.stringify(paths[path]);
      delete paths[path];
      const name = /\{(\w+)\}/.exec(path)?.[1] ?? "";
      paths[renamed] = JSON.parse(text.replaceAll(`"name":"${name}"`, `"name":"${name}Again"`)) as unknown;
    },
  ])();
  return true;
};

const parameterEdit: Edit = (draw, spec) => {
  const all = operationsIn(spec);
  if (all.length === 0) return false;
  const { operation } = draw.one(all);
  const list = Array.isArray(operation["parameters"]) ? (operation["parameters"] as unknown[]) : [];
  operation["parameters"] = list;
  const query = (required: boolean): unknown => ({
    name: "brandNew",
    in: "query",
    required,
    schema: { type: "string" },
  });
  const edits: (() => void)[] = [() => void list.push(query(false)), () => void list.push(query(true))];
  const own = list.filter((each) => isObject(each) && each["in"] !== "path" && "in" in each) as Fields[];
  if (own.length > 0) {
    const one = draw.one(own);
    edits.push(
      () => void (one["required"] = one["required"] !== true),
      () => void (one["name"] = `${String(one["name"])}Again`),
      () => void list.splice(list.indexOf(one), 1),
      () => void (one["schema"] = { type: "integer" }),
      () => void (one["schema"] = { type: "string", enum: ["one", "two"] }),
      () => void (one["in"] = one["in"] === "header" ? "query" : "header"),
    );
  }
  draw.one(edits)();
  return true;
};

const bodyEdit: Edit = (draw, spec) => {
  const all = operationsIn(spec);
  if (all.length === 0) return false;
  const { operation, method } = draw.one(all);
  const responses = (isObject(operation["responses"]) ? operation["responses"] : {}) as Fields;
  const content = (schema: unknown, type = "application/json"): unknown => ({ [type]: { schema } });
  const plain = { type: "object", properties: { ok: { type: "boolean" } } };
  const body = operation["requestBody"] as Fields | undefined;
  const status = Object.keys(responses);
  const edits: (() => void)[] = [
    () => void (responses["202"] = { description: "x" }),
    () => void (responses["201"] = { description: "x", content: content(plain) }),
    () => void (responses["404"] = { description: "x", content: content(plain) }),
  ];
  if (status.length > 1) edits.push(() => void delete responses[draw.one(status)]);
  if (status.length > 0) {
    edits.push(() => {
      const key = draw.one(status);
      responses[key] = {
        description: "x",
        content: content(plain, draw.one(["application/json", "text/plain", "image/png"])),
      };
    });
  }
  if (method !== "get" && method !== "delete") {
    edits.push(() => void (operation["requestBody"] = { content: content(plain) }));
    edits.push(() => void (operation["requestBody"] = { required: true, content: content(plain) }));
    if (isObject(body)) {
      edits.push(
        () => void (body["required"] = body["required"] !== true),
        () => void delete operation["requestBody"],
      );
      if (isObject(body["content"]))
        edits.push(() => Object.assign(body["content"] as Fields, content({ type: "string" }, "text/plain")));
    }
  }
  draw.one(edits)();
  return true;
};

const componentEdit: Edit = (draw, spec) => {
  const components = (isObject(spec["components"]) ? spec["components"] : {}) as Fields;
  spec["components"] = components;
  const schemas = (isObject(components["schemas"]) ? components["schemas"] : {}) as Fields;
  const keys = Object.keys(schemas);
  const edits: (() => void)[] = [
    () => {
      const scheme = { type: "http", scheme: "bearer" };
      components["securitySchemes"] = { ...(components["securitySchemes"] as Fields), brandNew: scheme };
    },
    () => void delete components["securitySchemes"],
    () => void (components["schemas"] = { ...schemas, BrandNew: { type: "object" } }),
  ];
  if (keys.length > 0) {
    const key = draw.one(keys);
    edits.push(
      () => renameComponent(spec, key, `${key}Again`),
      () => renameComponent(spec, key, `${key}Again`),
      () => void (components["schemas"] = { ...schemas, [key.toLowerCase()]: { type: "string" } }),
    );
  }
  draw.one(edits)();
  return true;
};

function renameComponent(spec: Fields, key: string, name: string): void {
  const rename = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) rename(each);
    if (!isObject(value)) return;
    const fields = value as Fields;
    if (fields["$ref"] === `#/components/schemas/${key}`) fields["$ref"] = `#/components/schemas/${name}`;
    for (const each of Object.values(fields)) rename(each);
  };
  rename(spec);
  const components = spec["components"] as Fields;
  components["schemas"] = Object.fromEntries(
    Object.entries(components["schemas"] as Fields).map(([each, schema]) => [
      each === key ? name : each,
      schema,
    ]),
  );
}
