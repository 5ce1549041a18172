import type { ParameterPlace } from "./operation.ts";
import type { Shape } from "./shape.ts";

/** The names that lead to a value inside an answer; none for the whole of it. */
export type ValuePath = readonly string[];

/** How an operation gives a list in pages. */
export interface Paging {
  /** Where the items of a page stand in its answer. */
  readonly items: ValuePath;
  readonly item: Shape;
  readonly way: PagingWay;
}

/** What leads from one page to the next. */
export type PagingWay =
  | { readonly style: "nextUri"; readonly next: ValuePath }
  | { readonly style: "link" }
  | ({
      readonly style: "page";
      readonly parameter: PagingParameter;
      /** The number of the first page. */
      readonly start: number;
      /** Where a page says its own number, and how many there are. */
      readonly number?: ValuePath;
      readonly pages?: ValuePath;
    } & PagingEnds)
  | ({ readonly style: "offset"; readonly parameter: PagingParameter } & PagingEnds)
  | ({
      readonly style: "cursor";
      readonly parameter: PagingParameter;
      /** Where the page gives the cursor of the one after it. */
      readonly next?: ValuePath;
      /** Where the last item gives it, if the page does not. */
      readonly last?: ValuePath;
    } & Pick<PagingEnds, "more">);

/** Where a page says how much there is. */
export interface PagingEnds {
  /** How many items there are on all pages together. */
  readonly total?: ValuePath;
  /** Whether there are more. */
  readonly more?: ValuePath;
}

/** The parameter that asks for another page. */
export interface PagingParameter {
  readonly in: ParameterPlace;
  readonly name: string;
}

/** How an operation pages, or what is wrong with what its author says about it; neither where it gives no pages. */
export interface PagingFinding {
  readonly paging?: Paging;
  /** The field of `x-pagination` that is wrong, empty for all of it, and why. */
  readonly fault?: { readonly field: string; readonly why: string };
}
