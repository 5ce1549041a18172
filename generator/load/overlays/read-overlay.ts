import type { Diagnostic } from "../../diagnostic.ts";
import { isList, isMap, type Json } from "../../json.ts";
import { nearestWord } from "../../nearest-word.ts";
import type { SpecNode } from "../document.ts";
import { items, mapOf, member, members } from "../node.ts";
import { parseFile, type SourceFile } from "../source-file.ts";
import { type Complain, complainAbout } from "./complain.ts";
import { faultOf } from "./json-path.ts";
import { type Action, type Deed, type Overlay, textNode, type TextNode } from "./overlay.ts";

/** An overlay, as far as it is one, with the text that it was read from. */
export interface ReadOverlay {
  readonly source: SourceFile;
  readonly overlay: Overlay | undefined;
}

/** Read an overlay (Overlay Specification, section 4.4), YAML or JSON as a spec may be. */
export function readOverlay(file: string, text: string, diagnostics: Diagnostic[]): ReadOverlay {
  const { source, diagnostics: faults } = parseFile(file, text);
  diagnostics.push(...faults);
  if (source.isBroken) return { source, overlay: undefined };
  const complain = complainAbout(source, diagnostics);
  const root: SpecNode = { value: source.value, place: { file, pointer: "" } };
  const version = versionOf(root, complain);
  return { source, overlay: version === undefined ? undefined : overlayOf(source, root, version, complain) };
}

type Version = "1.0" | "1.1" | "1.2";

function versionOf(root: SpecNode, complain: Complain): Version | undefined {
  const node = member(root, "overlay");
  if (node === undefined) {
    const why = isMap(root.value) ? 'it has no field "overlay"' : `it is ${describe(root.value)}`;
    complain("not-an-overlay", root.place, { why });
    return undefined;
  }
  const minor = typeof node.value === "string" ? /^1\.([012])\.\d+$/.exec(node.value)?.[1] : undefined;
  const version = (["1.0", "1.1", "1.2"] as const).find((candidate) => candidate === `1.${minor}`);
  if (version === undefined) {
    complain("unsupported-overlay-version", node.place, { found: describe(node.value) });
  }
  return version;
}

type FieldType = "text" | "flag" | "object" | "list" | "anything";

const infoFields = {
  "1.0": { title: "text", version: "text" },
  "1.1": { title: "text", version: "text", description: "text" },
} as const;

function fieldsOf(version: Version): Readonly<Record<"overlay" | "info" | "action", Fields>> {
  const overlay = { overlay: "text", info: "object", extends: "text", actions: "list" } as const;
  const action = { target: "text", description: "text", update: "anything", remove: "flag" } as const;
  if (version === "1.0") return { overlay, info: infoFields["1.0"], action };
  const later = { info: infoFields["1.1"], action: { ...action, copy: "text" } } as const;
  if (version === "1.1") return { ...later, overlay };
  return {
    info: infoFields["1.1"],
    overlay: { ...overlay, $self: "text", components: "object" },
    action: { ...later.action, $ref: "text" },
  };
}

type Fields = Readonly<Record<string, FieldType>>;

function overlayOf(source: SourceFile, root: SpecNode, version: Version, complain: Complain): Overlay {
  const fields = fieldsOf(version);
  checkFields(root, "An overlay", fields.overlay, ["overlay", "info", "actions"], version, complain);
  const info = member(root, "info");
  if (mapOf(info) !== undefined && info !== undefined) {
    checkFields(info, "The info of an overlay", fields.info, ["title", "version"], version, complain);
  }
  const list = member(root, "actions");
  const actions = items(list).flatMap((node) => actionOf(node, version, complain) ?? []);
  if (list !== undefined && isList(list.value) && list.value.length === 0) {
    complain("overlay-does-nothing", list.place, { what: "This overlay has no actions" }, "key");
  }
  return { source, isFirst: version === "1.0", extends: textNode(member(root, "extends")), actions };
}

