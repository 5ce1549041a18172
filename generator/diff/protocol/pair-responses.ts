import type { Response } from "../../model/operation.ts";

/** A status and a range that holds it, or the other way round. */
export interface RangePair {
  readonly before: readonly Response[];
  readonly after: readonly Response[];
}

export interface PairedResponses {
  /** What stands for what; those of ranges too. */
  readonly kept: readonly (readonly [Response, Response])[];
  /** Statuses that became the range that they belong to. */
  readonly widened: readonly RangePair[];
  /** Ranges that became some of their statuses. */
  readonly narrowed: readonly RangePair[];
  readonly removed: readonly Response[];
  readonly added: readonly Response[];
}

/** Find each response on the other side (OpenAPI 3.1, 4.8.16): by its status, else by a range, else as the default. */
export function pairResponses(before: readonly Response[], after: readonly Response[]): PairedResponses {
  const kept = before.flatMap((was) => {
    const is = sameIn(after, was);
    return is === undefined ? [] : [[was, is] as const];
  });
  const old = new Set(before.filter((one) => !kept.some(([was]) => was === one)));
  const fresh = new Set(after.filter((one) => !kept.some(([, is]) => is === one)));
  const widened = [...fresh].flatMap((range) =>
    pairOf(
      [...old].filter((one) => isIn(range, one)),
      [range],
    ),
  );
  const narrowed = [...old].flatMap((range) =>
    pairOf(
      [range],
      [...fresh].filter((one) => isIn(range, one)),
    ),
  );
  for (const pair of [...widened, ...narrowed])
    for (const was of pair.before)
      for (const is of pair.after) {
        kept.push([was, is]);
        old.delete(was);
        fresh.delete(is);
      }
  // A status goes on under a range that is on both sides.
  for (const was of old) {
    const is = after.find((range) => isIn(range, was)) ?? defaultOf(after, was);
    if (is !== undefined && old.delete(was)) kept.push([was, is]);
  }
  for (const is of fresh) {
    const was = before.find((range) => isIn(range, is));
    if (was !== undefined && fresh.delete(is)) kept.push([was, is]);
  }
  return { kept, widened, narrowed, removed: [...old], added: [...fresh] };
}

export function isSuccess({ status }: Response): boolean {
  return status.startsWith("2");
}

export function isRange({ status }: Response): boolean {
  return /^\dXX$/i.test(status);
}

function sameIn(responses: readonly Response[], { status }: Response): Response | undefined {
  return responses.find((each) => each.status.toUpperCase() === status.toUpperCase());
}

function isIn(range: Response, { status }: Response): boolean {
  return isRange(range) && /^\d{3}$/.test(status) && range.status.startsWith(status.slice(0, 1));
}

/** What `default` holds is an error as far as clients go. */
function defaultOf(responses: readonly Response[], was: Response): Response | undefined {
  return isSuccess(was) ? undefined : responses.find(({ status }) => status === "default");
}

function pairOf(before: readonly Response[], after: readonly Response[]): readonly RangePair[] {
  return before.length === 0 || after.length === 0 ? [] : [{ before, after }];
}
