import type { ApiPromise, ApiResponse } from "./api-promise.js";
import { pause, withDeadline } from "./deadline.js";
import { failure } from "./error-message.js";
import type { Site } from "./error-message.js";
import { ApiError, SdkError, TimeoutError } from "./errors.js";
import type { Operation } from "./operation.js";
import type { CallOptions } from "./options.js";
import { retryAfterOf, retryDelay } from "./retry.js";
import { call } from "./transport.js";
import type { Transport } from "./transport.js";
import { textFor, valueAt } from "./value-at.js";
import type { Path } from "./value-at.js";

/** The work that a call began ended as failed. */
export class PollError extends SdkError {
  /** The last that was said of it. */
  declare readonly body: unknown;

  override get name(): string {
    return "PollError";
  }
}

/** How to wait for the end of what a call began. All durations are milliseconds. */
export interface PollOptions<Body = unknown> {
  /** Between the first two looks; 5000 if absent. Each wait is half as long again, up to a minute. */
  readonly interval?: number | undefined;
  /** Until it must have ended; 600000 if absent, 0 for no limit. */
  readonly timeout?: number | undefined;
  /** Ends the wait: it rejects with an `AbortError`. */
  readonly signal?: AbortSignal | undefined;
  /** Told what each look has found. */
  readonly onPoll?: ((body: Body) => void) | undefined;
}

/** A call that begins something: the promise of its answer, and a way to wait for the end. */
export interface PollPromise<
  T,
  Final,
  R extends ApiResponse<number, T> = ApiResponse<number, T>,
> extends ApiPromise<T, R> {
  /**
   * Asks again and again how far it has come, and resolves with what is said when it is done. Rejects with a `PollError`
   * if it has failed, with a `TimeoutError` if it takes too long; what passes by itself, such as a server that is too
   * busy, ends no wait.
   */
  result(options?: PollOptions<Final>): Promise<Final>;
}

/** What a call was made with, and its answer. */
export interface Began {
  readonly params: Readonly<Record<string, unknown>>;
  readonly answer: ApiResponse<number, unknown>;
}

/** Takes a value from a call or its answer. */
export type Source = (began: Began) => unknown;

/** How to ask what became of a call. */
export interface Polling {
  /** The function that asks. What it takes is what `from` makes. */
  readonly ask: (transport: Transport, params: never, options?: CallOptions) => ApiPromise<unknown>;
  readonly from: Readonly<Record<string, Source>>;
  /** Where its answer says how far it is. */
  readonly state: Path;
  readonly done: readonly unknown[];
  readonly failed?: readonly unknown[];
  /** Whether the answer of the call itself may say it already. */
  readonly isSame?: boolean;
  /** The statuses after which there is something to ask, where it is not all: after others there is no more to come. */
  readonly after?: readonly string[];
}

/** A part of what the caller gave. */
export function fromCall(...path: Path): Source {
  return ({ params }) => valueAt(params, path);
}

/** A part of the answer's data. */
export function fromAnswer(...path: Path): Source {
  return ({ answer }) => valueAt(answer.data, path);
}

/** A header of the answer. */
export function fromHeader(name: string): Source {
  return ({ answer }) => answer.headers.get(name) ?? undefined;
}

/** Calls an operation that begins something. The wait for its end begins when it is asked for. */
export function callPolled<T, Final, R extends ApiResponse<number, T>>(
  transport: Transport,
  operation: Operation,
  params: object | undefined,
  options: CallOptions | undefined,
  polling: Polling,
): PollPromise<T, Final, R> {
  const promise = call<T, R>(transport, operation, params, options);
  return Object.assign(promise, {
    async result({ signal, timeout = 600_000, ...rest }: PollOptions<Final> = {}): Promise<Final> {
      const answered = promise.withResponse();
      // A wait that has ended looks at it no more.
      answered.catch(() => undefined);
      let state: unknown;
      const kept = await withEither(options?.signal, signal, (either) => {
        let ended: AbortSignal | undefined;
        const work = withDeadline(operation, either, timeout, (inner) => {
          ended = inner;
          const told = (now: unknown): void => void (state = now);
          const watch: Watch = { polling, ...rest, site: operation, signal: inner, told };
          return watched(watch, transport, { ...params }, answered, options);
        });
        return work.catch((error: unknown) => {
          // An attempt that takes too long is told by the same class.
          if (!(error instanceof TimeoutError) || ended?.reason !== error) throw error;
          const last = state === undefined ? "nothing was said of it" : `the last state is ${textFor(state)}`;
          throw failure(TimeoutError, operation, `Not done within ${timeout} ms`, last);
        });
      });
      // What an answer holds is the spec's word, and the only proof of it.
      return kept as Final;
    },
  });
}

