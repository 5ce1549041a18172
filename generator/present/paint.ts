import { styleText } from "node:util";

/** Puts colour on a text, or leaves it as it is. */
export type Paint = (style: "bold" | "dim" | "red" | "yellow" | "green" | "magenta", text: string) => string;

/** How to paint for a stream that shows colours, or for one that does not. */
export function painter(color: boolean): Paint {
  return color ? (style, text) => styleText(style, text, { validateStream: false }) : (_, text) => text;
}
