import type { Change, ClientChange, Comparison, ConsumerError } from "../change.ts";

/** An error of a program that uses the package, with the line that it stands in. */
export interface UseError extends ConsumerError {
  readonly text: string;
}

/** List each error under the symbol that it is most likely about. */
export function attachErrors(comparison: Comparison, errors: readonly UseError[]): Comparison {
  const symbols = comparison.changes.flatMap(({ client }) => client);
  const found = new Map<ClientChange, ConsumerError[]>();
  for (const error of errors) {
    const symbol = mostLikely(symbols, error);
    if (symbol === undefined) continue;
    const { text: _text, ...told } = error;
    found.set(symbol, [...(found.get(symbol) ?? []), told]);
  }
  const attach = (change: Change): Change => ({
    ...change,
    client: change.client.map((symbol) => ({ ...symbol, consumer: found.get(symbol) ?? symbol.consumer })),
  });
  return { ...comparison, changes: comparison.changes.map(attach) };
}

function mostLikely(symbols: readonly ClientChange[], error: UseError): ClientChange | undefined {
  let [best] = symbols;
  let most = 0;
  for (const symbol of symbols) {
    const weight = weightOf(symbol, error);
    if (weight <= most) continue;
    best = symbol;
    most = weight;
  }
  return best;
}

/** How much of a symbol an error and its line speak of; what stands right at the error counts most. */
function weightOf({ symbol }: ClientChange, { message, text, column }: UseError): number {
  const parts = symbol.split(/[.[\]"()]+/).filter((part) => part !== "" && part !== "api");
  const [root = ""] = parts;
  const last = parts.at(-1) ?? root;
  const here = /^[\w$]+/.exec(text.slice(column - 1))?.[0];
  const isCall = symbol.startsWith("api.");
  return (
    (here === last ? 4 : 0) +
    (isWordIn(last, message) ? 4 : 0) +
    (isWordIn(root, message) ? 2 : 0) +
    (isCall && isWordIn(last, text) ? 2 : 0) +
    (isWordIn(callOf(root), text) ? 2 : 0)
  );
}

/** The call that a type belongs to: `GetOrderParams` to `getOrder`. */
function callOf(type: string): string {
  const name = type.replace(/(?:Params|Result|Response)$/, "");
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}

function isWordIn(word: string, text: string): boolean {
  return (
    word !== "" &&
    new RegExp(String.raw`(?<![\w$])${word.replaceAll(/[^\w]/g, String.raw`\$&`)}(?![\w$])`).test(text)
  );
}
