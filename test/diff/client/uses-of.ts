import ts from "typescript";

/** A line of a program that uses a package. */
export interface Use {
  /** What of the package it uses; empty for what uses several things at once. */
  readonly root: string;
  readonly code: string;
}

type Uses = ReadonlyMap<string, { readonly made: boolean; readonly read: boolean }>;

const head = [
  'import type * as Old from "./before/src/index.js";',
  'import type * as New from "./after/src/index.js";',
  'import * as OldValues from "./before/src/index.js";',
  'import * as NewValues from "./after/src/index.js";',
  "declare const transport: New.Transport;",
  "declare const api: New.Client;",
  "declare function some<T>(): T;",
  "type Scalar = string | number | boolean | bigint | null | undefined | readonly unknown[];",
  "type Bare<T> = Exclude<T, Scalar>;",
  "declare function bare<T>(value: T): Bare<T>;",
  // Nobody looks at what an answer holds that promised to hold nothing.
  "type Seen<T> = T extends New.ApiResponse<infer S, infer D> ? New.ApiResponse<S, [D] extends [void] ? unknown : D> : T;",
];

/** The lines of a program that uses all that a package exports, with the types of another one in its place. */
export function usesOf(program: ts.Program, index: string, uses: Uses): readonly Use[] {
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(index);
  const module = file && checker.getSymbolAtLocation(file);
  if (file === undefined || module === undefined) return [];
  const exported = checker.getExportsOfModule(module).map((symbol) => {
    const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
    return { name: symbol.name, symbol: isAlias ? checker.getAliasedSymbol(symbol) : symbol };
  });
  const own = exported.filter(({ symbol }) => !isOfRuntime(symbol));
  return [
    ...head.map((code) => ({ root: "", code })),
    ...own.flatMap(({ name, symbol }) => typeUses(checker, name, symbol, uses)),
    ...own.flatMap(({ name, symbol }) => valueUses(checker, name, symbol)),
    ...callUses(checker, own, file),
  ];
}

function isOfRuntime({ declarations = [] }: ts.Symbol): boolean {
  return declarations.some((each) => each.getSourceFile().fileName.includes("/runtime/"));
}

function typeUses(checker: ts.TypeChecker, name: string, symbol: ts.Symbol, uses: Uses): readonly Use[] {
  if ((symbol.flags & ts.SymbolFlags.Type) === 0 || name === "Client") return [];
  const own = (codes: readonly string[]): readonly Use[] => codes.map((code) => ({ root: name, code }));
  const exists = `{ type T = New.${name}; }`;
  if (symbol.declarations?.some((each) => each.getSourceFile().fileName.endsWith("/client.ts")))
    return own([exists]);
  const type = checker.getDeclaredTypeOfSymbol(symbol);
  const use = useOf(name, symbol, uses);
  if (use === "called") return own([exists, ...calledLines(checker, name, type)]);
  const isRead = use.read && checker.typeToString(type) !== "void";
  return [
    ...own([exists]),
    ...(use.made ? madeUses({ checker, isDeep: false }, name, type) : []),
    ...(use.made ? madeUses({ checker, isDeep: true }, name, type) : []),
    ...(isRead ? own([`{ const x: Seen<Old.${name}> = some<New.${name}>(); }`]) : []),
    ...(isRead ? readUses({ checker, isDeep: false }, name, type) : []),
    ...(isRead ? readUses({ checker, isDeep: true }, name, type) : []),
  ];
}

function calledLines(checker: ts.TypeChecker, name: string, type: ts.Type): readonly string[] {
  const others = checker.getPropertiesOfType(type).filter((each) => each.name !== "answer");
  return [
    ...others.flatMap((property) => {
      const member = `[${quoted(property.name)}]`;
      const here: Read = { old: `Old.${name}${member}`, now: `some<New.${name}>()${member}` };
      const inner = checker.getTypeOfSymbol(property);
      const writing = { checker, isDeep: false };
      const found = isWrittenOut(writing, inner) ? reads(writing, inner, here, 1) : [];
      return [here, ...found].map(({ old, now }) => `{ const x: ${old} = ${now}; }`);
    }),
    `{ const x: New.${name}["answer"] = some<Old.${name}["answer"]>(); }`,
  ];
}

/** How far objects are written out: to the types with names of their own, which are used by themselves, or through them. */
interface Writing {
  readonly checker: ts.TypeChecker;
  readonly isDeep: boolean;
}

