import type { Model } from "../model/api.ts";
import type { Direction } from "../model/directions.ts";
import type { Choice, ChoiceShape, Shape } from "../model/shape.ts";
import { docComment } from "./doc-comment.ts";
import { isLongChoice } from "./exact-integers.ts";
import { factTags, factWords } from "./facts.ts";
import { headerLine } from "./header.ts";
import { type Imports, openImports } from "./imports.ts";
import { objectMembers } from "./object-text.ts";
import type { ImportView, MemberView, Page } from "./page.ts";
import { isIdentifier, literalText, memberKey } from "./text.ts";
import type { TypeContext } from "./type-context.ts";
import { typeText } from "./type-text.ts";
import { fileOf, type ViewContext } from "./view-context.ts";

export interface ModelView {
  readonly header: string;
  readonly imports: readonly ImportView[];
  readonly declarations: readonly DeclarationView[];
}

/** A type, and the constant that lists its values where it is an enum. */
export interface DeclarationView {
  readonly name: string;
  readonly doc: readonly string[];
  /** Whether it is an interface with these members, else an alias of `text`. */
  readonly isInterface: boolean;
  readonly members: readonly MemberView[];
  readonly text: string;
  readonly hasValues: boolean;
  readonly valuesDoc: readonly string[];
  readonly values: readonly MemberView[];
}

/** The file of one model: its type and, where a request holds something else, the type for requests. */
export function modelPage(model: Model, views: ViewContext): Page<ModelView> {
  const { type, input } = views.names.models.get(model.id) ?? { type: model.id };
  const imports = openImports("models", new Set([type, ...(input === undefined ? [] : [input])]));
  const { request, isOpen } = formOf(model.id, views);
  const isForm = views.directions.get(model.id)?.isForm === true;
  const types = (direction: Direction, open: boolean): TypeContext =>
    context(views, imports, direction, open, isForm && direction === "request", type);
  const main = declaration(type, model, types(request ? "request" : "response", isOpen));
  const forRequests =
    input === undefined ? [] : [inputDeclaration(input, type, model, types("request", false))];
  return {
    path: `src/models/${type}.ts`,
    template: "models/model.ts.hbs",
    view: { header: headerLine(views), declarations: [main, ...forRequests], imports: imports.list() },
  };
}

/** Which form the one type of a model has that is met in one direction only, or alike in both. */
function formOf(
  id: string,
  { directions }: ViewContext,
): { readonly request: boolean; readonly isOpen: boolean } {
  const { request = false, response = false } = directions.get(id) ?? {};
  const isRequestOnly = request && !response;
  return { request: isRequestOnly, isOpen: !isRequestOnly };
}

/** Whether the file of a model exports values beside its type. */
export function hasValues({ shape }: Model): boolean {
  return enumValues(shape) !== undefined;
}

function context(
  views: ViewContext,
  imports: Imports,
  direction: Direction,
  isOpen: boolean,
  isBinary: boolean,
  own: string,
): TypeContext {
  return {
    views,
    direction,
    isOpen,
    isBinary,
    // Both forms of a model stand in its own file.
    nameOf: (type) =>
      fileOf(type, views) === own ? type : imports.type(type, `models/${fileOf(type, views)}`),
    runtimeType: (name, module) => imports.type(name, `runtime/${module}`),
  };
}

function declaration(name: string, model: Model, types: TypeContext): DeclarationView {
  const { shape } = model;
  const listed = enumValues(shape);
  return {
    name,
    doc: docComment([shape.notes?.description ?? shape.notes?.title, factWords(shape)], factTags(shape)),
    ...bodyOf(model, types),
    hasValues: listed !== undefined,
    valuesDoc:
      listed === undefined
        ? []
        : docComment([{ own: `The values of {@link ${name}} that the API documents.` }]),
    values: listed === undefined ? [] : valueMembers(listed),
  };
}

function inputDeclaration(name: string, main: string, model: Model, types: TypeContext): DeclarationView {
  return {
    name,
    doc: docComment([{ own: `What a request may hold of {@link ${main}}.` }]),
    ...bodyOf(model, types),
    hasValues: false,
    valuesDoc: [],
    values: [],
  };
}

function bodyOf(
  { id, shape }: Model,
  types: TypeContext,
): Pick<DeclarationView, "isInterface" | "members" | "text"> {
  if (shape.kind !== "object")
    return { isInterface: false, members: [], text: typeText(shape, { ...types, owner: id }).text };
  const members = objectMembers(shape, { ...types, owner: id }, typeText);
  // An interface without members would take anything for itself.
  if (members.length === 0) return { isInterface: false, members, text: "Record<string, never>" };
  return { isInterface: true, members, text: "" };
}

/** The list of an enum of texts, or of numbers that all have names; undefined for any other shape. */
function enumValues(shape: Shape): ChoiceShape | undefined {
  if (shape.kind !== "choice" || shape.values.length < 2) return undefined;
  const isMember = ({ value, name }: Choice): boolean =>
    typeof value === "string" ||
    value === null ||
    (typeof value === "number" && name !== undefined && isIdentifier(name));
  return !isLongChoice(shape) && shape.values.every(isMember) ? shape : undefined;
}

/** Each value under its own spelling, unless `x-enum-varnames` has a name for it; what is named twice is left out. */
function valueMembers({ values }: ChoiceShape): readonly MemberView[] {
  const seen = new Set<string>();
  return values.flatMap(({ value, name, description }) => {
    if (typeof value !== "string" && typeof value !== "number") return [];
    const key = name !== undefined && isIdentifier(name) ? name : String(value);
    if (seen.has(key)) return [];
    seen.add(key);
    return [
      {
        doc: docComment([description]),
        key: memberKey(key),
        text: literalText(value),
      },
    ];
  });
}
