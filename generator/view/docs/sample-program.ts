import type { Operation } from "../../model/operation.ts";
import type { ViewContext } from "../view-context.ts";
import { codeBlock } from "./code-text.ts";
import type { OperationEntry } from "./docs-context.ts";
import { exampleParams, givesNothing } from "./example-call.ts";
import { importLine } from "./sample-code.ts";

/** What a program takes from modules: names by the module. */
export type Taken = Readonly<Record<string, readonly string[]>>;

/** A program as a block of code. */
export function programBlock(taken: Taken, lines: readonly string[], types: Taken = {}): string {
  const imports = [...importLines(taken), ...importLines(types, "import type")];
  return codeBlock([...imports, "", ...lines].join("\n"), "ts");
}

function importLines(taken: Taken, word = "import"): readonly string[] {
  return Object.entries(taken).map(([module, names]) => importLine(names.toSorted(byLetters), module, word));
}

/** As people sort names: by their letters whatever their case. */
function byLetters(one: string, other: string): number {
  return one.toLowerCase() < other.toLowerCase() ? -1 : 1;
}

/** A call that reads, needs little, is here to stay and gives something. */
export function easiestCall(
  entries: readonly OperationEntry[],
  views: ViewContext,
): OperationEntry | undefined {
  const cost = (entry: OperationEntry): number => {
    const { method, deprecated } = entry.operation;
    const burden = (method === "GET" ? 0 : 100) + (deprecated === true ? 50 : 0);
    return burden + (givesNothing(entry.operation) ? 20 : 0) + exampleParams(entry, views).size;
  };
  const costs = entries.map((entry) => ({ entry, cost: cost(entry) }));
  return costs.toSorted((a, b) => a.cost - b.cost)[0]?.entry;
}

/** Whether one scheme is enough to call an operation. */
export function suffices(scheme: string, { security }: Operation): boolean {
  return security.some(({ schemes }) => schemes.length === 1 && schemes[0]?.name === scheme);
}
