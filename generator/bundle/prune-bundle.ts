import { isList, isMap, type Json, type JsonMap } from "../json.ts";
import { pointerKeys } from "../location.ts";
import { operationKey } from "../names/names.ts";
import { operationMethods } from "../load/operation-methods.ts";

/**
 * Leave of a bundled spec what the wanted operations and webhooks need: their paths, and of the components those that they lead
 * to. Security schemes stay, for they are referred to by name.
 *
 * @param wanted the keys of the operations to keep
 */
export function pruneBundle(bundle: Json, wanted: ReadonlySet<string>): Json {
  if (!isMap(bundle)) return bundle;
  const paths = bundle.get("paths");
  const pruned = new Map(bundle);
  if (isMap(paths)) pruned.set("paths", prunePaths(paths, wanted));
  const webhooks = bundle.get("webhooks");
  if (isMap(webhooks)) pruned.set("webhooks", prunePaths(webhooks, wanted));
  const components = pruned.get("components");
  if (!isMap(components)) return pruned;
  pruned.delete("components");
  const kept = reachedComponents(pruned, components);
  const sections = [...components].flatMap(([section, entries]): [string, Json][] => {
    if (!isMap(entries) || section === "securitySchemes") return [[section, entries]];
    const left = [...entries].filter(([key]) => kept.has(`${section}/${key}`));
    return left.length === 0 ? [] : [[section, new Map(left)]];
  });
  // Where it stood before, among the other fields.
  return new Map(
    [...bundle].flatMap(([key, value]): [string, Json][] => {
      if (key !== "components") return [[key, pruned.get(key) ?? value]];
      return sections.length === 0 ? [] : [[key, new Map(sections)]];
    }),
  );
}

function prunePaths(paths: JsonMap, wanted: ReadonlySet<string>): JsonMap {
  const wantedPaths = new Set([...wanted].map((key) => key.slice(key.indexOf(" ") + 1)));
  const items = [...paths].flatMap(([path, item]): [string, Json][] => {
    // What a reference leads to may stand in other places, whole.
    if (!isMap(item) || (item.has("$ref") && wantedPaths.has(path))) return [[path, item]];
    const left = [...item].filter(
      ([key]) => !operationMethods.has(key) || wanted.has(operationKey({ method: key.toUpperCase(), path })),
    );
    return left.some(([key]) => operationMethods.has(key)) ? [[path, new Map(left)]] : [];
  });
  return new Map(items);
}

/** The components, as `section/key`, that a value leads to, those that these lead to included. */
function reachedComponents(root: Json, components: JsonMap): ReadonlySet<string> {
  const kept = new Set<string>();
  const pending: Json[] = [root];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (isList(next)) for (const item of next) pending.push(item);
    if (!isMap(next)) {
      const found = typeof next === "string" ? componentOf(next) : undefined;
      const target = found === undefined ? undefined : entryOf(components, found);
      if (found === undefined || target === undefined || kept.has(found.join("/"))) continue;
      kept.add(found.join("/"));
      pending.push(target);
      continue;
    }
    for (const value of next.values()) pending.push(value);
  }
  return kept;
}

/** Any text that spells the way to a component counts: a `$ref`, a value of a mapping. */
function componentOf(text: string): readonly [string, string] | undefined {
  if (!text.startsWith("#/components/")) return undefined;
  const [, section, key] = pointerKeys(text.slice(1).replaceAll("%7B", "{").replaceAll("%7D", "}"));
  return section === undefined || key === undefined ? undefined : [section, key];
}

function entryOf(components: JsonMap, [section, key]: readonly [string, string]): Json | undefined {
  const entries = components.get(section);
  return isMap(entries) ? entries.get(key) : undefined;
}
