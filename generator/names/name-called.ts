import type { Diagnostic } from "../diagnostic.ts";
import type { Api } from "../model/api.ts";
import type { Callback, Operation } from "../model/operation.ts";
import { assignNames, type Candidate } from "./assign-names.ts";
import { camelCase, pascalCase } from "./case.ts";
import { clashDiagnostics, type Named, takenDiagnostic } from "./complain.ts";
import type { CallNames } from "./name-operations.ts";
import { type CallbackNames, operationKey, type WebhookNames } from "./names.ts";
import { isReservedType } from "./reserved.ts";

/**
 * Name the types of what the API calls on its user's side: webhooks by what the spec calls them, callbacks after the
 * function that asks for them. A method other than POST is part of the name. They yield to all other names.
 *
 * @param operations the names of the operations, by `operationKey`
 * @param taken every name that the package exports beside these
 */
export function nameCalled(
  api: Api,
  operations: ReadonlyMap<string, CallNames>,
  taken: ReadonlySet<string>,
): {
  readonly webhooks: WebhookNames;
  /** By the `operationKey` of the operation that asks for them. */
  readonly callbacks: ReadonlyMap<string, CallbackNames>;
  readonly diagnostics: readonly Diagnostic[];
} {
  const webhooks = api.webhooks.map((called) => ({ ...wantedByWebhook(called), key: operationKey(called) }));
  const callbacks = api.operations.flatMap((operation) =>
    wantedByCallbacks(operation, operations.get(operationKey(operation))),
  );
  const { names, diagnostics } = assign([...webhooks, ...callbacks], taken);
  const typeOf = ({ spelling, wanted }: Wanted): string => names.get(spelling) ?? wanted;
  const byOperation = new Map<string, Map<string, Map<string, string>>>();
  for (const one of callbacks) {
    const byCallback = byOperation.get(one.operation) ?? new Map<string, Map<string, string>>();
    const types = byCallback.get(one.callback) ?? new Map<string, string>();
    byCallback.set(one.callback, types.set(one.key, typeOf(one)));
    byOperation.set(one.operation, byCallback);
  }
  return {
    webhooks: {
      list: untaken("Webhooks", taken),
      body: untaken("WebhookBody", taken),
      types: new Map(webhooks.map((one) => [one.key, typeOf(one)])),
    },
    callbacks: byOperation,
    diagnostics,
  };
}

/** A type that wants a name. */
interface Wanted extends Named {
  /** Tells it apart from all others. */
  readonly spelling: string;
  readonly wanted: string;
  /** Whether the author's word and the name are spelled alike. */
  readonly isSame: boolean;
  readonly isFixed: boolean;
}

interface WantedByCallback extends Wanted {
  readonly operation: string;
  readonly callback: string;
  readonly key: string;
}

function wantedByWebhook(called: Operation): Wanted {
  const { path, method, name, place } = called;
  const word = name ?? path;
  return {
    called: `webhook "${path}"`,
    place,
    on: "key",
    spelling: `webhook ${operationKey(called)}`,
    wanted: withEnding(name === undefined ? methodWord(method) : "", word, "Webhook"),
    isSame: isSpelledAlike(word),
    isFixed: name !== undefined,
  };
}

function wantedByCallbacks(operation: Operation, names: CallNames | undefined): readonly WantedByCallback[] {
  if (names === undefined) return [];
  return operation.callbacks.flatMap((callback) =>
    callback.operations.map((called) => ({
      ...wantedByCallback(names.function, callback, called),
      operation: operationKey(operation),
      callback: callback.name,
      key: operationKey(called),
    })),
  );
}

function wantedByCallback(asker: string, callback: Callback, called: Operation): Wanted {
  const { name, method, place } = called;
  const lead = pascalCase(asker) + methodWord(method);
  return {
    called: `callback "${callback.name}" of ${asker}`,
    place,
    on: "key",
    spelling: `callback ${JSON.stringify([asker, callback.name, operationKey(called)])}`,
    wanted: withEnding(name === undefined ? lead : "", name ?? callback.name, "Callback"),
    isSame: isSpelledAlike(callback.name),
    isFixed: name !== undefined,
  };
}

/** Nearly all are called with POST, which goes without saying. */
function methodWord(method: string): string {
  return method === "POST" ? "" : pascalCase(method.toLowerCase());
}

function withEnding(lead: string, word: string, ending: string): string {
  const name = lead + pascalCase(word);
  return name.endsWith(ending) ? name : name + ending;
}

function isSpelledAlike(word: string): boolean {
  return word === camelCase(word) || word === pascalCase(word);
}

function assign(
  wanted: readonly Wanted[],
  taken: ReadonlySet<string>,
): { readonly names: ReadonlyMap<string, string>; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const candidates = wanted.map((one): Candidate => {
    const { spelling, isSame, isFixed } = one;
    const target = untaken(one.wanted, taken);
    if (target !== one.wanted) diagnostics.push(takenDiagnostic(one, one.wanted, target));
    return { spelling, target, isSame, isFixed };
  });
  const others = [...taken].map((name) => ({ spelling: name, target: name }));
  const { names, clashes } = assignNames([...others, ...candidates]);
  const named = new Map(wanted.map((one) => [one.spelling, one]));
  return { names, diagnostics: [...diagnostics, ...clashDiagnostics(clashes, named)] };
}

/** Names of the spec keep theirs; these get a mark that no name of the spec ends in. */
function untaken(target: string, taken: ReadonlySet<string>): string {
  let name = target;
  while (taken.has(name) || isReservedType(name)) name += "_";
  return name;
}
