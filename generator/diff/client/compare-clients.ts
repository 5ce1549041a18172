import type { ClientPairs } from "./client-pairs.ts";
import { compareCall, type CallPair, renamedFields } from "./compare-call.ts";
import { compareTypes, type Spot, type TypeComparison } from "./compare-types.ts";
import { openRelation } from "./open-relation.ts";
import { pairTypes } from "./pair-types.ts";
import { openSameness } from "./open-sameness.ts";
import type { DeclaredType, Surface } from "./surface.ts";
import type { NoteSymbol, SurfaceChange } from "./surface-change.ts";
import type { TsType } from "./ts-type.ts";

/**
 * What happens to programs that were compiled with the old package when they get the new one: all that TypeScript
 * would complain of, by the names of the package.
 */
export function compareClients(
  before: Surface,
  after: Surface,
  pairs: ClientPairs,
): readonly SurfaceChange[] {
  const changes: SurfaceChange[] = [];
  const note: NoteSymbol = (change) => changes.push(change);
  const paired = pairTypes(before, after, pairs);
  const isPaired = (old: string, now: string): boolean => paired.get(old) === now;
  const common = { before, after, isPaired, note };
  const made: TypeComparison = {
    ...common,
    use: "made",
    seen: new Set(),
    relation: openRelation(before, after, isPaired),
  };
  const read: TypeComparison = {
    ...common,
    use: "read",
    seen: new Set(),
    relation: openRelation(after, before, (now, old) => isPaired(old, now), true),
  };
  const calls = callPairs(before, after, pairs);
  const told = new Set<string>();
  const isSame = openSameness(before, after, pairs.isSame);
  for (const pair of calls) compareCall({ read, told, isSame }, pair);
  noteGroups(before, after, calls, note);
  for (const type of before.types.values()) {
    const now = after.types.get(paired.get(type.name) ?? "");
    if (now === undefined) noteLost(type, told, note);
    else {
      if (now.name !== type.name && !told.has(type.name)) noteRenamed(type, now, note);
      if (!isSame(type.subject, now.subject)) compareDeclared({ made, read }, type, now, calls);
    }
  }
  return changes;
}

function callPairs(before: Surface, after: Surface, { operations }: ClientPairs): readonly CallPair[] {
  const pairs = new Map(operations.map((pair) => [pair.before, pair.after]));
  const fresh = new Map(after.calls.map((call) => [call.operation, call]));
  return before.calls.map((call) => {
    const operation = pairs.get(call.operation);
    return { before: call, after: operation && fresh.get(operation) };
  });
}

/** A property of the client that is gone though some of its calls are there, or the type of one. */
function noteGroups(before: Surface, after: Surface, calls: readonly CallPair[], note: NoteSymbol): void {
  for (const [property, type] of before.groups) {
    const now = after.groups.get(property);
    if (now === type) continue;
    const own = calls.filter((call) => call.before.names.group === property);
    const moved = own.find((call) => call.after !== undefined);
    const other = moved?.after?.names.group ?? "";
    const symbol = now === undefined ? `api.${property}` : type;
    note({
      symbol,
      level: "breaking",
      message:
        now !== undefined
          ? `is now called ${now}`
          : moved === undefined
            ? `is gone, and the type ${type}`
            : `is now \`api.${other}\`, and its type ${after.groups.get(other) ?? other}`,
      before: (moved ?? own[0])?.before.operation.place ?? null,
      after: moved?.after?.operation.place ?? null,
      schema: undefined,
      operation: (moved ?? own[0])?.before.operation,
      member: undefined,
      use: undefined,
    });
  }
}

function noteLost({ name, origin }: DeclaredType, told: ReadonlySet<string>, note: NoteSymbol): void {
  if (told.has(name)) return;
  const { schema, operation } = origin;
  note({
    symbol: name,
    level: "breaking",
    message: "is gone",
    before: origin.place,
    after: null,
    schema,
    operation,
    member: undefined,
    use: undefined,
  });
}

function noteRenamed({ name, origin }: DeclaredType, now: DeclaredType, note: NoteSymbol): void {
  const { schema, operation } = origin;
  note({
    symbol: name,
    level: "breaking",
    message: `is now called ${now.name}`,
    before: origin.place,
    after: now.origin.place,
    schema,
    operation,
    member: undefined,
    use: undefined,
  });
}

interface Comparisons {
  readonly made: TypeComparison;
  readonly read: TypeComparison;
}

function compareDeclared(
  { made, read }: Comparisons,
  was: DeclaredType,
  is: DeclaredType,
  calls: readonly CallPair[],
): void {
  const call = calls.find(({ before }) => before.names.params === was.name);
  const renamed = call === undefined ? new Map<string, string>() : renamedFields(call);
  const spot: Spot = { symbol: was.name, before: was.origin, after: is.origin, renamed };
  compareValues(made, spot, was, is);
  if (was.text() === is.text()) return;
  if (was.isCalled === true) {
    const isAnswer = (name: string): boolean => name === "answer";
    const others = (type: DeclaredType): TsType => withOnly(type.type(), (name) => !isAnswer(name));
    compareTypes(read, spot, others(was), others(is));
    compareTypes(made, spot, withOnly(was.type(), isAnswer), withOnly(is.type(), isAnswer));
    return;
  }
  if (was.made) compareTypes(made, spot, was.type(), is.type());
  if (was.read && was.type().kind !== "void") compareTypes(read, spot, was.type(), is.type());
}

function withOnly(type: TsType, isWanted: (name: string) => boolean): TsType {
  if (type.kind !== "object") return type;
  return { ...type, members: new Map([...type.members].filter(([name]) => isWanted(name))) };
}

/** The constant beside an enum. */
function compareValues({ note }: TypeComparison, spot: Spot, was: DeclaredType, is: DeclaredType): void {
  const [old, fresh] = [was.values(), is.values()];
  if (old === undefined) return;
  const tell = (symbol: string, message: string): void =>
    note({
      symbol,
      level: "breaking",
      message,
      before: spot.before.place,
      after: spot.after.place,
      schema: spot.before.schema,
      operation: spot.before.operation,
      member: undefined,
      use: undefined,
    });
  if (fresh === undefined) return tell(was.name, "lists no values any more");
  for (const [key, text] of old) {
    const now = fresh.get(key);
    const symbol = /^["[]/.test(key) ? `${was.name}[${key}]` : `${was.name}.${key}`;
    if (now === undefined) tell(symbol, "is gone");
    else if (now !== text) tell(symbol, `is now ${now}`);
  }
}
