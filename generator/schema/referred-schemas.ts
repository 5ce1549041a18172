import { isList, isMap, type Json, type JsonMap } from "../json.ts";
import { decodePercent } from "../load/uri.ts";
import { childPointer, pointerKeys } from "../location.ts";

/** The way along the references of one document. Schemas that are no components get a key, for types need names. */
export interface ReferredSchemas {
  readonly isBefore31: boolean;
  /** What a value leads to in the end; undefined if it leads nowhere, or in circles. */
  follow(value: Json | undefined): Json | undefined;
  /** The key of the component in a section that a reference names; undefined if it names something else. */
  keyIn(section: string, reference: string): string | undefined;
  /** The key under which a reference finds its schema among the components; undefined if it leads nowhere. */
  keyOfSchema(reference: string): string | undefined;
  /** The schemas that got a key so far. While they are made, more may. */
  added(): IterableIterator<readonly [string, Json]>;
}

/** So many references may lie on one way; a longer one is taken for a circle. */
const mostHops = 256;

/** Open the references of a bundled spec: all of them are pointers into it. */
export function openReferredSchemas(root: JsonMap): ReferredSchemas {
  const components = root.get("components");
  const schemas = isMap(components) ? components.get("schemas") : undefined;
  const taken = new Set(isMap(schemas) ? schemas.keys() : []);
  const added = new Map<string, Json>();
  const keyByPointer = new Map<string, string>();

  function keyIn(section: string, reference: string): string | undefined {
    const [top, second, key, ...others] = keysOf(reference);
    const held = isMap(components) ? components.get(section) : undefined;
    const isThere = key !== undefined && isMap(held) && held.has(key);
    return top === "components" && second === section && isThere && others.length === 0 ? key : undefined;
  }

  function add(reference: string): string | undefined {
    const keys = keysOf(reference);
    const known = keyByPointer.get(keys.join("/"));
    const value = known === undefined ? walk(root, keys, 0) : undefined;
    if (value === undefined) return known;
    const key = freeKey(keys, taken);
    taken.add(key);
    keyByPointer.set(keys.join("/"), key);
    added.set(key, value);
    return key;
  }

  return {
    isBefore31: String(root.get("openapi")).startsWith("3.0."),
    follow: (value) => follow(root, value, 0),
    keyIn,
    keyOfSchema: (reference) => keyIn("schemas", reference) ?? add(reference),
    added: () => added.entries(),
  };
}

/** The reference to a component; one that openapi-typescript reads back as the same key. */
export function componentReference(section: string, key: string): string {
  const encoded = key.replaceAll("%", "%25").replaceAll("#", "%23");
  return `#${["components", section, encoded].reduce(childPointer, "")}`;
}

function keysOf(reference: string): readonly string[] {
  return reference.startsWith("#/") ? pointerKeys(decodePercent(reference.slice(1))) : [];
}

function follow(root: JsonMap, value: Json | undefined, hops: number): Json | undefined {
  const reference = isMap(value) ? value.get("$ref") : undefined;
  if (typeof reference !== "string") return value;
  return hops > mostHops ? undefined : follow(root, walk(root, keysOf(reference), hops + 1), hops + 1);
}

/** The value at the end of a pointer; a reference that it leads through is followed. */
function walk(root: JsonMap, keys: readonly string[], hops: number): Json | undefined {
  if (keys.length === 0 || hops > mostHops) return undefined;
  let here: Json | undefined = root;
  for (const key of keys) here = childOf(here, key) ?? childOf(follow(root, here, hops + 1), key);
  return here;
}

function childOf(value: Json | undefined, key: string): Json | undefined {
  if (isMap(value)) return value.get(key);
  return isList(value) && /^\d+$/.test(key) ? value[Number(key)] : undefined;
}

/** Words of a pointer that say where something stands and not what it is. */
const structural: ReadonlySet<string> = new Set(
  "components schemas properties $defs content schema".split(" "),
);

function freeKey(keys: readonly string[], taken: ReadonlySet<string>): string {
  const telling = keys.filter((key) => !structural.has(key)).slice(-2);
  const name = telling.join(".").replaceAll(/[^A-Za-z0-9._-]+/g, "_") || "schema";
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? name : `${name}.${number}`;
    if (!taken.has(key)) return key;
  }
}
