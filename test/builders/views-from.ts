import { defaultConfig } from "../../generator/config/config.ts";
import type { Direction } from "../../generator/model/directions.ts";
import type { Shape } from "../../generator/model/shape.ts";
import { buildNames } from "../../generator/names/build-names.ts";
import { type Imports, openImports } from "../../generator/view/imports.ts";
import type { TypeContext } from "../../generator/view/type-context.ts";
import { typeText } from "../../generator/view/type-text.ts";
import { type NamedOperation, openViews, type ViewContext } from "../../generator/view/view-context.ts";
import { apiFrom, type Texts } from "./spec-texts.ts";

/** What every view may look at, for a spec with the settings that nobody changed. */
export function viewsFrom(texts: Texts, version?: string): ViewContext {
  const api = apiFrom(texts, version);
  return openViews(api, buildNames(api).value, defaultConfig, "openapi.yaml");
}

/** The first operation of a spec, with its names. */
export function firstOperation({ groups }: ViewContext): NamedOperation {
  const [operation] = groups.flatMap(({ operations }) => operations);
  if (operation === undefined) throw new Error("The spec of this test has no operation.");
  return operation;
}

/** Imports of a file where nothing is called like what is imported. */
export function freshImports(): Imports {
  return openImports("operations", new Set());
}

/** The context of a type inside of something, as closed as in a request or as open as in a response. */
export function contextOf(
  views: ViewContext,
  direction: Direction,
  more: Partial<TypeContext> = {},
): TypeContext {
  return {
    views,
    direction,
    isOpen: direction === "response",
    isBinary: false,
    nameOf: (type) => type,
    runtimeType: (name) => name,
    ...more,
  };
}

/** The type of a shape on one line, as a request or as a response holds it. */
export function typeOf(
  shape: Shape,
  views: ViewContext,
  direction: Direction,
  more: Partial<TypeContext> = {},
): string {
  return oneLine(typeText(shape, contextOf(views, direction, more)).text);
}

/** Text without the line breaks that Prettier will set anew; comments keep their words. */
export function oneLine(text: string): string {
  return text.replace(/\s*\n\s*(?:\* )?/g, " ");
}
