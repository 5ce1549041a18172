import { diagnostic } from "../../diagnostic.ts";
import { members } from "../../load/node.ts";
import type { Rule } from "../rule.ts";

/** A path begins with a slash: it is put behind the server's URL as it is (OpenAPI 3.1, 4.8.8). */
export const pathWithoutSlash: Rule = function* ({ of }) {
  for (const paths of of("Paths")) {
    for (const [path, { place }] of members(paths)) {
      if (path.startsWith("/") || path.startsWith("x-")) continue;
      yield diagnostic("path-without-slash", place, { path }, { on: "key" });
    }
  }
};
