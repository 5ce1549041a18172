/** A file to be: its path in the output folder, with forward slashes, and all of its text. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}
