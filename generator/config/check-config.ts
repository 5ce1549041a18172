import { configCatalogue } from "./config-catalogue.ts";
import { nearestWord } from "../nearest-word.ts";

/** As much of JSON Schema as our own schema of the configuration speaks. */
export interface ConfigSchema {
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, ConfigSchema>>;
  readonly required?: readonly string[];
  /** What members of any other name hold; `false` where there are none. */
  readonly additionalProperties?: boolean | ConfigSchema;
  /** What the names of members are like. */
  readonly propertyNames?: ConfigSchema;
  readonly items?: ConfigSchema;
  readonly minItems?: number;
  readonly uniqueItems?: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
}

export type ConfigCode = keyof typeof configCatalogue;

/** Something wrong with a setting. `keys` lead to it from the top of the configuration. */
export interface ConfigFault {
  readonly code: ConfigCode;
  readonly message: string;
  readonly help: string;
  readonly keys: readonly (string | number)[];
}

/** Every fault of a configuration, in the order in which it stands there. */
export function checkConfig(
  value: unknown,
  schema: ConfigSchema,
  keys: readonly (string | number)[] = [],
): readonly ConfigFault[] {
  const types = [schema.type ?? "string"].flat();
  if (!types.includes(typeOf(value))) return [wrongType(value, types, schema, keys)];
  if (Array.isArray(value)) return checkList(value, schema, keys);
  if (isObject(value)) return checkObject(value, schema, keys);
  return typeof value === "string" && !isGoodText(value, schema) ? [wrongValue(value, schema, keys)] : [];
}

function checkObject(
  value: Readonly<Record<string, unknown>>,
  owner: ConfigSchema,
  keys: readonly (string | number)[],
): readonly ConfigFault[] {
  const { properties = {}, additionalProperties: others, propertyNames = {} } = owner;
  const isWhole = (owner.required ?? []).every((name) => Object.hasOwn(value, name));
  const missing = isWhole ? [] : [wrongValue(value, owner, keys)];
  const faults = Object.entries(value).flatMap(([key, member]): readonly ConfigFault[] => {
    const schema = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (schema !== undefined) return checkConfig(member, schema, [...keys, key]);
    if (typeof others === "object") {
      // A member means what its object means.
      const meant = { description: owner.description ?? "", ...others };
      if (!isGoodText(key, propertyNames)) return [{ ...wrongValue(key, owner, keys), keys: [...keys, key] }];
      return checkConfig(member, meant, [...keys, key]);
    }
    const known = Object.keys(properties).filter((name) => !name.startsWith("$"));
    const { message, help } = configCatalogue["config-unknown-key"];
    const like = nearestWord(key, known);
    const name = [...keys, key].join(".");
    return [
      {
        code: "config-unknown-key",
        message: message({ key: name }),
        help: help({ like, known }),
        keys: [...keys, key],
      },
    ];
  });
  return [...missing, ...faults];
}

function checkList(
  value: readonly unknown[],
  schema: ConfigSchema,
  keys: readonly (string | number)[],
): readonly ConfigFault[] {
  const { items = {}, minItems = 0, uniqueItems = false } = schema;
  if (value.length < minItems) return [wrongValue(value, schema, keys)];
  return value.flatMap((item, index) => {
    const place = [...keys, index];
    if (uniqueItems && value.indexOf(item) < index) return [wrongValue(item, schema, place, "twice")];
    // An item means what its list means.
    return checkConfig(item, { description: schema.description ?? "", ...items }, place);
  });
}

function isGoodText(text: string, schema: ConfigSchema): boolean {
  if (text.length < (schema.minLength ?? 0) || text.length > (schema.maxLength ?? Infinity)) return false;
  if (schema.enum !== undefined && !schema.enum.includes(text)) return false;
  return schema.pattern === undefined || new RegExp(schema.pattern, "u").test(text);
}

const typeNames: Readonly<Record<string, string>> = {
  string: "a text",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  number: "a number",
  null: "null",
};

function wrongType(
  value: unknown,
  types: readonly string[],
  schema: ConfigSchema,
  keys: readonly (string | number)[],
): ConfigFault {
  const { message, help } = configCatalogue["config-wrong-type"];
  const found = typeof value === "boolean" ? String(value) : (typeNames[typeOf(value)] ?? "something else");
  const key = nameOf(keys);
  const wanted = types.map((type) => typeNames[type] ?? type).join(" or ");
  return {
    code: "config-wrong-type",
    message: message({ key, wanted, found }),
    help: help({ meaning: schema.description ?? "" }),
    keys,
  };
}

function wrongValue(
  value: unknown,
  schema: ConfigSchema,
  keys: readonly (string | number)[],
  how = "",
): ConfigFault {
  const { message, help } = configCatalogue["config-wrong-value"];
  const like = typeof value === "string" && how === "" ? nearestWord(value, schema.enum ?? []) : undefined;
  const found = how === "" ? JSON.stringify(value) : `${JSON.stringify(value)} ${how}`;
  return {
    code: "config-wrong-value",
    message: message({ key: nameOf(keys), found }),
    help: help({ meaning: schema.description ?? "", like }),
    keys,
  };
}

/** `package.name`; an item goes by the name of its list. */
function nameOf(keys: readonly (string | number)[]): string {
  return keys.filter((key) => typeof key === "string").join(".") || "specwright";
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return "array";
  return value === null ? "null" : typeof value;
}

/** Whether a value that came from JSON is an object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
