import type { Server } from "../model/api.ts";
import { memberKey, stringLiteral } from "./text.ts";

/** A server as the runtime knows it: a template, and what its variables are if nobody says. */
export function serverText({ url, variables }: Server): string {
  const defaults = variables.map(({ name, default: text }) => `${memberKey(name)}: ${stringLiteral(text)}`);
  const members = [
    `url: ${stringLiteral(url)}`,
    ...(defaults.length === 0 ? [] : [`variables: { ${defaults.join(", ")} }`]),
  ];
  return `{ ${members.join(", ")} }`;
}
