import type { Engine } from "./engine.ts";
import type { Terminal } from "./terminal.ts";

/** What a command is run with, beside its flags. */
export interface Shell {
  readonly terminal: Terminal;
  /** Loads the pipeline; called only by commands that need it. */
  readonly loadEngine: () => Promise<Engine>;
  /** Milliseconds to wait for another run that writes the same folder. */
  readonly patience: number;
  /** Told of each file and folder of a project before it is read, by its absolute path; the file may be missing. */
  readonly onRead?: (path: string) => void;
}
