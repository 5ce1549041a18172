import { type Location, type Place, pointerKeys } from "../location.ts";
import type { Overlaid } from "./overlays/open-overlays.ts";
import { locateIn, type SourceFile } from "./source-file.ts";
import type { Locate } from "./text-fault.ts";

/** Finds where a node was written: the file, which may be an overlay's, with line and column. */
export type LocateNode = (place: Place, on: "key" | "value") => Location;

/**
 * The way from the nodes of a spec to where they were written. A text is read again when the first of its nodes is
 * asked for.
 *
 * @param overlaid the first file, if overlays have changed it
 */
export function openLocator(
  files: ReadonlyMap<string, SourceFile>,
  overlaid: Overlaid | undefined,
): LocateNode {
  const locators = new Map<string, Locate>();
  const sourceOf = (file: string): SourceFile | undefined =>
    files.get(file) ?? overlaid?.overlays.find((overlay) => overlay.file === file);
  const locatorOf = (file: string): Locate | undefined => {
    const source = sourceOf(file);
    const locator = locators.get(file) ?? (source && locateIn(source));
    if (locator !== undefined) locators.set(file, locator);
    return locator;
  };
  return (place, on) => {
    const isOverlaid = place.file === overlaid?.source.file;
    const origin = isOverlaid ? overlaid.originOf(place.pointer) : place;
    const position = locatorOf(origin.file)?.(pointerKeys(origin.pointer), on);
    return { ...origin, ...(position ?? { line: 1, column: 1 }) };
  };
}
