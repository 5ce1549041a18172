import type { Json } from "../../json.ts";
import type { Direction } from "../../model/directions.ts";
import type { ChoiceShape, ListShape, ObjectShape, Shape } from "../../model/shape.ts";
import { valueWord } from "./value-word.ts";
import { isLongChoice, isLongInteger } from "../exact-integers.ts";
import type { ViewContext } from "../view-context.ts";
import { codeSpan } from "./code-text.ts";
import { type Folder, wayToModel } from "./docs-context.ts";
import { codeLink } from "./markdown-text.ts";

/** What decides how a type reads on a page. */
export interface TypePlace {
  readonly views: ViewContext;
  readonly direction: Direction;
  readonly folder: Folder;
  readonly isCell: boolean;
  /** The value is no JSON, so what it holds as `format: binary` are bytes. */
  readonly isBinary: boolean;
}

/** A part of a type: text, the name of a model with its page, or a mark between two types. */
interface Piece {
  readonly kind: "text" | "model" | "mark";
  readonly text: string;
  /** The page of a model is called by its type, whichever of its types this is. */
  readonly page: string;
}

/** A type for people, in Markdown: as TypeScript writes it but for what only a compiler asks for, models linked. */
export function typeWords(shape: Shape, place: TypePlace): string {
  return printPieces(pieces(shape, place), place);
}

/** Several types, one of which it is. */
export function unionWords(shapes: readonly Shape[], place: TypePlace): string {
  return printPieces(joined(shapes, " | ", place), place);
}

function printPieces(list: readonly Piece[], { folder, isCell }: TypePlace): string {
  if (list.every(({ kind }) => kind !== "model"))
    return codeSpan(list.map(({ text }) => text).join(""), isCell);
  return list
    .map(({ kind, text, page }) => {
      if (kind === "model") return codeLink(text, wayToModel(page, folder), isCell);
      return kind === "mark" ? text.replace("|", isCell ? "\\|" : "|") : codeSpan(text, isCell);
    })
    .join("");
}

function numberPieces(shape: Shape, place: TypePlace): readonly Piece[] {
  if (isBigint(shape, place)) return plain("bigint");
  if (!isLongInteger(shape) || place.direction !== "request") return plain("number");
  return [...plain("number"), { kind: "mark", text: " | ", page: "" }, ...plain("bigint")];
}

function isBigint(shape: Shape, { views }: TypePlace): boolean {
  return views.config.int64 === "bigint" && (isLongInteger(shape) || isLongChoice(shape));
}

function plain(text: string): readonly Piece[] {
  return [{ kind: "text", text, page: "" }];
}

function pieces(shape: Shape, place: TypePlace): readonly Piece[] {
  switch (shape.kind) {
    case "any":
    case "not":
    case "conditional":
      return plain("unknown");
    case "never":
    case "null":
    case "boolean":
      return plain(shape.kind);
    case "string":
      return plain(
        place.isBinary && isBytes(shape) ? (place.direction === "request" ? "BinaryPart" : "Blob") : "string",
      );
    case "number":
      return numberPieces(shape, place);
    case "list":
      return listPieces(shape, place);
    case "object":
      return objectPieces(shape, place);
    case "choice":
      return choicePieces(shape, isBigint(shape, place));
    case "reference":
      return modelPieces(shape.id, place);
    case "union":
      return joined(shape.branches, " | ", place);
    case "all":
      return joined(shape.parts, " & ", place);
  }
}

/** Whether a text stands for bytes where the whole is no JSON: `format: binary`, or a media type without encoding. */
export function isBytes(shape: Shape): boolean {
  if (shape.kind !== "string") return false;
  return shape.format === "binary" || (shape.mediaType !== undefined && shape.encoding === undefined);
}

function modelPieces(id: string, { views, direction }: TypePlace): readonly Piece[] {
  const names = views.names.models.get(id);
  if (names === undefined) return plain("unknown");
  const text = direction === "request" ? (names.input ?? names.type) : names.type;
  return [{ kind: "model", text, page: names.type }];
}

function listPieces({ prefix, items }: ListShape, place: TypePlace): readonly Piece[] {
  const item = items === undefined ? plain("unknown") : pieces(items, place);
  if (prefix === undefined) return [...bracketed(item), ...plain("[]")];
  const first = prefix.flatMap((shape, index) => [
    ...plain(index === 0 ? "[" : ", "),
    ...pieces(shape, place),
  ]);
  const rest =
    items?.kind === "never" ? plain("]") : [...plain(", ..."), ...bracketed(item), ...plain("[]]")];
  return [...first, ...rest];
}

/** The members of an object are told in rows of their own. */
function objectPieces({ properties, patterns = [], rest }: ObjectShape, place: TypePlace): readonly Piece[] {
  if (properties.length > 0) return plain("object");
  const values = [...patterns.map(({ shape }) => shape), ...(rest === undefined ? [] : [rest])];
  const telling = values.filter(({ kind }) => kind !== "never");
  const inner = telling.length === 0 ? plain("unknown") : joined(telling, " | ", place);
  return [...plain("Record<string, "), ...inner, ...plain(">")];
}

/** A long list is told in the description. */
const mostValues = 8;

function choicePieces({ values }: ChoiceShape, isBig: boolean): readonly Piece[] {
  const texts = values
    .slice(0, mostValues)
    .map(({ value }) => (isBig && value !== null ? `${shortValue(value)}n` : shortValue(value)));
  return plain([...new Set(texts), ...(values.length > mostValues ? ["…"] : [])].join(" | "));
}

function shortValue(value: Json): string {
  const text = valueWord(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** Types with a mark between each two, each once; what says nothing beside others is left out. */
function joined(shapes: readonly Shape[], mark: " | " | " & ", place: TypePlace): readonly Piece[] {
  const distinct = new Map<string, readonly Piece[]>();
  for (const shape of shapes) {
    const found = pieces(shape, place);
    distinct.set(textOf(found), found);
  }
  if (mark === " & " && distinct.size > 1) for (const idle of idleTypes) distinct.delete(idle);
  const list = [...distinct.values()];
  if (list.length <= 1) return list[0] ?? plain("unknown");
  return list.flatMap((one, index) => [
    ...(index === 0 ? [] : [{ kind: "mark", text: mark, page: "" } as const]),
    ...(mark === " & " ? bracketed(one) : one),
  ]);
}

const idleTypes = ["unknown", "Record<string, unknown>", "unknown[]"];

function textOf(list: readonly Piece[]): string {
  return list.map(({ text }) => text).join("");
}

function bracketed(list: readonly Piece[]): readonly Piece[] {
  const isLoose = list.some(({ kind, text }) => kind === "mark" || text.includes(" | "));
  return isLoose ? [...plain("("), ...list, ...plain(")")] : list;
}
