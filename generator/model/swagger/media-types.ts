import type { SpecNode } from "../../load/document.ts";
import { member, textsOf } from "../../load/node.ts";

/**
 * The media types of an operation (Swagger 2.0, Operation Object: `consumes`, `produces`): its own list, even an empty
 * one, before that of the document. JSON where nobody says.
 */
export function mediaTypes(
  root: SpecNode,
  operation: SpecNode,
  field: "consumes" | "produces",
): readonly string[] {
  const holder = member(operation, field) === undefined ? root : operation;
  const types = [...new Set(textsOf(holder, field))];
  return types.length === 0 ? [json] : types;
}

/**
 * The types in which values of a schema travel. Whoever writes that any type will do means, of a value that is no plain
 * text, the one that a client can write and read by itself.
 */
export function typesOfValues(types: readonly string[]): readonly string[] {
  return [...new Set(types.map((type) => (type === "*/*" ? json : type)))];
}

/** The types in which a file travels: as JSON it would be a value. */
export function typesOfFile(types: readonly string[]): readonly string[] {
  const others = types.filter((type) => !/[/+]json\s*(;|$)/i.test(type));
  return others.length === 0 ? ["application/octet-stream"] : others;
}

/** The types that a form can be sent as; one with files is sent in parts. */
export function typesOfForm(types: readonly string[], hasFiles: boolean): readonly string[] {
  const forms = types.filter((type) =>
    hasFiles ? isMultipart(type) : isMultipart(type) || isUrlEncoded(type),
  );
  if (forms.length > 0) return forms;
  return [hasFiles ? "multipart/form-data" : "application/x-www-form-urlencoded"];
}

const json = "application/json";

function isMultipart(type: string): boolean {
  return /^multipart\//i.test(type);
}

function isUrlEncoded(type: string): boolean {
  return /^application\/x-www-form-urlencoded\s*(;|$)/i.test(type);
}
