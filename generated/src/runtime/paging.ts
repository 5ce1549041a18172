// Part of the runtime that specwright ships with each client. Do not edit.
import type { ApiPromise, ApiResponse } from "./api-promise.js";
import { failure } from "./error-message.js";
import { AbortError, SdkError } from "./errors.js";
import type { Operation } from "./operation.js";
import type { CallOptions } from "./options.js";
import { call } from "./transport.js";
import type { Transport } from "./transport.js";
import { valueAt } from "./value-at.js";
import type { Path } from "./value-at.js";

/**
 * A call whose answer is a page of a list: the promise of that page, and a way to all that follow, which are asked for
 * as they are needed: `for await (const item of call)`.
 */
export interface PagePromise<T, Item, R extends ApiResponse<number, T> = ApiResponse<number, T>>
  extends ApiPromise<T, R>, AsyncIterable<Item> {
  /** The pages as they come, this one first. */
  pages(): AsyncIterable<T>;
  /** The items of all pages, or as many as `limit` says; no page is asked for beyond these. */
  toArray(options?: { readonly limit?: number | undefined }): Promise<Item[]>;
}

/** What a page is asked for with. */
export interface PageCall {
  readonly transport: Transport;
  readonly operation: Operation;
  readonly params: Readonly<Record<string, unknown>>;
  readonly options: CallOptions;
}

/** A page, and what it was asked for with. */
export interface Page extends PageCall {
  readonly data: unknown;
  readonly headers: Headers;
  readonly items: readonly unknown[];
  /** Counts from 0, from the page of the caller's own call. */
  readonly index: number;
  /** How many items there have been with this page. */
  readonly count: number;
  /** What the caller's own call was made with. */
  readonly first: PageCall;
  /** Marks of the pages so far, by which a circle is found. */
  readonly seen: Set<string>;
}

/** How to ask for the page after this one; `undefined` after the last. */
export type NextPage = (page: Page) => PageCall | undefined;

/** How an operation pages. */
export interface Paging {
  /** Where the list stands in a page. */
  readonly items: Path;
  readonly next: NextPage;
}

/** Calls an operation that pages. The first page is asked for at once. */
export function callPages<T, Item, R extends ApiResponse<number, T>>(
  transport: Transport,
  operation: Operation,
  params: object | undefined,
  options: CallOptions | undefined,
  paging: Paging,
): PagePromise<T, Item, R> {
  const promise = call<T, R>(transport, operation, params, options);
  const first: PageCall = { transport, operation, params: { ...params }, options: { ...options } };
  const read = (): AsyncGenerator<Page> => pagesFrom(promise.withResponse(), first, paging);

  async function* pages(): AsyncGenerator<T> {
    // What an answer holds is the spec's word, and the only proof of it.
    for await (const { data } of read()) yield data as T;
  }

  async function* items(): AsyncGenerator<Item> {
    for await (const page of read()) {
      for (const item of page.items) {
        throwIfAborted(first);
        yield item as Item;
      }
    }
  }

  return Object.assign(promise, {
    pages,
    async toArray({ limit = Infinity }: { readonly limit?: number | undefined } = {}): Promise<Item[]> {
      const found: Item[] = [];
      for await (const page of read()) {
        for (const item of page.items) if (found.length < limit) found.push(item as Item);
        if (found.length >= limit) break;
      }
      return found;
    },
    [Symbol.asyncIterator]: items,
  });
}

async function* pagesFrom(
  answered: Promise<ApiResponse<number, unknown>>,
  first: PageCall,
  paging: Paging,
): AsyncGenerator<Page> {
  const seen = new Set<string>();
  let asked: PageCall | undefined = first;
  let answer = await answered;
  for (let index = 0, count = 0; asked; index++) {
    const { data, headers } = answer;
    const list = valueAt(data, paging.items);
    const items: readonly unknown[] = Array.isArray(list) ? list : [];
    count += items.length;
    const page: Page = { ...asked, data, headers, items, index, count, first, seen };
    yield page;
    throwIfAborted(first);
    asked = paging.next(page);
    if (asked)
      answer = await call(asked.transport, asked.operation, asked.params, asked.options).withResponse();
  }
}

function throwIfAborted({ operation, options: { signal } }: PageCall): void {
  if (signal?.aborted) throw failure(AbortError, operation, "Aborted", "", { cause: signal.reason });
}

/** Marks the way to a page. Throws an `SdkError` where it has been taken before: the pages would never end. */
export function markOnce({ seen, operation }: Page, what: string, mark: string): void {
  if (seen.has(mark)) {
    throw failure(SdkError, operation, `The pages go in a circle: the server gave the same ${what} twice`);
  }
  seen.add(mark);
}
