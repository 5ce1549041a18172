import type { Config } from "../config/config.ts";
import type { Outcome } from "../diagnostic.ts";
import type { ReadText, SpecDocument } from "../load/document.ts";
import type { Api } from "../model/api.ts";
import type { TextFile } from "../render/text-file.ts";

/** What the pipeline reads: text, and no disk. */
export interface Sources {
  readonly entry: string;
  readonly read: ReadText;
  readonly templates: ReadonlyMap<string, string>;
  readonly config: Config;
  readonly formatCache: FormatCache;
}

export interface FormatCache {
  lookup(path: string, raw: string): string | undefined;
  store(path: string, raw: string, formatted: string): void;
}

export interface OperationSummary {
  readonly operationId: string | undefined;
  readonly function: string;
  readonly group: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly { readonly in: string; readonly name: string; readonly field: string }[];
}

export interface Generated {
  readonly document: SpecDocument | undefined;
  readonly api: Api | undefined;
  readonly files: readonly TextFile[];
  readonly operations: readonly OperationSummary[];
  /** For `inspect views`. */
  readonly pages?: unknown;
  /** For `inspect names`. */
  readonly names?: unknown;
}

/** The pipeline, as the commands use it. Loaded when a command runs, so that `--help` costs nothing. */
export interface Engine {
  generate(sources: Sources): Promise<Outcome<Generated>>;
}
