import { reasonOf } from "./error-message.js";
import { ApiError, ConnectionError } from "./errors.js";

/** Longer than anybody waits without being told, in milliseconds. */
const longest = 60_000;

/**
 * What passes by itself: statuses (with the wait they ask for), and answers that got lost (with what the runtime says),
 * unless they were sent around in circles.
 */
const passing = /^(40[89]|429|5(?!01)|lost(?!.*redirect))/;

/** What says that nothing is done. */
const undone = /^(429|503 \d|lost.*(refused|notfound|eai_again|dns error|connect_t))/i;

/**
 * How long to wait, in milliseconds, before a call is sent again that ended in an error; `undefined` where it
 * must not be. `attempt` counts from 0. A call that may do its work twice (`isSafe` is false) goes out again only
 * where the server cannot have begun.
 */
export function retryDelay(error: unknown, attempt: number, isSafe: boolean): number | undefined {
  let asked: number | undefined;
  let what = "";
  if (error instanceof ApiError) {
    asked = error.retryAfter;
    what = `${error.status} ${asked}`;
  } else if (error instanceof ConnectionError) what = `lost ${reasonOf(error.cause)}`;
  if (!(isSafe ? passing : undone).test(what)) return undefined;
  asked ??= Math.min(500 * 2 ** attempt, 8000) * (1 - Math.random() / 4);
  return asked > longest ? undefined : asked;
}

/**
 * How long the server asks to wait, in milliseconds: `Retry-After` in seconds or as a date (RFC 9110 section
 * 10.2.3), else, where it has counted too many calls, the header that says when it counts anew.
 */
export function retryAfterOf(status: number, headers: Headers): number | undefined {
  let asked = headers.get("retry-after");
  if (!asked && status === 429) {
    headers.forEach((value, name) => {
      if (/rate-?limit-reset$/.test(name)) asked = value;
    });
  }
  if (!asked) return undefined;
  const number = Number(asked);
  const now = Date.now();
  // Seconds from now, or, of some servers, since 1970.
  const at = number >= 0 ? number * 1000 + (number > 1e9 ? 0 : now) : Date.parse(asked);
  // A time gone by is a clock that goes wrong, or no time at all.
  return at >= now ? at - now : undefined;
}
