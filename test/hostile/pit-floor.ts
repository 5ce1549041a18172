// The thread of a pit: sends each spec that it is given through the whole pipeline.
import { parentPort, workerData } from "node:worker_threads";
import { defaultConfig } from "../../generator/config/config.ts";
import { readTree } from "../../generator/disk.ts";
import { generate } from "../../generator/generate.ts";
import type { Blast, Charge } from "./pit.ts";

const templates = readTree(String(workerData));

parentPort?.on("message", ({ texts, config }: Charge) => {
  const [entry = ""] = Object.keys(texts);
  const before = process.cpuUsage();
  void generate({
    entry,
    read: (file) => (Object.hasOwn(texts, file) ? texts[file] : undefined),
    templates,
    config: { ...defaultConfig, ...config },
    formatCache: { lookup: () => undefined, store: () => undefined },
  }).then(({ value: { files }, diagnostics }) => {
    const { user, system } = process.cpuUsage(before);
    const blast: Blast = {
      codes: [...new Set(diagnostics.map(({ code }) => code))].sort(),
      paths: files.map(({ path }) => path),
      length: files.reduce((sum, { text }) => sum + text.length, 0),
      seconds: (user + system) / 1_000_000,
    };
    return parentPort?.postMessage(blast, []);
  });
});
