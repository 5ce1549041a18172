// Ways from page to page by a parameter of the call, each on its own so that only those who need it carry it.
import { markOnce } from "./paging.js";
import type { NextPage, Page, PageCall } from "./paging.js";
import { textFor, valueAt } from "./value-at.js";
import type { Path } from "./value-at.js";

/** Where a page says how much there is. */
export interface Ends {
  /** How many items there are on all pages together. */
  readonly total?: Path;
  /** Whether there are more. */
  readonly more?: Path;
}

/** Pages by their number. The last is the one that the answer says, or an empty one. */
export function byPage({
  field,
  start = 1,
  number,
  pages,
  total,
  more,
}: Ends & {
  /** In the caller's object. */
  readonly field: string;
  /** The number of the first page. */
  readonly start?: number;
  /** Where a page says its own number. */
  readonly number?: Path;
  /** Where a page says how many there are. */
  readonly pages?: Path;
}): NextPage {
  return (page) => {
    const { data, items, index, count, params, first } = page;
    const given = first.params[field];
    // Servers that count from 0 say so in their first page.
    const here = numberOf(params[field]) ?? (number && numberOf(valueAt(data, number))) ?? start;
    // How many pages there have been, those before the caller's own included.
    const past = given == null ? index + 1 : here - start + 1;
    const last = pages && numberOf(valueAt(data, pages));
    if (items.length === 0 || saysEnd(page, more) || (last !== undefined && past >= last)) return undefined;
    const all = total && numberOf(valueAt(data, total));
    // From somewhere in the middle nobody knows how many items there were before.
    const isWhole = given == null || numberOf(given) === start;
    if (all !== undefined && isWhole && count >= all) return undefined;
    markBody(page);
    return withParameter(page, field, here + 1);
  };
}

/** Pages by how many items come before them. The last is the one that the answer says, or an empty one. */
export function byOffset({
  field,
  total,
  more,
}: Ends & {
  /** In the caller's object. */
  readonly field: string;
}): NextPage {
  return (page) => {
    const { data, items, params } = page;
    const next = (numberOf(params[field]) ?? 0) + items.length;
    const all = total && numberOf(valueAt(data, total));
    if (items.length === 0 || saysEnd(page, more) || (all !== undefined && next >= all)) return undefined;
    markBody(page);
    return withParameter(page, field, next);
  };
}

/** Pages by a cursor that each of them gives for the one after it. The last gives none. */
export function byCursor({
  field,
  next,
  last,
  more,
}: Pick<Ends, "more"> & {
  /** In the caller's object. */
  readonly field: string;
  /** Where a page says it. */
  readonly next?: Path;
  /** Where the last item of a page says it. */
  readonly last?: Path;
}): NextPage {
  return (page) => {
    const { data, items, params, index } = page;
    const cursor = next ? valueAt(data, next) : valueAt(items.at(-1), last ?? []);
    if (!cursor || saysEnd(page, more)) return undefined;
    const given = params[field];
    if (index === 0 && given != null) markOnce(page, "cursor", textFor(given));
    markOnce(page, "cursor", textFor(cursor));
    return withParameter(page, field, cursor);
  };
}

function saysEnd({ data }: Page, more: Path | undefined): boolean {
  return more !== undefined && valueAt(data, more) === false;
}

function withParameter(
  { transport, operation, params, options }: Page,
  field: string,
  value: unknown,
): PageCall {
  return { transport, operation, params: { ...params, [field]: value }, options };
}

/** A server that does not know the parameter gives the first page for ever. */
function markBody(page: Page): void {
  const text = textFor(page.data);
  const isSame = page.seen.has(text);
  // One text is enough to tell, and all of them would be the whole list.
  if (!isSame) page.seen.clear();
  markOnce(page, "page", text);
}

/** A number, also one that is written as text. */
function numberOf(value: unknown): number | undefined {
  const number = typeof value === "number" || typeof value === "bigint" || value ? Number(value) : NaN;
  return Number.isFinite(number) ? number : undefined;
}
