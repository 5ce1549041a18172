import type { ReachedOperation } from "../diff/change.ts";
import { ofWeight, type Weight, weights } from "./change-weight.ts";
import { bumpSentence, headline, tally } from "./headline.ts";
import { htmlChange } from "./html-change.ts";
import { htmlCode, htmlProse, htmlText } from "./html-text.ts";
import { cutText } from "./cut-text.ts";
import { pagePolicy } from "./page-policy.ts";
import { pageScript } from "./page-script.ts";
import { pageStyle } from "./page-style.ts";
import type { Presentation } from "./presentation.ts";
import { comparedSides, workingTree } from "./side-words.ts";

/** A comparison as one page that needs nothing else: no network, and scripts only to filter. */
export function presentHtml(presentation: Presentation): string {
  const { comparison } = presentation;
  const hasChanges = comparison.changes.length > 0;
  const numbers = operationNumbers(presentation);
  return `${[
    "<!doctype html>",
    '<html lang="en">',
    ...head(presentation),
    "<body>",
    '<a class="skip" href="#changes">Skip to the changes</a>',
    ...header(presentation),
    ...(hasChanges ? filterForm(presentation, numbers) : []),
    '<main id="changes">',
    ...weights.flatMap((weight) => section(weight, presentation, numbers)),
    ...(hasChanges ? [] : ["<p>Both versions say the same to a client.</p>"]),
    ...idleSection(presentation),
    "</main>",
    ...(hasChanges ? [`<script>${pageScript}</script>`] : []),
    "</body>",
    "</html>",
  ].join("\n")}\n`;
}

function head({ comparison, revision }: Presentation): readonly string[] {
  return [
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${pagePolicy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${htmlText(`${headline(comparison)} · ${revision.file}`)}</title>`,
    `<style>${pageStyle}</style>`,
    "</head>",
  ];
}

function header(presentation: Presentation): readonly string[] {
  const { comparison } = presentation;
  const { files, revisions } = comparedSides(presentation);
  const named = files.map((file) => htmlCode(file)).join(" → ");
  const between =
    revisions === undefined
      ? ""
      : `: ${revisions.map((name) => (name === null ? workingTree : htmlCode(name))).join(" → ")}`;
  const numbers = tally(comparison);
  return [
    "<header>",
    `<h1>${headline(comparison)}</h1>`,
    `<p><strong>${bumpSentence(comparison.bump)}</strong>${numbers === "" ? "" : ` ${numbers}.`}</p>`,
    `<p class="quiet">${named}${between}</p>`,
    "</header>",
  ];
}

const titles: Readonly<Record<Weight, string>> = {
  breaking: "Breaks clients that are running",
  code: "Breaks code that uses the client",
  warning: "Needs a look",
  info: "Compatible",
  accepted: "Accepted",
};

function section(
  weight: Weight,
  presentation: Presentation,
  numbers: ReadonlyMap<string, number>,
): readonly string[] {
  const changes = ofWeight(presentation.comparison, weight);
  if (changes.length === 0) return [];
  return [
    `<section aria-labelledby="${weight}">`,
    `<h2 id="${weight}" class="${weight}">${titles[weight]} (${changes.length})</h2>`,
    ...changes.map((change) => {
      const reached = change.operations.map((operation) => numbers.get(keyOf(operation)) ?? 0);
      return htmlChange(change, presentation, reached);
    }),
    "</section>",
  ];
}

function idleSection({ idle }: Presentation): readonly string[] {
  if (idle.length === 0) return [];
  const items = idle.map((sentence) => `<li>${htmlProse(sentence)}</li>`);
  return [
    '<section aria-labelledby="idle">',
    '<h2 id="idle">Acceptances that match no change</h2>',
    `<ul>${items.join("\n")}</ul>`,
    "</section>",
  ];
}

/** The operations that changes reach, each with the number that stands for it. */
function operationNumbers({ comparison }: Presentation): ReadonlyMap<string, number> {
  const keys = comparison.changes.flatMap(({ operations }) => operations.map(keyOf));
  return new Map([...new Set(keys)].sort().map((key, index) => [key, index]));
}

function keyOf({ method, path }: ReachedOperation): string {
  return `${path} ${method.toUpperCase()}`;
}

function filterForm({ comparison }: Presentation, numbers: ReadonlyMap<string, number>): readonly string[] {
  const boxes = weights
    .filter((weight) => ofWeight(comparison, weight).length > 0)
    .map((weight) => `<label><input type="checkbox" value="${weight}" checked> ${titles[weight]}</label>`);
  const options = [...numbers].map(
    ([key, number]) => `<option value="${number}">${htmlText(cutText(key, 120))}</option>`,
  );
  return [
    '<form id="filter" role="search" aria-label="Filter the changes" hidden>',
    `<fieldset><legend>Show</legend>${boxes.join("\n")}</fieldset>`,
    '<label class="field">Text <input type="search" name="text" autocomplete="off"></label>',
    `<label class="field">Operation <select name="operation"><option value="">All</option>${options.join("\n")}</select></label>`,
    '<output id="shown" aria-live="polite"></output>',
    "</form>",
  ];
}
