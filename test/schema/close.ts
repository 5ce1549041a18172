// What the proof of assignability compares with. It is compiled along with the proof, and with the tests.

/** A type whose enums hold just the listed values: without `string & {}` and `number & {}`, however deep inside. */
export type Close<T> = CloseEach<T, ListedKind<T, string> | ListedKind<T, number>>;

/** The kind if a union has a literal of it: whatever else it has of the kind is there to keep it open. */
type ListedKind<T, Kind> = [T extends Kind ? (Kind extends T ? never : T) : never] extends [never]
  ? never
  : Kind;

type CloseEach<T, Listed> = T extends string
  ? IsWide<T, string, Listed> extends true
    ? never
    : T
  : T extends number
    ? IsWide<T, number, Listed> extends true
      ? never
      : T
    : T extends readonly unknown[]
      ? number extends T["length"]
        ? Close<T[number]>[]
        : { [K in keyof T]: Close<T[K]> }
      : T extends object
        ? { [K in keyof T]: Close<T[K]> }
        : T;

/** Whether a type is all of its kind, and the kind is among those that have a list. */
type IsWide<T, Kind, Listed> = Kind extends T ? (Kind extends Listed ? true : false) : false;

/** A type whose integers are numbers, also where a bigint would do. */
export type Rounded<T> = T extends bigint
  ? never
  : T extends string | number
    ? T
    : T extends readonly unknown[]
      ? number extends T["length"]
        ? Rounded<T[number]>[]
        : { [K in keyof T]: Rounded<T[K]> }
      : T extends object
        ? { [K in keyof T]: Rounded<T[K]> }
        : T;

/** A type whose bytes are strings. */
export type Spelled<T> = T extends string
  ? T
  : T extends Bytes
    ? string
    : T extends readonly unknown[]
      ? number extends T["length"]
        ? Spelled<T[number]>[]
        : { [K in keyof T]: Spelled<T[K]> }
      : T extends object
        ? { [K in keyof T]: Spelled<T[K]> }
        : T;

/** A buffer, a view of one, or a blob, whatever was done to their methods on the way. */
type Bytes =
  | { readonly byteLength: number; readonly slice: unknown }
  | { readonly byteLength: number; readonly byteOffset: number }
  | { readonly size: number; readonly arrayBuffer: unknown };

/** A type whose index signatures take no absent property into account. */
export type Present<T> = T extends string | number
  ? T
  : T extends readonly unknown[]
    ? number extends T["length"]
      ? Present<T[number]>[]
      : { [K in keyof T]: Present<T[K]> }
    : T extends object
      ? { [K in keyof T]: string extends K ? Exclude<Present<T[K]>, undefined> : Present<T[K]> }
      : T;