function madeUses(writing: Writing, name: string, type: ts.Type): readonly Use[] {
  const text = literalText(writing, type, `Old.${name}`, 0);
  const root = writing.isDeep ? "" : name;
  const others = `some<{ [K in keyof New.${name}]: Old.${name}[K] }>()`;
  return [
    `{ const x: New.${name} = some<Old.${name}>(); }`,
    ...(text === undefined ? [] : [`{ const x: New.${name} = ${text}; }`]),
    ...(text === undefined || !hasIndex(writing.checker, type)
      ? []
      : [`{ const x: Partial<New.${name}> = ${others}; }`]),
  ].map((code) => ({ root, code }));
}

function readUses(writing: Writing, name: string, type: ts.Type): readonly Use[] {
  const found = reads(writing, type, { old: `Old.${name}`, now: `some<New.${name}>()` }, 0);
  const root = writing.isDeep ? "" : name;
  return found.map(({ old, now }) => ({ root, code: `{ const x: ${old} = ${now}; }` }));
}

function useOf(
  name: string,
  symbol: ts.Symbol,
  uses: Uses,
): "called" | { readonly made: boolean; readonly read: boolean } {
  const model = uses.get(name);
  if (model !== undefined) return model;
  if (name === "ClientOptions") return { made: true, read: false };
  if (name.endsWith("Params")) return { made: true, read: false };
  const names = new Set([...(symbol.members?.keys() ?? [])].map(String));
  const isCalled = names.has("method") && names.has("answer");
  return isCalled ? "called" : { made: false, read: true };
}

/** An object with all of the members, written out; undefined for what is none. */
function literalText(writing: Writing, type: ts.Type, text: string, depth: number): string | undefined {
  const { checker } = writing;
  if (depth > 3) return undefined;
  const list = checker.getNonNullableType(type);
  if (checker.isArrayType(list)) {
    const item = checker.getIndexTypeOfType(list, ts.IndexKind.Number);
    const isWritten = item !== undefined && isWrittenOut(writing, item);
    const own = `NonNullable<${text}>[number]`;
    const inner = isWritten ? literalText(writing, item, own, depth + 1) : undefined;
    return inner && `[${inner}]`;
  }
  // Nothing that is written out fits both an index signature and a member of its own beside it.
  const object = objectIn(checker, type);
  if (object === undefined || (object.isIntersection() && hasIndex(checker, object))) return undefined;
  const members = checker.getPropertiesOfType(object).map((property) => {
    const own = `Bare<${text}>[${quoted(property.name)}]`;
    const inner = checker.getTypeOfSymbol(property);
    const value = isWrittenOut(writing, inner) ? literalText(writing, inner, own, depth + 1) : undefined;
    return `[${quoted(property.name)}]: ${value ?? `some<Exclude<${own}, undefined>>()`}`;
  });
  if (hasIndex(checker, object)) members.push(`"some other name": some<Bare<${text}>[string]>()`);
  return `{ ${members.join(", ")} }`;
}

function isWrittenOut({ checker, isDeep }: Writing, type: ts.Type): boolean {
  const bare = checker.getNonNullableType(type);
  if (checker.isArrayType(bare)) return isDeep || bare.aliasSymbol === undefined;
  const object = type.aliasSymbol === undefined || isDeep ? objectIn(checker, type) : undefined;
  return object !== undefined && (isDeep || (object.aliasSymbol === undefined && isInline(object)));
}

function hasIndex(checker: ts.TypeChecker, type: ts.Type): boolean {
  const index = checker.getIndexTypeOfType(type, ts.IndexKind.String);
  return index !== undefined && (index.flags & ts.TypeFlags.Never) === 0;
}

/** An expression of the new package, and the type that it had. */
interface Read {
  readonly old: string;
  readonly now: string;
}

/** Everything that a program can read of an object, inner objects included. */
function reads(writing: Writing, type: ts.Type, { old, now }: Read, depth: number): readonly Read[] {
  const { checker } = writing;
  if (depth > 3) return [];
  const list = checker.getNonNullableType(type);
  if (checker.isArrayType(list)) {
    const item = checker.getIndexTypeOfType(list, ts.IndexKind.Number);
    const inside = { old: `NonNullable<${old}>[number]`, now: `${now}![0]!` };
    return item !== undefined && isWrittenOut(writing, item) ? reads(writing, item, inside, depth + 1) : [];
  }
  const object = objectIn(checker, type);
  if (object === undefined) return [];
  const read = (key: string): Read => ({ old: `Bare<${old}>[${key}]`, now: `bare(${now})[${key}]` });
  const properties = checker.getPropertiesOfType(object).flatMap((property) => {
    const inner = checker.getTypeOfSymbol(property);
    const here = read(quoted(property.name));
    return [here, ...(isWrittenOut(writing, inner) ? reads(writing, inner, here, depth + 1) : [])];
  });
  const index = checker.getIndexTypeOfType(object, ts.IndexKind.String);
  return index === undefined ? properties : [...properties, read('"some other name"')];
}

