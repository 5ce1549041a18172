import { catalogue } from "./catalogue/catalogue.ts";
import type { Severity } from "./catalogue/catalogue-entry.ts";
import type { Place } from "./location.ts";

/** What a stage returns when it can also complain. */
export interface Outcome<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** Something wrong in one spec, as data: who prints it decides how. */
export interface Diagnostic {
  /** Stable for ever; reads as a sentence. */
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** What is wrong, one sentence. */
  readonly message: string;
  /** What to do about it, one sentence. */
  readonly help: string;
  readonly place: Place;
  /** Whether the fault lies in the value at `place` or in the key that holds it. */
  readonly on: "key" | "value";
  /** Known only where a text could not be parsed: there is no pointer to look the line up by. */
  readonly position?: { readonly line: number; readonly column: number };
  /** Other places that a reader wants to see: the first of two twins. */
  readonly related: readonly Related[];
}

export interface Related {
  readonly message: string;
  readonly place: Place;
}

export type DiagnosticCode = keyof typeof catalogue;
export type DiagnosticParams<C extends DiagnosticCode> = ParamsOf<(typeof catalogue)[C]["message"]> &
  ParamsOf<(typeof catalogue)[C]["help"]>;

/** What a sentence wants to know; anything will do for one that wants nothing. */
type ParamsOf<Sentence extends (params: never) => string> =
  Parameters<Sentence> extends [infer Params] ? Params : unknown;

/** Where a complaint points, beside its place: the key instead of the value, an exact position, other places. */
export type Pointing = Partial<Pick<Diagnostic, "on" | "position" | "related">>;

/** Make a complaint of the catalogue about one place. */
export function diagnostic<C extends DiagnosticCode>(
  code: C,
  place: Place,
  params: DiagnosticParams<C>,
  pointing: Pointing = {},
): Diagnostic {
  const { severity, message, help } = catalogue[code] as {
    severity: Severity;
    message: (params: DiagnosticParams<C>) => string;
    help: (params: DiagnosticParams<C>) => string;
  };
  return {
    code,
    severity,
    message: message(params),
    help: help(params),
    place,
    on: "value",
    related: [],
    ...pointing,
  };
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}
