import type { SpecNode } from "../document.ts";
import type { SourceFile } from "../source-file.ts";

/** A list of changes to a spec (Overlay Specification 1.0 to 1.2), as far as it is one. */
export interface Overlay {
  readonly source: SourceFile;
  /** Whether it is of version 1.0, which knows neither `copy` nor primitive targets. */
  readonly isFirst: boolean;
  /** The document that it is for. */
  readonly extends: TextNode | undefined;
  /** Those that can be carried out, in their order. */
  readonly actions: readonly Action[];
}

/** What to do with the nodes that a query selects. */
export interface Action {
  readonly target: TextNode;
  readonly deed: Deed;
}

export type Deed =
  | { readonly kind: "remove"; readonly at: SpecNode }
  | { readonly kind: "update"; readonly value: SpecNode }
  | { readonly kind: "copy"; readonly from: TextNode };

export interface TextNode extends SpecNode {
  readonly value: string;
}

/** The node, if it is a text. */
export function textNode(node: SpecNode | undefined): TextNode | undefined {
  return node !== undefined && typeof node.value === "string" ? { ...node, value: node.value } : undefined;
}
