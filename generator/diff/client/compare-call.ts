import { type OperationNames, parameterKey } from "../../names/names.ts";
import { pathNames } from "../protocol/pair-operations.ts";
import { compareTypes, type TypeComparison } from "./compare-types.ts";
import type { IsSameSubject } from "./open-sameness.ts";
import type { ClientCall } from "./surface.ts";

/** A call of the old package, and what has become of it; undefined where it is gone. */
export interface CallPair {
  readonly before: ClientCall;
  readonly after: ClientCall | undefined;
}

interface CallComparison {
  readonly read: TypeComparison;
  /** The names of types about which nothing more needs to be said. */
  readonly told: Set<string>;
  readonly isSame: IsSameSubject;
}

/** Tell what happens to one call: its name, whether it needs parameters, what its promise is. */
export function compareCall({ read, told, isSame }: CallComparison, { before, after }: CallPair): void {
  const { operation, names } = before;
  const symbol = callName(names);
  const tell = (message: string): void =>
    read.note({
      symbol,
      level: "breaking",
      message,
      before: operation.place,
      after: after?.operation.place ?? null,
      schema: undefined,
      operation,
      member: undefined,
      use: undefined,
    });
  if (after === undefined) {
    for (const name of typesOf(names)) told.add(name);
    return tell("is gone");
  }
  const now = after.names;
  const isGroupGone = !read.after.groups.has(names.group);
  if (now.function !== names.function) {
    for (const name of typesOf(names)) told.add(name);
    tell(`is now \`${callName(now)}\`, and its types are called after it`);
  } else if (now.group !== names.group && !isGroupGone) tell(`is now \`${callName(now)}\``);
  if (before.isOptional && !after.isOptional) tell("cannot be called without parameters any more");
  if (isSame(operation, after.operation)) return;
  comparePromises(read, { before, after }, tell);
}

/** How a program calls an operation. */
export function callName({ group, function: name }: OperationNames): string {
  return `api.${group}.${name}`;
}

function typesOf({ params, result, response, callbacks }: OperationNames): readonly string[] {
  return [params, result, response, ...[...callbacks.values()].flatMap((types) => [...types.values()])];
}

const lostWords: Readonly<Record<string, string>> = {
  PagePromise: "does not go on to further pages any more",
  PollPromise: "does not wait for the end any more",
};

/** Pages and ends are more than an answer; what an item or the end is stands in no type with a name. */
function comparePromises(
  read: TypeComparison,
  { before, after }: { readonly before: ClientCall; readonly after: ClientCall },
  tell: (message: string) => void,
): void {
  const [was, is] = [before.promise(), after.promise()];
  if (was.kind !== "name" || is.kind !== "name") return;
  const lost = lostWords[was.name];
  if (lost === undefined) return;
  if (is.name !== was.name) return tell(lost);
  const [old, now] = [was.args[1], is.args[1]];
  if (old === undefined || now === undefined) return;
  const name = callName(before.names);
  const symbol = was.name === "PagePromise" ? `${name}()[item]` : `${name}().result()`;
  const origins = { before: { place: before.operation.place }, after: { place: after.operation.place } };
  compareTypes(read, { symbol, ...origins }, old, now);
}

/** New names of the fields of a call that stand for the same part of the path, by the old ones. */
export function renamedFields({ before, after }: CallPair): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>();
  if (after === undefined) return renamed;
  const fresh = pathNames(after.operation.path);
  const old = new Set(before.names.fields.values());
  for (const [index, name] of pathNames(before.operation.path).entries()) {
    const was = before.names.fields.get(parameterKey({ in: "path", name }));
    const is = after.names.fields.get(parameterKey({ in: "path", name: fresh[index] ?? "" }));
    const isKept = [...after.names.fields.values()].includes(was ?? "");
    if (was !== undefined && is !== undefined && was !== is && !old.has(is) && !isKept) renamed.set(was, is);
  }
  return renamed;
}