function isList(checker: ts.TypeChecker, type: ts.Type): boolean {
  return checker.isArrayType(type) || checker.isTupleType(type);
}

/** The only object among what a type stands for; undefined where there are none or several. */
function objectIn(checker: ts.TypeChecker, type: ts.Type): ts.Type | undefined {
  const branches = type.isUnion() ? type.types : [type];
  const objects = branches.filter((branch) => isPlainObject(checker, branch));
  const isOther = (branch: ts.Type): boolean => {
    return (
      (branch.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0 && !isList(checker, branch)
    );
  };
  const [object] = objects;
  return branches.some((branch) => branch !== object && isOther(branch)) ? undefined : object;
}

function isPlainObject(checker: ts.TypeChecker, type: ts.Type): boolean {
  if (checker.isArrayType(type) || checker.isTupleType(type)) return false;
  if (checker.isTypeAssignableTo(type, checker.getNeverType())) return false;
  if (type.isIntersection()) return type.types.every((part) => isPlainObject(checker, part));
  const isObject = (type.flags & ts.TypeFlags.Object) !== 0 && !type.isUnion();
  return isObject && !isForeign(type);
}

/** Types of the language and of the runtime. */
function isForeign({ symbol }: ts.Type): boolean {
  return (symbol?.declarations ?? []).some((each) => !/\/p\d+\//.test(each.getSourceFile().fileName));
}

function isInline(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.Object) !== 0 && (type.symbol?.flags & ts.SymbolFlags.TypeLiteral) !== 0;
}

function valueUses(checker: ts.TypeChecker, name: string, symbol: ts.Symbol): readonly Use[] {
  const [declaration] = symbol.declarations ?? [];
  if ((symbol.flags & ts.SymbolFlags.Variable) === 0 || declaration === undefined) return [];
  const type = checker.getTypeOfSymbolAtLocation(symbol, declaration);
  return checker.getPropertiesOfType(type).map((property) => {
    const key = `[${quoted(property.name)}]`;
    const code = `{ const x: (typeof OldValues.${name})${key} = NewValues.${name}${key}; }`;
    return { root: name, code };
  });
}

function callUses(
  checker: ts.TypeChecker,
  own: readonly { readonly name: string; readonly symbol: ts.Symbol }[],
  file: ts.SourceFile,
): readonly Use[] {
  const client = own.find(({ name }) => name === "Client")?.symbol;
  if (client === undefined) return [];
  const groups = checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(client)).flatMap((group) => {
    const type = checker.getTypeOfSymbol(group);
    return type.symbol?.declarations?.some((each) => each.getSourceFile().fileName.endsWith("/client.ts"))
      ? [{ group: group.name, methods: checker.getPropertiesOfType(type) }]
      : [];
  });
  return groups.flatMap(({ group, methods }) =>
    methods.flatMap((method) => {
      const [signature] = checker.getTypeOfSymbolAtLocation(method, file).getCallSignatures();
      return signature === undefined || ["withOptions", "request"].includes(group)
        ? []
        : callLines(checker, `api[${quoted(group)}].${method.name}`, method.name, signature).map((code) => ({
            root: `api.${group}.${method.name}`,
            code,
          }));
    }),
  );
}

function callLines(
  checker: ts.TypeChecker,
  method: string,
  name: string,
  signature: ts.Signature,
): readonly string[] {
  const lines = [`void ${method}(null!);`, `void NewValues.${name}(transport, null!);`];
  const [params] = signature.parameters;
  const [declaration] = params?.declarations ?? [];
  const isOptional = declaration !== undefined && ts.isParameter(declaration) && declaration.questionToken;
  if (isOptional) lines.push(`void ${method}(); void NewValues.${name}(transport);`);
  const promise = checker.typeToString(signature.getReturnType());
  const old = `ReturnType<typeof OldValues.${name}>`;
  if (promise.startsWith("PagePromise"))
    lines.push(
      `async () => { for await (const one of ${method}(null!)) { const x: ${old} extends AsyncIterable<infer I> ? I : never = one; } };`,
    );
  if (promise.startsWith("PollPromise"))
    lines.push(
      `async () => { const x: Awaited<ReturnType<${old}["result"]>> = await ${method}(null!).result(); };`,
    );
  return lines;
}

function quoted(text: string): string {
  // These end a line of a program, and not of JSON.
  return JSON.stringify(text).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}
