// What only operations need that answer item by item. The parsers know nothing of HTTP.
import { failure, reasonOf, refusal, shorten } from "./error-message.js";
import { AbortError, ConnectionError, DecodeError } from "./errors.js";
import { readAs } from "./media.js";
import type { JsonReader, Operation, Reader, Taker, Unread } from "./operation.js";
import { eventsIn, recordsIn } from "./stream-parsers.js";

/**
 * Items as the server sends them, to be read once, with `for await`. Who leaves the loop ends the connection. What
 * goes wrong on the way throws a `ConnectionError`, a `DecodeError`, or an `AbortError` for the caller's signal.
 */
export interface Stream<Item> extends AsyncIterable<Item> {
  /** Ends the connection. A loop under way ends too; one that has not begun finds nothing. */
  cancel(): void;
}

/** How the items of a stream come out of its text. */
type Parser = (pieces: AsyncIterable<string>, json: (text: string) => unknown) => AsyncIterable<unknown>;

const isStream =
  /^(text\/event-stream|\S*json-seq|application\/((x-)?(ndjson|jsonl(ines)?)|stream\+json)) *(;|$)/i;

/** Leaves a body unread that says it is a stream, or does not say what it is; takes any other one as bytes. */
export const takeStream: Taker = (response, signal) =>
  isStream.test(response.headers.get("content-type") ?? "") || !response.headers.has("content-type")
    ? takeAnyStream(response, signal)
    : response.blob();

/** Leaves a body unread, whatever it says it is. */
export const takeAnyStream: Taker = ({ body }, signal) => (body ? { signal } : "");

/** Makes a stream of an unread body; another one is read as what it says it is. */
function streamReader(parse: Parser): Reader {
  return (content, response, operation, correlationId) =>
    typeof content === "object" && "signal" in content
      ? openStream(content, response, operation, parse, correlationId)
      : readAs(content, response, operation);
}

/** Reads values of JSON, a line each, or a sequence of JSON texts (RFC 7464). */
export const readJsonLines: Reader = /* @__PURE__ */ streamReader(recordsIn);

/** Reads events as what the JSON in their data says; `[DONE]` ends them. */
export const readEventData: Reader = /* @__PURE__ */ streamReader(async function* (pieces, json) {
  for await (const { data } of eventsIn(pieces)) {
    if (data === "[DONE]") return;
    // Some servers send events without data to keep a connection alive.
    if (data !== "") yield json(data);
  }
});

/** Reads events whole, their data as text. */
export const readEvents: Reader = /* @__PURE__ */ streamReader(eventsIn);

/** Reads events whole. The data of those with one of these names, of all if there are none, is JSON. */
export function eventsOfJson(...names: readonly string[]): Reader {
  return streamReader(async function* (pieces, json) {
    for await (const event of eventsIn(pieces)) {
      if (names.length > 0 && !names.includes(event.event ?? "message")) yield event;
      else if (event.data === "[DONE]") return;
      else yield { ...event, data: json(event.data) };
    }
  });
}

/** Reads Server-Sent Events in one way and lines of JSON in the other. */
export function eventsOrLines(events: Reader): Reader {
  return (content, response, ...known) => {
    const isEvents = /^text\/event-stream/i.test(response.headers.get("content-type") ?? "");
    return (isEvents ? events : readJsonLines)(content, response, ...known);
  };
}

function openStream(
  { signal }: Unread,
  response: Response,
  operation: Operation,
  parse: Parser,
  correlationId: string | undefined,
): Stream<unknown> {
  // Nothing is read, and nothing listens to a signal that may outlive all calls, before somebody asks for items.
  let opened: ReadableStreamDefaultReader<Uint8Array> | undefined;
  const reader = (): typeof opened => (opened ??= response.body?.getReader());
  const cancel = (): void => {
    // A connection that is broken already has nothing to end.
    reader()
      ?.cancel()
      .catch(() => undefined);
  };
  let isRead = false;
  return {
    cancel,
    [Symbol.asyncIterator]() {
      if (isRead) throw refusal(operation, "A stream can be read once");
      isRead = true;
      const json = jsonReader(response, operation, correlationId);
      const pieces = piecesOf(reader(), operation, signal);
      const items = itemsOf(parse(pieces, json), operation, signal, cancel);
      return {
        next: () => items.next(),
        // A generator that waits for the next item would hear of it after that.
        return() {
          cancel();
          return items.return(undefined);
        },
      };
    },
  };
}

async function* itemsOf(
  items: AsyncIterable<unknown>,
  operation: Operation,
  signal: AbortSignal | undefined,
  cancel: () => void,
): AsyncGenerator<unknown, undefined, undefined> {
  const goOn = (): void => {
    if (signal?.aborted) throw aborted(operation, signal);
  };
  signal?.addEventListener("abort", cancel);
  try {
    goOn();
    for await (const item of items) {
      goOn();
      yield item;
    }
    // A stream that is cancelled ends like any other.
    goOn();
    return undefined;
  } finally {
    signal?.removeEventListener("abort", cancel);
    cancel();
  }
}

function aborted(operation: Operation, { reason: cause }: AbortSignal): Error {
  return failure(AbortError, operation, "Aborted", "", { cause });
}

/** The text of a body as it comes, decoded as UTF-8 without its byte order mark. */
async function* piecesOf(
  reader: ReadableStreamDefaultReader<Uint8Array> | undefined,
  operation: Operation,
  signal: AbortSignal | undefined,
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for (;;) {
    const piece = await reader?.read().catch((cause: unknown) => {
      if (signal?.aborted) throw aborted(operation, signal);
      throw failure(ConnectionError, operation, "The stream broke off", reasonOf(cause), { cause });
    });
    if (!piece || piece.done) break;
    yield decoder.decode(piece.value, { stream: true });
  }
  yield decoder.decode();
}

function jsonReader(
  response: Response,
  operation: Operation,
  correlationId: string | undefined,
): (text: string) => unknown {
  const { json = parseJson } = operation;
  return (text) => {
    try {
      return json(text, response, operation);
    } catch (cause) {
      const { status, headers, statusText } = response;
      const said = `unexpected item: ${reasonOf(cause)}`;
      const more = { status, headers, correlationId, cause, text: shorten(text) };
      throw failure(DecodeError, operation, `${status} ${statusText}`.trim(), said, more);
    }
  };
}

const parseJson: JsonReader = (text) => JSON.parse(text);
