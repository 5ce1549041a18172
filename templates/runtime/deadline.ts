import type { Site } from "./error-message.js";
import { failure } from "./error-message.js";
import type { SdkError } from "./errors.js";
import { AbortError, TimeoutError } from "./errors.js";

/**
 * Does a piece of work that the caller's signal or the time (in milliseconds) may end, whether or not the
 * work listens to the signal it is handed; without work it resolves when the time is over. Rejects with an
 * `AbortError`, a `TimeoutError`, or as the work does. Leaves no timer and no listener behind, as
 * `AbortSignal.any` would on a signal that outlives the call.
 */
export function withDeadline<T>(
  site: Site,
  caller: AbortSignal | undefined,
  timeout: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T>;
export function withDeadline(site: Site, caller: AbortSignal | undefined, timeout: number): Promise<void>;
export function withDeadline(
  site: Site,
  caller: AbortSignal | undefined,
  timeout: number,
  work?: (signal: AbortSignal) => Promise<unknown>,
): Promise<unknown> {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let onAbort: () => void;
  return new Promise<unknown>((resolve, reject) => {
    const end = (kind: typeof SdkError, happened: string, cause?: unknown): void => {
      const error = failure(kind, site, happened, "", { cause });
      reject(error);
      controller.abort(error);
    };
    onAbort = () => end(AbortError, "Aborted", caller?.reason);
    if (caller?.aborted) return onAbort();
    caller?.addEventListener("abort", onAbort);
    if (!work) timer = setTimeout(resolve, timeout);
    // Timers hold 31 bits; a longer wait would end at once.
    else if (timeout > 0 && timeout < 2 ** 31) {
      timer = setTimeout(() => end(TimeoutError, `No whole answer within ${timeout} ms`), timeout);
    }
    work?.(controller.signal).then(resolve, reject);
  }).finally(() => {
    clearTimeout(timer);
    caller?.removeEventListener("abort", onAbort);
  });
}

/** Waits that many milliseconds, unless the caller's signal ends it with an `AbortError`. */
export function pause(site: Site, caller: AbortSignal | undefined, milliseconds: number): Promise<void> {
  return withDeadline(site, caller, milliseconds);
}
