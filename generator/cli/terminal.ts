/** Where a command speaks: its result goes to stdout, all else to stderr. */
export interface Terminal {
  readonly result: (text: string) => void;
  readonly note: (text: string) => void;
  /** Whether stdout shows colours. */
  readonly colorsResult?: boolean;
  /** How many columns stdout has; absent where it is no terminal. */
  readonly columns?: number;
  /** Whether stderr shows colours. */
  readonly color: boolean;
  /** Whether a person watches stderr as it is written. */
  readonly isWatched: boolean;
}

/** The terminal of this process. Colours only for a person, and not for one who set NO_COLOR. */
export function processTerminal(): Terminal {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", forgiveClosedPipe);
  return {
    result: (text) => void process.stdout.write(text),
    note: (text) => void process.stderr.write(text),
    colorsResult: process.stdout.isTTY && process.stdout.hasColors(),
    ...(process.stdout.isTTY ? { columns: process.stdout.columns } : {}),
    color: process.stderr.isTTY && process.stderr.hasColors(),
    isWatched: process.stderr.isTTY,
  };
}

// `specwright check | head` closes the pipe when it has read enough, which is no fault of anybody.
function forgiveClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}
