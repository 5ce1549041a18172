/**
 * The objects of the OpenAPI specification, by the names it gives them (OpenAPI 3.1, section 4.8). Two are of Swagger 2.0
 * alone: its document, and the type of an item that is no schema.
 */
export type ObjectKind =
  | "OpenAPI"
  | "Swagger"
  | "Items"
  | "Info"
  | "Contact"
  | "License"
  | "Server"
  | "Server Variable"
  | "Components"
  | "Paths"
  | "Path Item"
  | "Operation"
  | "External Documentation"
  | "Parameter"
  | "Request Body"
  | "Media Type"
  | "Encoding"
  | "Responses"
  | "Response"
  | "Callback"
  | "Example"
  | "Link"
  | "Header"
  | "Tag"
  | "Reference"
  | "Schema"
  | "Discriminator"
  | "XML"
  | "Security Scheme"
  | "OAuth Flows"
  | "OAuth Flow"
  | "Security Requirement";

/** What a field may hold. */
export type FieldShape =
  | { readonly holds: "boolean" | "number" | "integer" | "any" }
  /** Any text; `refersTo` tells what its text leads to where it is a reference. */
  | { readonly holds: "string"; readonly refersTo?: ObjectKind }
  /** One of these texts. */
  | { readonly holds: "word"; readonly words: readonly string[] }
  | { readonly holds: "object"; readonly kind: ObjectKind }
  | { readonly holds: "list" | "map"; readonly of: FieldShape }
  /** Any of several: `type` of a schema is a word or a list of words, `items` a schema or a boolean. */
  | { readonly holds: "either"; readonly choices: readonly FieldShape[] };

export interface Field {
  readonly shape: FieldShape;
  readonly required?: true;
}

/** What one kind of object may hold in one version of the specification. */
export interface ObjectGrammar {
  readonly kind: ObjectKind;
  /** By name. Ask with `Object.hasOwn`: the names that are looked up here come from a spec. */
  readonly fields: Readonly<Record<string, Field>>;
  /**
   * What fields of any other name hold: paths of `Paths`, statuses of `Responses`. Absent: there are none.
   */
  readonly others?: FieldShape;
  /** Whether fields that start with `x-` may stand here. */
  readonly extensible: boolean;
  /** Whether a Reference Object may stand in its place (for a Path Item and a Schema `$ref` is a field). */
  readonly referable: boolean;
  /** Whether a `$ref` in its place is followed although none may stand there: that is how many a spec is split. */
  readonly toleratesReference: boolean;
}
