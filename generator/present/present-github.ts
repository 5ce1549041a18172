import type { Change } from "../diff/change.ts";
import { acceptedWords } from "./accepted-words.ts";
import { asSentence } from "./as-sentence.ts";
import { ofWeight } from "./change-weight.ts";
import { bumpSentence, counted, headline } from "./headline.ts";
import { harmlessLines } from "./harmless-text.ts";
import { cutText } from "./cut-text.ts";
import type { Presentation } from "./presentation.ts";
import { listed, namedOperations } from "./reached-words.ts";
import { annotationPlace } from "./annotation-place.ts";
import { witnessLine, witnessVerdict } from "./witness-words.ts";

type Command = "error" | "warning" | "notice";

type Kind = readonly [Command, readonly Change[]];

// GitHub shows no more of a kind in one step.
const most = 10;

/** Workflow commands, which GitHub shows beside the lines of a pull request; nothing if nothing changed. */
export function presentGithub(presentation: Presentation): string {
  const { comparison } = presentation;
  const of = (...weights: readonly Parameters<typeof ofWeight>[1][]): readonly Change[] =>
    weights.flatMap((weight) => ofWeight(comparison, weight));
  const kinds: readonly Kind[] = [
    ["error", of("breaking", "code")],
    ["warning", of("warning")],
    ["notice", of("info", "accepted")],
  ];
  const isFull = kinds.some(([, changes]) => changes.length > most);
  return kinds
    .flatMap(([command, changes]) => {
      // The line that counts what is left is a notice too.
      const room = command === "notice" && isFull ? most - 1 : most;
      const lines = changes.slice(0, room).map((change) => annotation(command, change, presentation));
      return command === "notice" && isFull ? [restLine(kinds, presentation), ...lines] : lines;
    })
    .map((line) => `${line}\n`)
    .join("");
}

/** Says how many changes are not shown. It stands before the other notices, for GitHub drops the last ones. */
function restLine(kinds: readonly Kind[], { comparison, revision }: Presentation): string {
  const more = kinds
    .map(([command, changes]) => {
      const room = command === "notice" ? most - 1 : most;
      return { command, left: changes.length - room };
    })
    .filter(({ left }) => left > 0)
    .map(({ command, left }) => counted(left, command));
  const said = `${headline(comparison)}. ${bumpSentence(comparison.bump)} Not shown here: ${more.join(", ")}.`;
  return `::notice file=${property(revision.file)},line=1,title=More changes of the API::${data(said)}`;
}

function annotation(command: Command, change: Change, presentation: Presentation): string {
  const { file, line, column } = annotationPlace(change, presentation);
  const title = `${change.accepted === null ? "" : "Accepted: "}${change.code}`;
  const properties = [`file=${property(file)}`, `line=${line}`, `col=${column}`, `title=${property(title)}`];
  return `::${command} ${properties.join(",")}::${data(messageOf(change, presentation))}`;
}

function messageOf(change: Change, { locate }: Presentation): string {
  const { accepted, before, after, message, operations, suggestion, unproved, why, witness } = change;
  const gone = after === null && before !== null ? locate("base", before) : undefined;
  const lines = [
    message,
    why,
    witness && `${cutText(witnessLine(witness), 200)} ${witnessVerdict(witness, change)}.`,
    unproved && `Not proved: ${asSentence(unproved)}`,
    gone && `It stood in ${gone.file}:${gone.line}.`,
    operations.length > 0 && `Reaches ${listed(namedOperations(change))}.`,
    ...change.client.flatMap(({ symbol, message: said, consumer }) => [
      `${symbol}: ${said}`,
      ...consumer.slice(0, 3).map((error) => `${error.file}:${error.line}:${error.column} ${error.message}`),
    ]),
    suggestion && `Instead: ${suggestion}`,
    accepted && `${acceptedWords(change)}: ${accepted.reason}`,
  ];
  return lines.flatMap((line) => (typeof line === "string" ? [cutText(line, 500)] : [])).join("\n");
}

/** The text of a command, escaped as the runner of GitHub Actions reads it back. */
function data(text: string): string {
  return harmlessLines(text).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** A property of a command, which a comma or a colon would end too. */
function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
