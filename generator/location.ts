/** A node of the spec: the file it was written in and the JSON pointer (RFC 6901) inside that file. */
export interface Place {
  /** Path of the file relative to the root, with forward slashes on every machine. */
  readonly file: string;
  /** Empty for the whole file, else `/paths/~1orders/get`. */
  readonly pointer: string;
}

/** A place with the line and the column, both counted from 1, that an editor would show. */
export interface Location extends Place {
  readonly line: number;
  readonly column: number;
}

/** `file:line:column`, the form that terminals and editors turn into a link. */
export function formatLocation({ file, line, column }: Location): string {
  return `${file}:${line}:${column}`;
}

/** A text that two places share if, and only if, they are one; the form of a `$ref` from the root. */
export function placeKey({ file, pointer }: Place): string {
  return `${file}#${pointer}`;
}

/** The pointer one step deeper. `~` and `/` inside a key are escaped as RFC 6901 section 3 says. */
export function childPointer(pointer: string, key: string | number): string {
  return `${pointer}/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** The keys of a pointer, unescaped; none for the whole file. */
export function pointerKeys(pointer: string): readonly string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}
