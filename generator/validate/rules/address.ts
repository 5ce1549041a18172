import { diagnostic } from "../../diagnostic.ts";
import { member } from "../../load/node.ts";
import type { Rule } from "../rule.ts";

/** The three parts of the API's address stand apart, each by itself (Swagger 2.0, Swagger Object). */
export const address: Rule = function* ({ document: { root, version } }) {
  if (version !== "2.0") return;
  const host = member(root, "host");
  if (typeof host?.value === "string" && !/^[^/?#@\s{}]+$/.test(host.value)) {
    yield diagnostic("wrong-host", host.place, { host: host.value });
  }
  const path = member(root, "basePath");
  if (typeof path?.value === "string" && !path.value.startsWith("/")) {
    yield diagnostic("base-path-without-slash", path.place, { path: path.value });
  }
};