interface Watch {
  readonly polling: Polling;
  readonly site: Site;
  readonly signal: AbortSignal;
  readonly interval?: number | undefined;
  readonly onPoll?: ((body: never) => void) | undefined;
  readonly told: (state: unknown) => void;
}

/** Longer than that nobody waits between two looks, unless the server asks for it. */
const longest = 60_000;

async function watched(
  watch: Watch,
  transport: Transport,
  params: Began["params"],
  answered: Promise<ApiResponse<number, unknown>>,
  { query: _query, ...options }: CallOptions = {},
): Promise<unknown> {
  const { polling, site, signal, interval = 5000, onPoll, told } = watch;
  const answer = await answered;
  const { data, status, headers } = answer;
  if (polling.after?.includes(String(status)) === false) return data;
  const first = polling.isSame ? valueAt(data, polling.state) : undefined;
  const hasLooked = first !== undefined;
  told(first);
  if (hasLooked && isOver(data, watch)) return data;
  const given = Object.entries(polling.from).map(([field, source]) => [field, source({ params, answer })]);
  let wait = interval;
  const grown = (): number => {
    const now = wait;
    wait = Math.max(interval, Math.min(wait * 1.5, longest));
    return now;
  };
  // 202 says that there is nothing yet, any other success that a look is worth while.
  let delay = retryAfterOf(status, headers) ?? (status === 202 || hasLooked ? grown() : 0);
  for (;;) {
    await pause(site, signal, delay);
    delay = grown();
    // The generator has made `from` after what `ask` takes.
    const asked = polling.ask(transport, Object.fromEntries(given) as never, { ...options, signal });
    const looked = await asked.withResponse().catch((error: unknown) => {
      delay = Math.max(delay, patienceFor(error));
    });
    if (looked) {
      const { data: body } = looked;
      delay = Math.max(delay, retryAfterOf(looked.status, looked.headers) ?? 0);
      told(valueAt(body, polling.state));
      onPoll?.(body as never);
      if (isOver(body, watch)) return body;
    }
  }
}

/**
 * How long an error asks to wait that passes by itself, in milliseconds. The call has been sent again as often as it may;
 * a wait has more patience. Throws any other error.
 */
function patienceFor(error: unknown): number {
  const asked = error instanceof ApiError ? error.retryAfter : undefined;
  if (asked === undefined && retryDelay(error, 0, true) === undefined) throw error;
  return asked ?? 0;
}

/** Whether a body says that it is done. Throws a `PollError` where it says that it has failed. */
function isOver(body: unknown, { polling, site }: Watch): boolean {
  const state = textFor(valueAt(body, polling.state));
  const isAmong = (values: readonly unknown[] = []): boolean =>
    values.some((value) => textFor(value) === state);
  if (isAmong(polling.failed)) throw failure(PollError, site, `Ended as ${state}`, "", { body });
  return isAmong(polling.done);
}

/** Does a piece of work that either of two signals may end. Leaves no listener behind. */
async function withEither<T>(
  one: AbortSignal | undefined,
  other: AbortSignal | undefined,
  work: (signal: AbortSignal | undefined) => Promise<T>,
): Promise<T> {
  if (!one || !other) return work(one ?? other);
  const both = new AbortController();
  const signals = [one, other];
  const onAbort = (): void => {
    const ended = signals.find(({ aborted }) => aborted);
    if (ended) both.abort(ended.reason);
  };
  for (const signal of signals) signal.addEventListener("abort", onAbort);
  onAbort();
  try {
    return await work(both.signal);
  } finally {
    for (const signal of signals) signal.removeEventListener("abort", onAbort);
  }
}
