import type { Change } from "../diff/change.ts";
import type { Location } from "../location.ts";
import { htmlLink, htmlText } from "./html-text.ts";
import { cutText } from "./cut-text.ts";
import type { Presentation, SideOf } from "./presentation.ts";

/** Two blocks beside each other, or one below the other where there is no room. */
export function sides(before: string, after: string): string {
  return `<div class="sides">\n${before}\n${after}\n</div>`;
}

/** Where a change stands in both files, with the lines around it. */
export function sideFrames({ before, after }: Change, presentation: Presentation): string {
  if (before === null && after === null) return "";
  return sides(frame("base", before, presentation), frame("revision", after, presentation));
}

const names = { base: "before", revision: "after" } as const;
const absent = { base: "Not there before.", revision: "Not there any more." } as const;

function frame(side: SideOf, place: Change["before"], presentation: Presentation): string {
  if (place === null) return `<figure><figcaption>${names[side]}</figcaption><p>${absent[side]}</p></figure>`;
  const at = presentation.locate(side, place);
  const link = htmlLink(`${at.file}:${at.line}:${at.column}`, presentation.linkTo?.(side, at));
  const lines = linesAround(side, at, presentation);
  const code =
    lines === "" ? "" : `<pre tabindex="0" role="group" aria-label="Lines ${names[side]}">${lines}</pre>`;
  return `<figure class="${side}"><figcaption>${names[side]} ${link}</figcaption>${code}</figure>`;
}

const above = 2;
const below = 4;

function linesAround(side: SideOf, { file, line }: Location, { sourceLine }: Presentation): string {
  const numbers = Array.from({ length: above + 1 + below }, (_, index) => line - above + index);
  return numbers
    .flatMap((number) => {
      const text = number < 1 ? undefined : sourceLine(side, file, number);
      if (text === undefined) return [];
      const shown = htmlText(cutText(text.replace(/\r$/, "").replaceAll("\t", "    "), 300));
      const row = `<span class="number">${number}</span> ${shown}`;
      return [number === line ? `<mark>${row}</mark>` : row];
    })
    .join("\n");
}
