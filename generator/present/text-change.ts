import type { Change, ClientChange } from "../diff/change.ts";
import { acceptedWords } from "./accepted-words.ts";
import { asSentence } from "./as-sentence.ts";
import { formatLocation, type Location } from "../location.ts";
import { type Weight, weightOf } from "./change-weight.ts";
import { clientNotes } from "./client-notes.ts";
import type { Paint } from "./paint.ts";
import type { Presentation, SideOf } from "./presentation.ts";
import { listed, namedOperations, reachCount } from "./reached-words.ts";
import { sourceFrame } from "./source-frame.ts";
import { terminalText, withoutCommands } from "./terminal-text.ts";
import { witnessLine, witnessVerdict } from "./witness-words.ts";
import { wrapText } from "./wrap-text.ts";

export interface TextContext {
  readonly presentation: Presentation;
  readonly paint: Paint;
  readonly width: number | undefined;
  /** Whether each change names the operations that it reaches. */
  readonly tellsReach: boolean;
}

const styles: Readonly<Record<Weight, Parameters<Paint>[0]>> = {
  breaking: "red",
  code: "magenta",
  warning: "yellow",
  info: "green",
  accepted: "dim",
};

const labels: Readonly<Record<Weight, string>> = {
  breaking: "breaking",
  code: "breaks code",
  warning: "needs a look",
  info: "compatible",
  accepted: "accepted",
};

/** One change as lines for a terminal. What hurts nobody, or is accepted, is told in short. */
export function changeLines(change: Change, context: TextContext): readonly string[] {
  const { paint } = context;
  const weight = weightOf(change);
  const isShort = weight === "info" || weight === "accepted";
  const direction = change.direction === "none" ? "" : `  ${change.direction}`;
  const head = `${paint(styles[weight], labels[weight])}  ${terminalText(change.code)}${direction}`;
  const body = isShort ? shortLines(change, context) : fullLines(change, context);
  const lines = body.map((line) => `  ${line}`);
  if (weight !== "accepted") return [head, ...lines];
  return [head, ...lines.map((line) => paint("dim", line))];
}

function shortLines(change: Change, context: TextContext): readonly string[] {
  const { presentation } = context;
  const { after, before, accepted } = change;
  const at =
    after !== null
      ? presentation.locate("revision", after)
      : before !== null && presentation.locate("base", before);
  return [
    ...sentence(change.message, context),
    ...(at === false ? [] : [`${after === null ? "was at " : "at "}${locationOf(at)}`]),
    ...reachLines(change, context),
    ...(accepted === null ? [] : sentence(`${acceptedWords(change)}: ${accepted.reason}`, context)),
    ...clientLines(change, context),
  ];
}

function fullLines(change: Change, context: TextContext): readonly string[] {
  const { presentation } = context;
  const { witness, unproved, suggestion } = change;
  const isProof =
    witness !== null && `${terminalText(witnessLine(witness), 160)} ${witnessVerdict(witness, change)}.`;
  return [
    ...sentence(change.message, context),
    ...sentence(change.why, context),
    ...frames(change, context),
    ...reachLines(change, context),
    ...(isProof === false ? [] : [isProof]),
    ...(unproved === null ? [] : sentence(`Not proved: ${asSentence(unproved)}`, context)),
    ...(suggestion === null ? [] : sentence(`Instead: ${suggestion}`, context)),
    ...clientLines(change, context),
    ...clientNotes(change, presentation),
    context.paint("dim", `id ${terminalText(change.id)}`),
  ];
}

function sentence(text: string, { width }: TextContext): readonly string[] {
  const shown = terminalText(text);
  return width === undefined ? [shown] : wrapText(shown, Math.max(32, width - 4));
}

function reachLines(change: Change, { tellsReach }: TextContext): readonly string[] {
  if (!tellsReach) return [];
  const names = listed(namedOperations(change));
  return [`${reachCount(change)}${names === "" ? "" : `: ${terminalText(names)}`}`];
}

function frames({ before, after }: Change, context: TextContext): readonly string[] {
  return [
    ...(before === null ? [] : frame(after === null ? "gone  " : "before", "base", before, context)),
    ...(after === null ? [] : frame(before === null ? "new   " : "after ", "revision", after, context)),
  ];
}

/** A line of a file with a caret below what it is about. */
function frame(
  label: string,
  side: SideOf,
  place: NonNullable<Change["before"]>,
  { presentation, paint }: TextContext,
): readonly string[] {
  const at = presentation.locate(side, place);
  const title = `${label} ${locationOf(at)}`;
  const line = presentation.sourceLine(side, at.file, at.line);
  if (line === undefined || line.trim() === "") return [title];
  const { text, indent } = sourceFrame(line, at.column);
  const gutter = " ".repeat(String(at.line).length);
  return [
    title,
    `  ${paint("dim", `${at.line} |`)} ${withoutCommands(text)}`,
    `  ${paint("dim", `${gutter} |`)} ${" ".repeat(indent)}^`,
  ];
}

function clientLines({ client }: Change, context: TextContext): readonly string[] {
  return client.flatMap((symbol) => [
    `client ${terminalText(symbol.symbol)}: ${terminalText(symbol.message)}`,
    ...consumerLines(symbol, context),
  ]);
}

const mostErrors = 5;

function consumerLines({ consumer }: ClientChange, { paint }: TextContext): readonly string[] {
  const left = consumer.length - mostErrors;
  return [
    ...consumer.slice(0, mostErrors).map(({ file, line, column, message }) => {
      const at = paint("bold", terminalText(`${file}:${line}:${column}`));
      return `  ${at} ${terminalText(message)}`;
    }),
    ...(left > 0 ? [`  and ${left} more ${left === 1 ? "place" : "places"}`] : []),
  ];
}

function locationOf(at: Location): string {
  return terminalText(formatLocation(at));
}
