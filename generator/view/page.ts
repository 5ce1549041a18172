/** A file to be: what it says, as words for one template. */
export interface Page<View extends object = object> {
  /** Relative to the output folder, with forward slashes. */
  readonly path: string;
  /** Relative to the folder of templates. */
  readonly template: string;
  readonly view: View;
}

/** One import statement. */
export interface ImportView {
  /** `{ Order, OrderItem as Item }`, without the braces. */
  readonly names: string;
  /** The module as a quoted string. */
  readonly from: string;
  readonly isType: boolean;
}

/** A member of an object type, or of an object. */
export interface MemberView {
  /** The lines of its comment; none if there is nothing to say. */
  readonly doc: readonly string[];
  /** With the question mark of an optional one: `name`, `name?`, `"odd-name"`, `[name: string]`. */
  readonly key: string;
  /** The type, or the value. */
  readonly text: string;
}

/** One export statement. */
export interface ExportView {
  readonly names: string;
  readonly from: string;
  readonly isType: boolean;
}
