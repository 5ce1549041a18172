import { diagnostic } from "../../diagnostic.ts";
import { items, member, members } from "../../load/node.ts";
import type { ObjectKind } from "../../load/grammar/grammar.ts";
import type { Rule } from "../rule.ts";

const owners: readonly ObjectKind[] = ["Parameter", "Header", "Request Body", "Response"];

/** Two tokens with a slash between them, or a range of such, then parameters (RFC 9110, section 8.3.1). */
const mediaType = /^[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+\s*(;.*)?$/;

/**
 * The keys of `content` are media types or ranges of them (OpenAPI 3.1, 4.8.13), as are the items of `consumes` and
 * `produces` (Swagger 2.0, Mime Types).
 */
export const wrongMediaType: Rule = function* ({ of }) {
  for (const owner of owners.flatMap((kind) => of(kind))) {
    for (const [type, { place }] of members(member(owner, "content"))) {
      if (mediaType.test(type) || type.startsWith("x-")) continue;
      yield diagnostic("wrong-media-type", place, { type }, { on: "key" });
    }
  }
  for (const owner of [...of("Swagger"), ...of("Operation")]) {
    for (const { value, place } of ["consumes", "produces"].flatMap((field) => items(member(owner, field)))) {
      if (typeof value !== "string" || mediaType.test(value)) continue;
      yield diagnostic("wrong-media-type", place, { type: value });
    }
  }
};
