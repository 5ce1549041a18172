import type { Outcome } from "../diagnostic.ts";
import type { Generated as Made, Sources } from "../generate.ts";

/** What the commands look at of what the pipeline made. */
export interface Generated extends Pick<Made, "document" | "api" | "files" | "operations"> {
  /** For `inspect views`. */
  readonly pages?: unknown;
  /** For `inspect names`. */
  readonly names?: unknown;
}

/** The pipeline, as the commands use it. Loaded when a command runs, so that `--help` costs nothing. */
export interface Engine {
  generate(sources: Sources): Promise<Outcome<Generated>>;
}