/** What an action does; undefined, with the reason, if it cannot be done. */
function actionOf(node: SpecNode, version: Version, complain: Complain): Action | undefined {
  if (mapOf(node) === undefined) {
    const params = {
      what: "An action",
      wanted: "an object",
      found: describe(node.value),
      help: exampleAction,
    };
    complain("wrong-type", node.place, params);
    return undefined;
  }
  checkFields(node, "An action", fieldsOf(version).action, ["target"], version, complain);
  const reference = member(node, "$ref");
  if (version === "1.2" && reference !== undefined) {
    complain("overlay-action-by-reference", reference.place, {});
    return undefined;
  }
  const target = queryAt(node, "target", complain);
  const deed = deedOf(node, version, complain);
  return target === undefined || deed === undefined ? undefined : { target, deed };
}

const exampleAction = "Write what it is about as `target`, and `update` or `remove` beside it.";

/** `remove` outdoes the others; of `update` and `copy` each would outdo the other. */
function deedOf(node: SpecNode, version: Version, complain: Complain): Deed | undefined {
  const remove = member(node, "remove");
  if (remove?.value === true) return { kind: "remove", at: remove };
  const value = member(node, "update");
  const copy = member(node, "copy");
  // Version 1.0 does not know `copy`, which has been said.
  if (version === "1.0" && copy !== undefined) return undefined;
  if (value !== undefined && copy !== undefined) {
    complain("overlay-update-and-copy", copy.place, {}, "key");
    return undefined;
  }
  if (value !== undefined) return { kind: "update", value };
  if (copy === undefined) {
    if (remove === undefined || remove.value === false) {
      complain("overlay-does-nothing", node.place, { what: "This action neither updates nor removes" });
    }
    return undefined;
  }
  const from = queryAt(node, "copy", complain);
  return from === undefined ? undefined : { kind: "copy", from };
}

function queryAt(action: SpecNode, key: string, complain: Complain): TextNode | undefined {
  const node = textNode(member(action, key));
  const why = node === undefined ? undefined : faultOf(node.value);
  if (node === undefined || why === undefined) return node;
  complain("overlay-query-is-wrong", node.place, { query: node.value.slice(0, 80), why });
  return undefined;
}

function checkFields(
  node: SpecNode,
  what: string,
  fields: Fields,
  required: readonly string[],
  version: Version,
  complain: Complain,
): void {
  for (const [name, { value, place }] of members(node)) {
    if (name.startsWith("x-")) continue;
    const type = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (type === undefined) {
      const help = mendField(name, Object.keys(fields), version);
      complain("unknown-field", place, { kind: what, name, help }, "key");
    } else if (!isOf(type, value)) {
      const params = { what: `\`${name}\``, wanted: typeNames[type], found: describe(value) };
      const isBare = type === "text" && (typeof value === "number" || typeof value === "boolean");
      const help = isBare ? "Put it in quotes." : `Write ${typeNames[type]} here.`;
      complain("wrong-type", place, { ...params, help });
    }
  }
  for (const name of required) {
    if (mapOf(node)?.has(name) !== true) {
      const kind = what.charAt(0).toLowerCase() + what.slice(1);
      complain("missing-field", node.place, { name, kind }, "key");
    }
  }
}

function mendField(name: string, known: readonly string[], version: Version): string {
  const newest = fieldsOf("1.2");
  const isLater = [newest.overlay, newest.action, newest.info].some((fields) => Object.hasOwn(fields, name));
  const like = isLater ? undefined : nearestWord(name, known);
  if (like !== undefined) return `Did you mean \`${like}\`?`;
  if (isLater && (name === "copy" || name === "description") && version === "1.0") {
    return "Version 1.1 has it: write `overlay: 1.1.0`.";
  }
  return `Take it out, or let its name start with \`x-\`; the fields here are ${known.join(", ")}.`;
}

const typeNames: Readonly<Record<FieldType, string>> = {
  text: "a text",
  flag: "true or false",
  object: "an object",
  list: "a list",
  anything: "anything",
};

function isOf(type: FieldType, value: Json): boolean {
  if (type === "anything") return true;
  if (type === "text") return typeof value === "string";
  if (type === "flag") return typeof value === "boolean";
  return type === "list" ? isList(value) : isMap(value);
}

/** A value in a sentence. */
function describe(value: Json): string {
  if (value === null) return "empty";
  if (typeof value === "string") return value.length > 40 ? "a text" : `the text ${JSON.stringify(value)}`;
  if (isMap(value)) return "an object";
  if (isList(value)) return "a list";
  return typeof value === "boolean" ? String(value) : `the number ${value}`;
}
