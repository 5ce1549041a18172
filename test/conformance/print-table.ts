import { kinds } from "../schema/kinds.ts";
import type { Fidelity } from "./fidelity.ts";
import type { Trial } from "./try-spec.ts";

const head = [
  "spec",
  "generated",
  "compiled",
  "fidelity",
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
  const ruler = head.map((_, index) => (index < 4 ? "---" : "--:"));
  const good = trials.filter(({ failures }) => failures.length === 0);
  const clean = good.filter(({ faults }) => faults?.length === 0);
  return [
    line(head),
    line(ruler),
    ...trials.map((trial) => line(cells(trial))),
    "",
    `${trials.length} specs: ${good.length} generated, ${clean.length} of these compiled.`,
    ...trials.flatMap(({ name, fidelity }) =>
      (fidelity?.unexplained ?? []).map((what) => `Unexplained in ${name}: ${what}.`),
    ),
    ...legend(trials),
  ].join("\n");
}

/** What the listed kinds are. */
function legend(trials: readonly Trial[]): readonly string[] {
  const met = new Set(
    trials.flatMap(({ fidelity }) => [...(fidelity?.listed.keys() ?? [])]).flatMap((key) => key.split(" + ")),
  );
  const told = new Map(kinds.map(({ name, reason }) => [name, reason]));
  return [...told].filter(([name]) => met.has(name)).map(([name, reason]) => `${name}: ${reason}.`);
}

/** Models whose types fit both ways, of all that were compared; and the others by what they differ in. */
function fidelityText({ compared, held, listed, unexplained }: Fidelity): string {
  const counts = [...listed].sort(([, a], [, b]) => b - a);
  const sum = counts.reduce((total, [, count]) => total + count, 0);
  const known = counts.map(([name, count]) => `${name} ${count}`).join(", ");
  const told = sum === 0 ? "" : ` (${sum} listed: ${known})`;
  const open = unexplained.length === 0 ? "" : `, ${unexplained.length} UNEXPLAINED`;
  return `${held}/${compared}${told}${open}`;
}

function cells({ name, failures, faults, fidelity, run, ...counts }: Trial): readonly string[] {
  const { seconds, cpuSeconds, peakMegabytes } = run.cost ?? {};
  return [
    name,
    failures.length === 0 ? "yes" : `no: ${failures.join(", ")}`,
    faults === undefined ? "" : faults.length === 0 ? "yes" : `no: ${faults.length} faults`,
    fidelity === undefined ? "" : fidelityText(fidelity),
    ...[counts.operations, counts.models, counts.files, counts.warnings].map(String),
    seconds?.toFixed(1) ?? "",
    cpuSeconds?.toFixed(1) ?? "",
    peakMegabytes?.toFixed(0) ?? "",
  ];
}

function line(texts: readonly string[]): string {
  return `| ${texts.map((text) => text.replaceAll("|", "\\|")).join(" | ")} |`;
}
