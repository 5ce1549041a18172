import { spawn } from "node:child_process";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";

/** What a process cost. */
export interface Cost {
  readonly seconds: number;
  /** Of all its threads, and of the system on its behalf. */
  readonly cpuSeconds: number;
  /** The most memory that it ever held. */
  readonly peakMegabytes: number;
}

export interface MeasuredRun {
  /** Undefined where a signal ended it. */
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
  /** Undefined where it did not live to tell. */
  readonly cost: Cost | undefined;
}

/** Runs inside of the process that is measured, and tells on a pipe of its own what the process cost. */
const teller = `import { writeSync } from "node:fs";
process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeSync(3, JSON.stringify({
    seconds: performance.now() / 1000,
    cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
    peakMegabytes: maxRSS / 1024,
  }));
});`;

/** Run a program of Node to its end, or until the time is up. */
export async function runMeasured(
  words: readonly string[],
  cwd: string,
  timeout: number,
): Promise<MeasuredRun> {
  const watched = ["--import", `data:text/javascript,${encodeURIComponent(teller)}`, ...words];
  const child = spawn(process.execPath, watched, { cwd, timeout, stdio: ["ignore", "pipe", "pipe", "pipe"] });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  const [stdout, stderr, told] = await Promise.all(child.stdio.slice(1).map(readAll));
  return {
    code: (await ended) ?? undefined,
    stdout: stdout ?? "",
    stderr: stderr ?? "",
    cost: told ? (JSON.parse(told) as Cost) : undefined,
  };
}

async function readAll(stream: unknown): Promise<string> {
  return stream instanceof Readable ? text(stream) : "";
}
