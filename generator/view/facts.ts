import type { Json } from "../json.ts";
import { isList, isMap, printJson } from "../json.ts";
import type { Shape } from "../model/shape.ts";
import { withoutUnseen } from "../unseen.ts";

/** What a shape demands beside its type, in short sentences of Markdown: `Format: date-time. At least 1.` */
export function factWords(shape: Shape): string {
  return [...constraints(shape), ...defaultWords(shape)].map((sentence) => `${sentence}.`).join(" ");
}

/** The tags of a doc comment that follow from the notes of a shape. */
export function factTags({ notes }: Shape): readonly string[] {
  return notes?.deprecated === true ? ["@deprecated"] : [];
}

/** A default is what the server assumes: it is told, never sent. */
export function defaultWords({ notes }: Shape): readonly string[] {
  return notes?.default === undefined ? [] : [`Default: ${codeSpan(valueText(notes.default))}`];
}

/** The constraints of a shape, each as a sentence without its full stop. */
export function constraints(shape: Shape): readonly string[] {
  switch (shape.kind) {
    case "string": {
      const { format, minLength, maxLength, pattern, encoding, mediaType } = shape;
      return [
        ...(format === undefined ? [] : [`Format: ${codeSpan(format)}`]),
        ...(mediaType === undefined ? [] : [`Holds ${codeSpan(mediaType)}`]),
        ...(encoding === undefined ? [] : [`Encoded as ${codeSpan(encoding)}`]),
        ...range(minLength, maxLength, "character"),
        ...(pattern === undefined ? [] : [`Matches ${codeSpan(pattern)}`]),
      ];
    }
    case "number":
      return numberConstraints(shape);
    case "list": {
      const unique = shape.unique === true ? ["Each item once"] : [];
      return [...range(shape.minItems, shape.maxItems, "item"), ...unique];
    }
    case "object":
      return range(shape.minProperties, shape.maxProperties, "property", "properties");
    case "choice":
      return shape.within === undefined ? [] : constraints(shape.within);
    case "union": {
      const telling = shape.branches.filter(({ kind }) => kind !== "null");
      return telling.length === 1 ? telling.flatMap(constraints) : [];
    }
    case "all":
      return shape.parts.flatMap((part) => (part.notes === undefined ? constraints(part) : []));
    default:
      return [];
  }
}

function numberConstraints(shape: Shape & { readonly kind: "number" }): readonly string[] {
  const { integer, format, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = shape;
  const bounds =
    minimum !== undefined && maximum !== undefined
      ? [`From ${minimum} to ${maximum}`]
      : [
          ...(minimum === undefined ? [] : [`At least ${minimum}`]),
          ...(maximum === undefined ? [] : [`At most ${maximum}`]),
        ];
  return [
    ...(integer ? [`Integer${format === undefined ? "" : ` (${codeSpan(format)})`}`] : []),
    ...(!integer && format !== undefined ? [`Format: ${codeSpan(format)}`] : []),
    ...bounds,
    ...(exclusiveMinimum === undefined ? [] : [`More than ${exclusiveMinimum}`]),
    ...(exclusiveMaximum === undefined ? [] : [`Less than ${exclusiveMaximum}`]),
    ...(multipleOf === undefined ? [] : [`A multiple of ${multipleOf}`]),
  ];
}

function range(
  least: number | undefined,
  most: number | undefined,
  unit: string,
  units = `${unit}s`,
): readonly string[] {
  const counted = (count: number): string => `${count} ${count === 1 ? unit : units}`;
  if (least !== undefined && least === most) return [`Exactly ${counted(least)}`];
  if (least !== undefined && most !== undefined) return [`From ${least} to ${counted(most)}`];
  if (least !== undefined) return [`At least ${counted(least)}`];
  return most === undefined ? [] : [`At most ${counted(most)}`];
}

/** A value on one line, as JSON. */
export function valueText(value: Json): string {
  return isMap(value) || isList(value) ? printJson(value, "").replaceAll("\n", " ") : printJson(value);
}

/** Text as code in Markdown: as many backticks as it takes (CommonMark, 6.1). */
export function codeSpan(text: string): string {
  const line = withoutUnseen(text).replace(/\s+/g, " ").trim();
  const fence = "`".repeat(longestRun(line) + 1);
  const pad = line.startsWith("`") || line.endsWith("`") || line === "" ? " " : "";
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** How many backticks stand beside each other at the most. */
export function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, { length }) => Math.max(longest, length), 0);
}
