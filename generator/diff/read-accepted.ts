import { type Diagnostic, diagnostic, type Outcome } from "../diagnostic.ts";
import { isList, isMap, type Json } from "../json.ts";
import { locateIn, parseFile } from "../load/source-file.ts";
import { childPointer } from "../location.ts";
import { nearestWord } from "../nearest-word.ts";
import type { AcceptedEntry } from "./accept-changes.ts";

const known = ["change", "reason", "expires"];

/**
 * Read a file of accepted changes: a list of entries `{ change, reason, expires? }`. An entry with a fault is left
 * out. A file in which nothing stands accepts nothing.
 */
export function readAccepted(text: string, file: string): Outcome<readonly AcceptedEntry[]> {
  const { source, diagnostics } = parseFile(file, text);
  const faults = diagnostics.filter(({ code }) => code !== "empty-file");
  if (source.isBroken) return { value: [], diagnostics: faults };
  const locate = locateIn(source);
  const complain: Complain = (code, keys, params, on = "value") => {
    const place = { file, pointer: keys.reduce(childPointer, "") };
    const position = locate(keys, on);
    faults.push(diagnostic(code, place, params, { on, position }));
  };
  const { value } = source;
  if (!isList(value)) {
    complain("accepted-changes-are-no-list", [], {});
    return { value: [], diagnostics: faults };
  }
  const lineOf = (index: number): number => locate([String(index)], "value").line;
  const read = value.map((item, index) => readEntry(item, index, complain));
  const entries = read.flatMap((entry, index) =>
    entry === undefined ? [] : [{ ...entry, at: `${file}:${lineOf(index)}` }],
  );
  complainOfTwins(value, lineOf, complain);
  return { value: entries, diagnostics: faults };
}

type Code = Extract<Diagnostic["code"], `accepted-change${string}`>;

type Complain = <C extends Code>(
  code: C,
  keys: readonly string[],
  params: Parameters<typeof diagnostic<C>>[2],
  on?: "key" | "value",
) => void;

function readEntry(item: Json, index: number, complain: Complain): Omit<AcceptedEntry, "at"> | undefined {
  const here = [String(index)];
  if (!isMap(item)) {
    complain("accepted-change-is-incomplete", here, { missing: "change" });
    return undefined;
  }
  for (const key of item.keys()) {
    const like = nearestWord(key, known);
    if (!known.includes(key))
      complain("accepted-change-has-unknown-key", [...here, key], { key, like }, "key");
  }
  const textOf = (key: "change" | "reason"): string => {
    const text = item.get(key);
    if (text === undefined) complain("accepted-change-is-incomplete", here, { missing: key });
    else if (typeof text !== "string" || text.trim() === "") {
      complain("accepted-change-has-no-text", [...here, key], { key });
    } else return text;
    return "";
  };
  const entry = { change: textOf("change"), reason: textOf("reason") };
  const expires = item.get("expires");
  if (expires !== undefined && !isDay(expires)) {
    complain("accepted-change-expires-on-no-day", [...here, "expires"], {});
    return undefined;
  }
  if (entry.change === "" || entry.reason === "") return undefined;
  return expires === undefined ? entry : { ...entry, expires };
}

function complainOfTwins(
  entries: readonly Json[],
  lineOf: (index: number) => number,
  complain: Complain,
): void {
  const first = new Map<string, number>();
  for (const [index, item] of entries.entries()) {
    const id = isMap(item) ? item.get("change") : undefined;
    if (typeof id !== "string") continue;
    const before = first.get(id);
    if (before === undefined) first.set(id, index);
    else {
      const params = { change: id, firstLine: lineOf(before) };
      complain("accepted-change-is-written-twice", [String(index), "change"], params);
    }
  }
}

/** Whether a text is a day of the calendar (RFC 3339, `full-date`). */
export function isDay(text: Json): text is string {
  if (typeof text !== "string" || !/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
