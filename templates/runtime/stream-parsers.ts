/** A Server-Sent Event. WHATWG HTML section 9.2. */
export interface ServerSentEvent {
  readonly event?: string;
  readonly data: string;
  readonly id?: string;
  /** How long to wait before connecting again, in milliseconds. */
  readonly retry?: number;
}

/** Cuts pieces of text into lines, each as soon as its end is there; the last one may lack it. */
async function* linesIn(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = "";
  let isAfterReturn = false;
  for await (const piece of pieces) {
    if (piece === "") continue;
    // A CR LF ends one line, whatever pieces its halves are in.
    const text = isAfterReturn ? piece.replace(/^\n/, "") : piece;
    isAfterReturn = piece.endsWith("\r");
    const [first = "", ...others] = text.split(/\r\n|\n|\r/);
    rest += first;
    for (const line of others) {
      yield rest;
      rest = line;
    }
  }
  if (rest !== "") yield rest;
}

/** The events of a stream. WHATWG HTML section 9.2.6: one that no empty line closes does not count. */
export async function* eventsIn(pieces: AsyncIterable<string>): AsyncGenerator<ServerSentEvent> {
  let fields: Omit<ServerSentEvent, "data"> = {};
  let data: string[] = [];
  for await (const line of linesIn(pieces)) {
    if (line === "") {
      if (data.length > 0) yield { ...fields, data: data.join("\n") };
      fields = {};
      data = [];
    }
    const [, name, value = ""] = /^([^:]*)(?:: ?([^]*))?$/.exec(line) ?? [];
    if (name === "data") data.push(value);
    if (name === "event" || (name === "id" && !value.includes("\0"))) fields = { ...fields, [name]: value };
    if (name === "retry" && /^\d+$/.test(value)) fields = { ...fields, retry: Number(value) };
  }
}

/**
 * JSON texts, a line each, empty lines left out; where the first begins with a record separator, a sequence of texts
 * that may have several lines (RFC 7464).
 */
export async function* recordsIn(
  pieces: AsyncIterable<string>,
  json: (text: string) => unknown,
): AsyncGenerator {
  let rest = "";
  let isSequence: boolean | undefined;
  for await (const piece of pieces) {
    if (piece === "") continue;
    isSequence ??= piece.startsWith("\x1e");
    const [first = "", ...others] = piece.split(isSequence ? "\x1e" : /[\r\n\x1e]/);
    rest += first;
    for (const text of others) {
      if (rest.trim() !== "") yield json(rest);
      rest = text;
    }
    // The next separator may be long in coming.
    if (isSequence && piece.endsWith("\n") && isJson(rest)) {
      yield json(rest);
      rest = "";
    }
  }
  if (rest.trim() !== "") yield json(rest);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
