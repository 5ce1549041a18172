import type { Trial } from "./try-spec.ts";

const head = [
  "spec",
  "generated",
  "compiled",
  "operations",
  "models",
  "files",
  "warnings",
  "seconds",
  "CPU seconds",
  "peak MB",
];

/** The trials as a table in Markdown, and how many of them went well. */
export function printTable(trials: readonly Trial[]): string {
  const ruler = head.map((_, index) => (index < 3 ? "---" : "--:"));
  const good = trials.filter(({ failures }) => failures.length === 0);
  const clean = good.filter(({ faults }) => faults?.length === 0);
  return [
    line(head),
    line(ruler),
    ...trials.map((trial) => line(cells(trial))),
    "",
    `${trials.length} specs: ${good.length} generated, ${clean.length} of these compiled.`,
  ].join("\n");
}

function cells({ name, failures, faults, run, ...counts }: Trial): readonly string[] {
  const { seconds, cpuSeconds, peakMegabytes } = run.cost ?? {};
  return [
    name,
    failures.length === 0 ? "yes" : `no: ${failures.join(", ")}`,
    faults === undefined ? "" : faults.length === 0 ? "yes" : `no: ${faults.length} faults`,
    ...[counts.operations, counts.models, counts.files, counts.warnings].map(String),
    seconds?.toFixed(1) ?? "",
    cpuSeconds?.toFixed(1) ?? "",
    peakMegabytes?.toFixed(0) ?? "",
  ];
}

function line(texts: readonly string[]): string {
  return `| ${texts.map((text) => text.replaceAll("|", "\\|")).join(" | ")} |`;
}
