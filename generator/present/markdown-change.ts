import type { Change, ClientChange } from "../diff/change.ts";
import { withoutUnseen } from "../unseen.ts";
import { codeBlock } from "../view/docs/code-text.ts";
import { acceptedWords } from "./accepted-words.ts";
import { asSentence } from "./as-sentence.ts";
import { clientNotes } from "./client-notes.ts";
import { counted } from "./headline.ts";
import { codeLinkTo, codeText, proseText } from "./markdown-prose.ts";
import { cutText } from "./cut-text.ts";
import type { Presentation, SideOf } from "./presentation.ts";
import { distinctOperations, listed, namedOperations } from "./reached-words.ts";
import { witnessBlock, witnessLine, witnessVerdict } from "./witness-words.ts";

const longestCode = 1200;

/** A change that must be read, with all there is to say of it: a heading and blocks below it. */
export function wholeEntry(change: Change, presentation: Presentation): string {
  const { suggestion, unproved, witness } = change;
  const blocks = [
    `#### ${proseText(change.message).replace(/\.$/, "")}`,
    placeLine(change, presentation),
    proseText(change.why),
    ...(witness === null ? [] : [witnessText(witness, change)]),
    ...(unproved === null ? [] : [`**Not proved:** ${proseText(asSentence(unproved))}`]),
    ...(suggestion === null ? [] : [`**Instead:** ${proseText(suggestion)}`]),
    callsText(change, presentation),
    change.client.flatMap(clientLines).join("\n"),
    ...clientNotes(change, presentation),
    `<sub>${codeText(change.code)} · id ${codeText(change.id)}</sub>`,
  ];
  return blocks.filter((block) => block !== "").join("\n\n");
}

/** The same as an item of a list, without what takes much room. */
export function itemEntry(change: Change, presentation: Presentation): string {
  const { accepted, suggestion, unproved, witness } = change;
  const lines = [
    `**${proseText(change.message)}**`,
    placeLine(change, presentation),
    accepted === null ? proseText(change.why) : proseText(`${acceptedWords(change)}: ${accepted.reason}`),
    ...(witness === null
      ? []
      : [`${codeText(witnessLine(witness), 160)} ${witnessVerdict(witness, change)}.`]),
    ...(unproved === null ? [] : [`Not proved: ${proseText(asSentence(unproved))}`]),
    ...(suggestion === null ? [] : [`Instead: ${proseText(suggestion)}`]),
    ...change.client.map(({ symbol, message }) => `${codeText(symbol)}: ${proseText(message)}`),
  ];
  return `- ${lines.filter((line) => line !== "").join("\\\n  ")}`;
}

/** A change in one line: what changed and where. */
export function shortEntry(change: Change, presentation: Presentation): string {
  return `- ${proseText(change.message)} (${placeLine(change, presentation)})`;
}

/** The operations that a change reaches, which way, and its places in both files. */
function placeLine(change: Change, presentation: Presentation): string {
  const { after, before, direction, schema } = change;
  const operations = distinctOperations(change);
  const [operation] = operations;
  const places = [
    ...(before === null ? [] : [fileLink("base", before, presentation)]),
    ...(after === null ? [] : [fileLink("revision", after, presentation)]),
  ].join(" → ");
  const about =
    schema === null && operations.length === 1 && operation !== undefined
      ? codeText(`${operation.method.toUpperCase()} ${operation.path}`)
      : reachText(change);
  const subject = [schema === null ? "" : `schema ${codeText(schema)}`, about];
  const way = direction === "none" ? "" : direction;
  const where = after === null ? `was in ${places}` : before === null ? `new in ${places}` : places;
  return [...subject, way, places === "" ? "" : where].filter((part) => part !== "").join(" · ");
}

function reachText(change: Change): string {
  const { names, more } = namedOperations(change);
  return names.length === 0 ? "" : listed({ names: names.map((name) => codeText(name, 80)), more });
}

function fileLink(side: SideOf, place: NonNullable<Change["before"]>, presentation: Presentation): string {
  const at = presentation.locate(side, place);
  return codeLinkTo(`${at.file}:${at.line}`, presentation.linkTo?.(side, at));
}

function witnessText(witness: NonNullable<Change["witness"]>, change: Change): string {
  const { language, text } = witnessBlock(witness);
  const verdict = witnessVerdict(witness, change);
  // A number or a word needs no block of its own.
  if (text.length <= 24 && !/[{[\n]/.test(text)) return `${codeText(text)} ${verdict}.`;
  return `This ${verdict}:\n\n${fence(text, language)}`;
}

function callsText(change: Change, { callsOf }: Presentation): string {
  const calls = callsOf?.(change);
  if (calls === undefined) return "";
  const lines = [...markedLines("-", calls.before), ...markedLines("+", calls.after)];
  return `In code that uses the client:\n\n${fence(lines.join("\n"), "diff")}`;
}

function markedLines(mark: string, code: string): readonly string[] {
  return code.split("\n").map((line) => `${mark} ${line}`);
}

/** A block of code, without what nobody sees, and cut where it gets long. */
function fence(text: string, language: string): string {
  return codeBlock(cutText(withoutUnseen(text), longestCode), language);
}

const mostErrors = 5;

function clientLines({ symbol, message, consumer }: ClientChange): readonly string[] {
  const left = consumer.length - mostErrors;
  return [
    `- ${codeText(symbol)}: ${proseText(message)}`,
    ...consumer
      .slice(0, mostErrors)
      .map(
        (error) =>
          `  - ${codeText(`${error.file}:${error.line}:${error.column}`)} ${proseText(error.message)}`,
      ),
    ...(left > 0 ? [`  - and in ${counted(left, "more place")}`] : []),
  ];
}
