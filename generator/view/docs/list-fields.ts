import type { ObjectShape, Shape } from "../../model/shape.ts";
import type { ViewContext } from "../view-context.ts";
import { quotedText } from "./value-layout.ts";

/** Something that an object holds, by the way that leads there: `address.street`, `items[].id`. */
export interface Field {
  readonly path: string;
  readonly required: boolean;
  /** Undefined: nothing is said of it but its name. */
  readonly shape: Shape | undefined;
}

/** The fields of a shape, and the models whose fields are all among them. */
export interface FieldList {
  readonly fields: readonly Field[];
  readonly bases: readonly string[];
}

/**
 * The fields that a value of the shape may have, in the order of the spec: those of all parts, references among
 * them followed; below each that is an object without a name its own ones.
 *
 * @param root stands before each path: `body.`
 */
export function listFields(shape: Shape, views: ViewContext, root = ""): FieldList {
  const bases: string[] = [];
  const objects = objectsIn(shape, views, bases, new Set());
  const required = new Set(
    objects.flatMap(({ properties, alsoRequired = [] }) => [
      ...properties.filter((property) => property.required).map(({ name }) => name),
      ...alsoRequired,
    ]),
  );
  const shapes = new Map<string, Shape[]>();
  for (const property of objects.flatMap(({ properties }) => properties)) {
    const known = shapes.get(property.name);
    if (known === undefined) shapes.set(property.name, [property.shape]);
    else known.push(property.shape);
  }
  const named = [...shapes].flatMap(([name, parts]): Field[] => {
    const [first] = parts;
    const whole: Shape | undefined =
      first === undefined || parts.length === 1 ? first : { kind: "all", place: first.place, parts };
    const path = root + shownName(name);
    return [{ path, required: required.has(name), shape: whole }, ...innerFields(path, whole, views)];
  });
  const untold = [...required].filter((name) => !shapes.has(name));
  return {
    fields: [
      ...named,
      ...untold.map((name) => ({ path: root + shownName(name), required: true, shape: undefined })),
      ...(shapes.size > 0 ? objects.flatMap((object) => otherFields(object, root)) : []),
    ],
    bases,
  };
}

/** A name as it is where one line can show it, else as a text with its quotes. */
function shownName(name: string): string {
  return name !== "" && name === name.trim() && !/[^\S ]| {2}/.test(name) ? name : quotedText(name);
}

/** The objects that a value is all of. A model that is met again adds nothing. */
function objectsIn(
  shape: Shape,
  views: ViewContext,
  bases: string[],
  entered: Set<string>,
): readonly ObjectShape[] {
  if (shape.kind === "object") return [shape];
  if (shape.kind === "all") return shape.parts.flatMap((part) => objectsIn(part, views, bases, entered));
  if (shape.kind !== "reference" || entered.has(shape.id)) return [];
  entered.add(shape.id);
  const model = views.models.get(shape.id);
  if (model === undefined) return [];
  bases.push(shape.id);
  return objectsIn(model.shape, views, bases, entered);
}

/** What may stand beside the named ones. */
function otherFields({ patterns = [], rest }: ObjectShape, root: string): readonly Field[] {
  const matching = patterns.map(({ pattern, shape }) => ({ path: `${root}[name like ${pattern}]`, shape }));
  const others =
    rest === undefined || rest.kind === "never" ? [] : [{ path: `${root}[any other]`, shape: rest }];
  return [...matching, ...others].map((field) => ({ ...field, required: false }));
}

/** The fields of an object that stands where it is used, or of the items of a list of such. */
function innerFields(path: string, shape: Shape | undefined, views: ViewContext): readonly Field[] {
  switch (shape?.kind) {
    case "object":
      return shape.properties.length === 0 ? [] : listFields(shape, views, `${path}.`).fields;
    case "list":
      return innerFields(`${path}[]`, shape.items, views);
    case "union": {
      const telling = shape.branches.filter(({ kind }) => kind !== "null");
      return telling.length === 1 ? innerFields(path, telling[0], views) : [];
    }
    case "all": {
      const isWritten = shape.parts.some((part) => part.kind === "object" && part.properties.length > 0);
      return isWritten ? listFields(shape, views, `${path}.`).fields : [];
    }
    default:
      return [];
  }
}

/** The fields to tell of where the shape is used, below the name of what holds it. */
export function ownFields(path: string, shape: Shape, views: ViewContext): readonly Field[] {
  return innerFields(path, shape, views);
}
