import type { Json } from "../json.ts";
import type { Location, Place } from "../location.ts";
import type { ObjectKind } from "./grammar/grammar.ts";

/** The versions of the specification that we tell apart; patch releases change no meaning. */
export type SpecVersion = "2.0" | "3.0" | "3.1" | "3.2";

/** A value of the spec that knows where it was written. */
export interface SpecNode {
  readonly value: Json;
  readonly place: Place;
}

/** A node and what the specification calls the object there. */
export interface SpecObject {
  readonly kind: ObjectKind;
  readonly node: SpecNode;
}

/** One file of the spec, parsed. */
export interface SpecFile {
  readonly file: string;
  readonly text: string;
  readonly value: Json;
}

/** The parsed spec: raw values file by file, a way along its references and a way back to its lines. */
export interface SpecDocument {
  /** The file that was asked for, as `Place` names files. */
  readonly entry: string;
  readonly version: SpecVersion;
  /** Every file that the entry reaches, the entry first, then in the order of discovery. */
  readonly files: ReadonlyMap<string, SpecFile>;
  readonly root: SpecNode;
  /** Every object that the entry reaches, Reference Objects included, each once, as they are discovered. */
  readonly objects: readonly SpecObject[];
  /** The node at a place; undefined if there is none. */
  at(place: Place): SpecNode | undefined;
  /**
   * The place that a `$ref` written in `from` names (RFC 3986 section 5, RFC 6901 section 6): a pointer, an
   * `$anchor`, an `$id` or another file. Undefined if it leads nowhere. One step: the target may refer on.
   */
  resolve(reference: string, from: Place): SpecNode | undefined;
  /** Line and column of a value, or of the key that holds it. Reads the text again: only to tell a person. */
  locate(place: Place, on?: "key" | "value"): Location;
}

/** A file of the spec by its path relative to the root; undefined if it cannot be read or may not be. */
export type ReadText = (file: string) => string | undefined;

/** What came of an address: its text, or why there is none, as the end of a sentence. */
export type RemoteText = { readonly text: string } | { readonly why: string };

/** What is known of a URI that leads away from the files of the spec; undefined if it may not be followed. */
export type ReadRemote = (uri: string) => RemoteText | undefined;
