import type { Terminal } from "./terminal.ts";

/** Tells a person who waits what is being done. */
export interface Progress {
  readonly onStage: (stage: string) => void;
  /** Takes back what was said, when the work is done. */
  readonly clear: () => void;
}

const patience = 1_000;
const clearLine = "\r\u001b[2K";

/**
 * One line on a watched stderr, once the work has taken a second; nothing where nobody watches.
 *
 * @param now the time in milliseconds
 */
export function openProgress({ isWatched, note }: Terminal, now: () => number): Progress {
  const start = now();
  let isShown = false;
  return {
    onStage: (stage) => {
      if (!isWatched || now() - start < patience) return;
      isShown = true;
      note(`${clearLine}specwright: ${stage} …`);
    },
    clear: () => {
      if (isShown) note(clearLine);
      isShown = false;
    },
  };
}
