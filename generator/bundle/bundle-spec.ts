import { isList, isMap, type Json, type JsonMap } from "../json.ts";
import type { SpecDocument, SpecNode, SpecObject } from "../load/document.ts";
import { grammarOf } from "../load/grammar/grammar-of.ts";
import { items, members } from "../load/node.ts";
import { decodePercent } from "../load/uri.ts";
import type { Names } from "../names/names.ts";
import { withImpliedMapping } from "./implied-mapping.ts";
import { type BundlePlan, planBundle } from "./plan-bundle.ts";
import { holdsReferences, idOf, landingOf, namedSchema } from "./reference-fields.ts";

/** What a schema can be referred to by, other than a pointer. An `$id` would also change what pointers mean. */
const identifiers: ReadonlySet<string> = new Set(["$id", "$anchor", "$dynamicAnchor"]);

/**
 * Make one document of all files of a spec. Every reference of the result is a pointer into it (`#/...`), everything
 * else is as it was written; what the entry file lacks is added to its components. A `$dynamicRef` becomes the
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
    const isReference = holdsReferences(document, object, key);
    made.set(key, isReference ? rewrite(context, object, child) : copy(context, child));
  }
  const discriminator = made.get("discriminator");
  if (kind === "Schema" && isMap(discriminator)) {
    const spell = (text: string, branch: SpecNode): string =>
      localReference(context, { kind, node: branch }, text);
    made.set("discriminator", withImpliedMapping(discriminator, node, spell));
  }
  const content = standIn === undefined ? undefined : copy(context, standIn);
  if (content === undefined) return made;
  if (made.size === 0 || !isMap(content)) return content;
  return new Map([...made, ...[...content].filter(([key]) => !made.has(key))]);
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
  const written = root.get("components");
  const components = new Map(isMap(written) ? written : []);
  for (const section of new Set(context.plan.additions.map((addition) => addition.section))) {
    const before = components.get(section);
    const added = context.plan.additions.filter((addition) => addition.section === section);
    const entries = added.map(({ key, node }) => [key, copy(context, node)] as const);
    components.set(section, new Map([...(isMap(before) ? before : []), ...entries]));
  }
  return components.size === 0 ? root : new Map([...root, ["components", components]]);
}
