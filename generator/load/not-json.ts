/** Why a text is no JSON, and what to do. Thrown while it is read, and caught there. */
export class NotJson extends Error {
  readonly offset: number;
  readonly hint: string;

  constructor(offset: number, why: string, hint: string) {
    super(why);
    this.name = "NotJson";
    this.offset = offset;
    this.hint = hint;
  }
}

const comment = (at: number): NotJson =>
  new NotJson(at, "JSON has no comments", "Delete it. In a YAML file a comment may stand, after a #.");
const singleQuote = (at: number): NotJson =>
  new NotJson(at, "a single quote opens a text", "Put texts and keys in double quotes.");

/** No value starts where one should. */
export function noValue(text: string, at: number): NotJson {
  const rest = text.slice(at, at + 100);
  const word = /^[\w$.+-]+/.exec(rest)?.[0] ?? "";
  if (rest === "") return new NotJson(at, "the text ends where a value should be", "Write the value.");
  if (isComment(rest)) return comment(at);
  if (rest.startsWith("'")) return singleQuote(at);
  if (/^[,}\]:]/.test(rest)) {
    return new NotJson(at, "a value is missing here", "Write the value, or delete what belongs to it.");
  }
  if (/^(?:true|false|null|none|undefined)$/i.test(word)) {
    return new NotJson(at, `"${word}" is no value of JSON`, "The words of JSON are true, false and null.");
  }
  if (/^[+.]|^-?(?:infinity|nan)$/i.test(word)) return badNumber(text, at);
  return new NotJson(at, "no value starts like this", "Put a text in double quotes.");
}

/** No key starts where one should, in the object that opened at `start`. */
export function noKey(text: string, at: number, start: number): NotJson {
  const rest = text.slice(at, at + 2);
  if (rest === "") return unclosed(text, start);
  if (isComment(rest)) return comment(at);
  if (rest.startsWith("'")) return singleQuote(at);
  if (rest.startsWith(",")) return new NotJson(at, "there is a comma too many", "Delete it.");
  return new NotJson(at, "a key without quotes", "Put the key in double quotes.");
}

/** No colon stands between a key and its value. */
export function noColon(text: string, at: number): NotJson {
  const rest = text.slice(at, at + 2);
  if (isComment(rest)) return comment(at);
  if (rest.startsWith("=")) return new NotJson(at, "= stands where a colon should be", "Write a colon.");
  return new NotJson(at, "the colon after a key is missing", 'Write `"key": value`.');
}

/** Neither a comma nor the closing bracket stands behind a value, in what opened at `start`. */
export function noComma(text: string, at: number, start: number): NotJson {
  const rest = text.slice(at, at + 2);
  if (rest === "") return unclosed(text, start);
  if (isComment(rest)) return comment(at);
  if (/^[}\]]/.test(rest)) {
    const open = text.charAt(start);
    const close = open === "{" ? "}" : "]";
    return new NotJson(
      at,
      `${rest.charAt(0)} closes what ${open} opened`,
      `Write ${close}, or close that first.`,
    );
  }
  if (rest.startsWith(":")) return new NotJson(at, "there is a colon too many", "Delete it.");
  return new NotJson(at, "a comma is missing before this", "Separate members and items with commas.");
}

/** More follows after the value that is the whole text. */
export function trailing(text: string, at: number): NotJson {
  if (isComment(text.slice(at, at + 2))) return comment(at);
  if (/[}\]]/.test(text.charAt(at))) {
    return new NotJson(
      at,
      "nothing opened the bracket that is closed here",
      "Delete it, or open it further up.",
    );
  }
  return new NotJson(at, "more follows after the end", "A JSON file holds one value: delete the rest.");
}

/** The comma at `at` is the last thing before a closing bracket. */
export function trailingComma(text: string, at: number): NotJson {
  const bracket = /[}\]]/.exec(text.slice(at, at + 1000))?.[0] ?? "bracket";
  return new NotJson(
    at,
    `a comma stands before the closing ${bracket}`,
    "Delete it: JSON has commas only between.",
  );
}

export function badNumber(text: string, at: number): NotJson {
  const word = /^[\w.+-]{0,40}/.exec(text.slice(at, at + 40))?.[0] ?? "";
  const hint =
    "A number looks like 12, -0.5 or 1e6: no + in front, no leading zero, digits around the point.";
  return new NotJson(at, `"${word}" is no number of JSON`, hint);
}

/** A text that opened at `start` runs into something that may not stand in it at `at`. */
export function badText(text: string, at: number, start: number): NotJson {
  const found = text.charAt(at);
  if (found === "" || found === "\n" || found === "\r") {
    const hint = "Close it with a double quote; a line break inside is written \\n.";
    return new NotJson(start, "this quote is not closed on its line", hint);
  }
  if (found === "\t") return new NotJson(at, "a tab stands inside a text", "Write it as \\t.");
  const code = found.charCodeAt(0).toString(16).padStart(4, "0");
  return new NotJson(at, "a control character stands inside a text", `Delete it, or write it as \\u${code}.`);
}

/** What follows a backslash at `at` means nothing. */
export function badEscape(at: number): NotJson {
  const hint =
    'Write two backslashes for one. Others are \\" \\/ \\b \\f \\n \\r \\t and \\u with four hex digits.';
  return new NotJson(at, "this backslash means nothing in JSON", hint);
}

function unclosed(text: string, start: number): NotJson {
  const open = text.charAt(start);
  const close = open === "{" ? "}" : "]";
  return new NotJson(start, `this ${open} is never closed`, `Close it with ${close}.`);
}

function isComment(rest: string): boolean {
  return /^(?:#|\/[/*])/.test(rest);
}
