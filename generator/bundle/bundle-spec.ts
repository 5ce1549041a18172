import { isList, isMap, type Json, type JsonMap } from "../json.ts";
import type { SpecDocument, SpecNode, SpecObject } from "../load/document.ts";
import { grammarOf, shapeOf } from "../load/grammar/grammar-of.ts";
import { follow, items, members } from "../load/node.ts";
import { decodePercent } from "../load/uri.ts";
import { borrowedProperties, isReferredText } from "../load/stray-references.ts";
import type { Names } from "../names/names.ts";
import { withImpliedMapping } from "./implied-mapping.ts";
import { type BundlePlan, planBundle } from "./plan-bundle.ts";
import { holdsReferences, idOf, landingOf, namedSchema } from "./reference-fields.ts";

/** What a schema can be referred to by, other than a pointer. An `$id` would also change what pointers mean. */
const identifiers: ReadonlySet<string> = new Set(["$id", "$anchor", "$dynamicAnchor"]);

/**
 * Make one document of all files of a spec. Every reference of the result is a pointer into it (`#/...`), everything
 * else is as it was written; what the entry file lacks is added to its components. An operation that is a `$ref` is
 * written out, for that is no reference by the standard. A `$dynamicRef` becomes the
 * pointer to where it starts its search.
 */
export function bundleSpec(document: SpecDocument, names: Names): Json {
  const plan = planBundle(document, names);
  const context: CopyContext = { document, plan };
  const root = copy(context, document.root);
  return isMap(root) ? withAdditions(context, root) : root;
}

interface CopyContext {
  readonly document: SpecDocument;
  readonly plan: BundlePlan;
  /** Inside of properties that a schema has from elsewhere. */
  readonly isBorrowed?: true;
}

function copy(context: CopyContext, node: SpecNode): Json {
  if (isList(node.value)) return items(node).map((item) => copy(context, item));
  if (!isMap(node.value)) return node.value;
  const kind = context.plan.kinds.get(idOf(node));
  const fields = members(node);
  if (kind === undefined) return new Map(fields.map(([key, child]) => [key, copy(context, child)]));
  return copyObject(context, { kind, node });
}

/** Copy an object of the specification. What stands in for its `$ref` follows the fields beside the `$ref`. */
function copyObject(context: CopyContext, object: SpecObject): Json {
  const { document, plan } = context;
  const { kind, node } = object;
  const standIn = plan.standIns.get(idOf(node));
  const hasIdentifiers = kind === "Schema" && Object.hasOwn(grammarOf(kind, document.version).fields, "$id");
  const made = new Map<string, Json>();
  for (const [key, child] of members(node)) {
    if ((key === "$ref" && standIn !== undefined) || (hasIdentifiers && identifiers.has(key))) continue;
    const field = copyField(context, object, key, child);
    if (field !== undefined) made.set(key, field);
  }
  const discriminator = made.get("discriminator");
  if (kind === "Schema" && isMap(discriminator)) {
    const spell = (text: string, branch: SpecNode): string =>
      localReference(context, { kind, node: branch }, text);
    made.set("discriminator", withImpliedMapping(discriminator, node, spell));
  }
  const content = standIn === undefined ? undefined : copy(context, standIn);
  if (content === undefined) return made;
  // What stands beside the `$ref` of a Reference Object means nothing.
  if (made.size === 0 || kind === "Reference" || !isMap(content)) return content;
  return new Map([...made, ...[...content].filter(([key]) => !made.has(key))]);
}

/** A field of an object; undefined for one that says nothing. */
function copyField(context: CopyContext, object: SpecObject, key: string, value: SpecNode): Json | undefined {
  const { document } = context;
  const { kind, node } = object;
  const isText = shapeOf(grammarOf(kind, document.version), key)?.holds === "string";
  if (isText && isReferredText(key, value)) return undefined;
  if (holdsReferences(document, object, key)) return rewrite(context, object, value);
  const isBorrowed = kind === "Schema" && key === "properties" && borrowedProperties(node) !== undefined;
  return isBorrowed ? copyBorrowed(context, value) : copy(context, value);
}

/** Properties with those that a `$ref` among them leads to; not once more within these, which may lead to themselves. */
function copyBorrowed(context: CopyContext, properties: SpecNode): Json {
  const own = members(properties).filter(([key]) => key !== "$ref");
  const made = new Map(own.map(([key, child]) => [key, copy(context, child)]));
  if (context.isBorrowed === true) return made;
  const inner: CopyContext = { ...context, isBorrowed: true };
  for (const [key, child] of members(follow(context.document, properties))) {
    if (!made.has(key)) made.set(key, copy(inner, child));
  }
  return made;
}

/** A reference, or the references of a map, as they are in the bundle. */
function rewrite(context: CopyContext, holder: SpecObject, node: SpecNode): Json {
  const { value } = node;
  if (isMap(value)) {
    return new Map(members(node).map(([key, child]) => [key, rewrite(context, holder, child)]));
  }
  return typeof value === "string" ? localReference(context, holder, value) : value;
}

/** The reference that leads to the same thing in the bundle. One that leads nowhere stays, and so do names. */
function localReference({ document, plan }: CopyContext, holder: SpecObject, text: string): string {
  const landed = landingOf(document, holder, text);
  const pointer = landed === undefined ? undefined : plan.homeOf(landed.place);
  if (pointer === undefined || namedSchema(document, holder, text) !== undefined) return text;
  const isLocal = text.startsWith("#/") && decodePercent(text.slice(1)) === pointer;
  return isLocal ? text : `#${fragmentOf(pointer)}`;
}

/** A pointer as the fragment of a URI (RFC 6901, section 6). Half a character cannot be encoded and stays. */
function fragmentOf(pointer: string): string {
  return pointer.replaceAll(/\P{Surrogate}+/gu, (text) => encodeURI(text).replaceAll("#", "%23"));
}

function withAdditions(context: CopyContext, root: JsonMap): JsonMap {
  const { additions } = context.plan;
  const sections = new Map(additions.map(({ section }) => [section.join(" "), section]));
  return [...sections].reduce((whole, [name, section]) => {
    const added = additions.filter((addition) => addition.section.join(" ") === name);
    const entries = added.map(({ key, node }) => [key, copy(context, node)] as const);
    return withEntries(whole, section, entries);
  }, root);
}

/** A map with more entries in the map that some keys lead to; what is not there is made. */
function withEntries(
  whole: JsonMap,
  [key, ...keys]: readonly string[],
  entries: readonly (readonly [string, Json])[],
): JsonMap {
  if (key === undefined) return new Map([...whole, ...entries]);
  const inner = whole.get(key);
  return new Map([...whole, [key, withEntries(isMap(inner) ? inner : new Map(), keys, entries)]]);
}
