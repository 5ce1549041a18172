import type { Change, ClientChange } from "../diff/change.ts";
import { acceptedWords } from "./accepted-words.ts";
import { asSentence } from "./as-sentence.ts";
import { weightOf } from "./change-weight.ts";
import { clientNotes } from "./client-notes.ts";
import { counted } from "./headline.ts";
import { sideFrames, sides } from "./html-frame.ts";
import { htmlCode, htmlProse, htmlText } from "./html-text.ts";
import { distinctOperations } from "./reached-words.ts";
import { cutText } from "./cut-text.ts";
import type { Presentation } from "./presentation.ts";
import { witnessBlock, witnessVerdict } from "./witness-words.ts";

/** A change as an article that can be folded; what hurts nobody is. `operations` are the numbers it is filtered by. */
export function htmlChange(
  change: Change,
  presentation: Presentation,
  operations: readonly number[],
): string {
  const weight = weightOf(change);
  const isOpen = weight !== "info" && weight !== "accepted";
  return [
    `<article class="change ${weight}" data-weight="${weight}" data-operations="${operations.join(" ")}">`,
    `<details${isOpen ? " open" : ""}>`,
    `<summary><h3>${htmlProse(change.message)}</h3></summary>`,
    ...body(change, presentation),
    "</details>",
    "</article>",
  ].join("\n");
}

function body(change: Change, presentation: Presentation): readonly string[] {
  const { accepted, suggestion, unproved } = change;
  return [
    aboutLine(change),
    `<p>${htmlProse(change.why)}</p>`,
    ...(accepted === null ? [] : [note(htmlText(acceptedWords(change) ?? ""), accepted.reason)]),
    sideFrames(change, presentation),
    ...witnessLines(change),
    ...(unproved === null ? [] : [note("Not proved", asSentence(unproved))]),
    ...(suggestion === null ? [] : [note("Instead", suggestion)]),
    ...callLines(change, presentation),
    ...clientLines(change, presentation),
    ...reachedLines(change),
    `<p class="quiet">${htmlCode(change.code)}, id ${htmlCode(change.id)}</p>`,
  ];
}

function note(title: string, text: string): string {
  return `<p><strong>${title}:</strong> ${htmlProse(text)}</p>`;
}

function aboutLine(change: Change): string {
  const { direction, schema } = change;
  const operations = distinctOperations(change);
  const [operation] = operations;
  const about =
    schema === null && operations.length === 1 && operation !== undefined
      ? htmlCode(`${operation.method.toUpperCase()} ${operation.path}`)
      : counted(operations.length, "operation");
  const parts = [
    ...(schema === null ? [] : [`schema ${htmlCode(schema)}`]),
    about,
    ...(direction === "none" ? [] : [direction]),
  ];
  return `<p class="about">${parts.join(" · ")}</p>`;
}

function witnessLines(change: Change): readonly string[] {
  const { witness } = change;
  if (witness === null) return [];
  const text = htmlText(cutText(witnessBlock(witness).text, 4000));
  return [
    `<p>This ${witnessVerdict(witness, change)}:</p>`,
    `<pre tabindex="0" role="group" aria-label="Proof">${text}</pre>`,
  ];
}

function callLines(change: Change, { callsOf }: Presentation): readonly string[] {
  const calls = callsOf?.(change);
  if (calls === undefined) return [];
  const block = (side: string, code: string): string => {
    const shown = htmlText(cutText(code, 4000));
    return `<figure><figcaption>${side}</figcaption><pre tabindex="0" role="group" aria-label="Call ${side}">${shown}</pre></figure>`;
  };
  return [
    "<p>In code that uses the client:</p>",
    sides(block("before", calls.before), block("after", calls.after)),
  ];
}

function clientLines(change: Change, presentation: Presentation): readonly string[] {
  const items = change.client.map(
    (symbol) => `<li>${htmlCode(symbol.symbol)}: ${htmlProse(symbol.message)}${consumerList(symbol)}</li>`,
  );
  const notes = clientNotes(change, presentation).map((text) => `<p>${htmlText(text)}</p>`);
  return items.length === 0 ? notes : ["<p>In the client:</p>", `<ul>${items.join("\n")}</ul>`, ...notes];
}

const mostErrors = 50;

function consumerList({ consumer }: ClientChange): string {
  if (consumer.length === 0) return "";
  const left = consumer.length - mostErrors;
  const items = consumer
    .slice(0, mostErrors)
    .map(
      ({ file, line, column, message }) =>
        `<li>${htmlCode(`${file}:${line}:${column}`)} ${htmlProse(message)}</li>`,
    );
  return `<ul>${items.join("\n")}${left > 0 ? `<li>and ${left} more</li>` : ""}</ul>`;
}

const mostReached = 1000;

/** All operations by name, folded; the one that stands in the line above is not said twice. */
function reachedLines(change: Change): readonly string[] {
  const { schema } = change;
  const operations = distinctOperations(change);
  if (operations.length === 0 || (schema === null && operations.length === 1)) return [];
  const left = operations.length - mostReached;
  const items = operations.slice(0, mostReached).map(({ operation, method, path }) => {
    const target = `${method.toUpperCase()} ${path}`;
    const isNamed = operation.toLowerCase() !== target.toLowerCase();
    return `<li>${htmlCode(target)}${isNamed ? ` ${htmlText(operation)}` : ""}</li>`;
  });
  return [
    `<details><summary>Reaches ${counted(operations.length, "operation")}</summary>`,
    `<ul class="operations">${items.join("\n")}${left > 0 ? `<li>and ${left} more</li>` : ""}</ul></details>`,
  ];
}
