import { rootNames } from "./root-exports.ts";

/** Words that no function may be called: ECMA-262 section 12.7.2 in strict mode, and what would shadow them. */
const words = [
  ..."arguments await break case catch class const continue debugger default delete do else enum eval export".split(
    " ",
  ),
  ..."extends false finally for function if implements import in instanceof interface let new null".split(
    " ",
  ),
  ..."package private protected public return static super switch this throw true try typeof var void".split(
    " ",
  ),
  ..."while with yield undefined NaN Infinity globalThis".split(" "),
];

/** Types of the language and its libraries: one of ours of that name would quietly take their place. */
const globals = [
  ..."any unknown never void object string number boolean bigint symbol undefined null".split(" "),
  ..."Array ArrayBuffer ArrayBufferView AsyncIterable BigInt Blob Boolean Date Error File FormData".split(
    " ",
  ),
  ..."Function Headers Iterable Map Number Object Omit Partial Pick Promise PromiseLike Readonly".split(" "),
  ..."ReadonlyArray ReadableStream Record Request Required Response Set String Symbol Uint8Array URL".split(
    " ",
  ),
];

const reservedFunctions: ReadonlySet<string> = new Set([...words, ...rootNames, "then"]);
const reservedTypes: ReadonlySet<string> = new Set([...words, ...globals, ...rootNames]);

/** Names of devices, which no file on Windows can have. */
const device = /^(?:con|prn|aux|nul|(?:com|lpt)\d)$/i;

/** Whether a function may not have this name. `then` would make a promise of whatever exports it. */
export function isReservedFunction(name: string): boolean {
  return reservedFunctions.has(name);
}

/** Whether a type, and the file that is called like it, may not have this name. */
export function isReservedType(name: string): boolean {
  return reservedTypes.has(name) || device.test(name);
}

/** Whether a property of the client, and the file that is called like it, may not have this name. */
export function isReservedGroup(name: string): boolean {
  return ["then", "request", "withOptions"].includes(name) || device.test(name);
}

/** What every object has: a type with an optional field of that name and another type would not take `{}`. */
const inherited = [
  "constructor",
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
  "toLocaleString",
  "toString",
  "valueOf",
];

const callFields: ReadonlySet<string> = new Set(["body", "contentType", "accept", ...inherited]);

/** Those of later versions are taken already. */
const clientOptions: ReadonlySet<string> = new Set([
  ..."auth baseUrl fetch timeout headers variables maxRetries middleware logger logLevel fetchOptions appInfo defaultHeaders".split(
    " ",
  ),
  ...inherited,
]);

/** Whether a field of a call's parameters that belongs to a parameter of the spec may not have this name. */
export function isReservedField(name: string): boolean {
  return callFields.has(name);
}

/** Whether an option of the client that belongs to a variable of a server may not have this name. */
export function isReservedOption(name: string): boolean {
  return clientOptions.has(name);
}
