import type { SpecDocument, SpecNode } from "../load/document.ts";
import { follow, textOf } from "../load/node.ts";

/** A parameter of a list: what it is and where the list holds it. */
export interface NamedParameter {
  readonly name: string;
  readonly in: string;
  /** As it is written in the list; may be a Reference Object. */
  readonly written: SpecNode;
}

/** Whether a parameter is the body or a field of it, as Swagger 2.0 writes bodies (Swagger 2.0, Parameter Object). */
export function isInBody(parameter: Pick<NamedParameter, "in">): boolean {
  return parameter.in === "body" || parameter.in === "formData";
}

/** The parameters of a list that have a name and a place; one of which too little is known is not among them. */
export function readParameters(document: SpecDocument, list: readonly SpecNode[]): readonly NamedParameter[] {
  return list.flatMap((written) => {
    const target = follow(document, written);
    const name = textOf(target, "name");
    const where = textOf(target, "in");
    return name === undefined || where === undefined ? [] : [{ name, in: where, written }];
  });
}
