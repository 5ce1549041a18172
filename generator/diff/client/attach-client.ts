import type { Place } from "../../location.ts";
import type { Change, ClientChange } from "../change.ts";
import { levelRanks, reachedOperation, sentence } from "../tell-change.ts";
import { ruleOf } from "../rules/rules.ts";
import type { SurfaceChange } from "./surface-change.ts";

/** Hang what happens to the generated package under the changes of the spec that it comes from. */
export function attachClient(
  changes: readonly Change[],
  symbols: readonly SurfaceChange[],
): readonly Change[] {
  const found = new Map<Change, ClientChange[]>();
  const alone = new Map<string, SurfaceChange[]>();
  const told = new Set<string>();
  for (const symbol of symbols) {
    const key = `${symbol.symbol} ${symbol.message}`;
    if (told.has(key)) continue;
    told.add(key);
    const cause = causeOf(changes, symbol);
    const root = /^(?:api\.[^.]*|[^.[]*)/.exec(symbol.symbol)?.[0] ?? symbol.symbol;
    if (cause === undefined) alone.set(root, [...(alone.get(root) ?? []), symbol]);
    else found.set(cause, [...(found.get(cause) ?? []), clientChange(symbol)]);
  }
  const attached = changes.map((change) => {
    const client = found.get(change);
    return client === undefined ? change : { ...change, client: [...change.client, ...sorted(client)] };
  });
  return [...attached, ...[...alone].map(([root, all]) => ownChange(root, all))];
}

function clientChange({ symbol, level, message }: SurfaceChange): ClientChange {
  return { symbol, level, message, consumer: [] };
}

function sorted(client: readonly ClientChange[]): readonly ClientChange[] {
  return client.toSorted(
    (a, b) =>
      levelRanks[a.level] - levelRanks[b.level] || (a.symbol < b.symbol ? -1 : Number(a.symbol > b.symbol)),
  );
}

/** What comes from no single edit, such as a name that had to yield to another one. */
function ownChange(root: string, symbols: readonly SurfaceChange[]): Change {
  const code = "client-changed";
  const [first] = symbols;
  const operations = new Set(symbols.flatMap(({ operation }) => operation ?? []));
  const rule = ruleOf(code);
  return {
    id: `${code} ${root}`,
    code,
    level: "info",
    direction: "none",
    operations: [...operations].map((operation) => reachedOperation(operation, "none")),
    schema: first?.schema ?? null,
    message: sentence(rule.message({ subject: `\`${root}\`` })),
    why: rule.why,
    before: first?.before ?? null,
    after: first?.after ?? null,
    witness: null,
    unproved: null,
    suggestion: null,
    accepted: null,
    client: sorted(symbols.map(clientChange)),
  };
}

/** How sure it has to be that a change is the cause. */
const enough = 8;

function causeOf(changes: readonly Change[], symbol: SurfaceChange): Change | undefined {
  let best: Change | undefined;
  let most = enough - 1;
  for (const change of changes) {
    const weight = weightOf(change, symbol);
    if (weight <= most) continue;
    best = change;
    most = weight;
  }
  return best;
}

function weightOf(change: Change, symbol: SurfaceChange): number {
  const near = nearness(change.before, symbol.before) + nearness(change.after, symbol.after);
  const isSchema = symbol.schema !== undefined && change.schema === symbol.schema;
  const { operation, member } = symbol;
  const isReached =
    operation !== undefined &&
    change.operations.some(({ method, path }) => method === operation.method && path === operation.path);
  const isMember = member !== undefined && change.id.split(" ").includes(member);
  if (near === 0 && !isSchema && !isReached) return 0;
  const isWay = change.direction === directionOf(symbol);
  return (
    near +
    (isSchema ? 10 : 0) +
    (isReached ? 5 : 0) +
    (isMember ? 30 : 0) +
    (isWay ? 3 : 0) +
    (2 - levelRanks[change.level])
  );
}

function directionOf({ use }: SurfaceChange): Change["direction"] {
  if (use === undefined) return "none";
  return use === "made" ? "request" : "response";
}

/** How near two places are: the same, one inside the other, or neither. */
function nearness(one: Place | null, other: Place | null): number {
  if (one === null || other === null || one.file !== other.file) return 0;
  if (one.pointer === other.pointer) return 60;
  const depth = one.pointer.split("/").length - other.pointer.split("/").length;
  if (one.pointer.startsWith(`${other.pointer}/`)) return 30 - Math.min(depth, 10);
  return other.pointer.startsWith(`${one.pointer}/`) ? 25 + Math.max(depth, -10) : 0;
}
