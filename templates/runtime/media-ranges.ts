// What only operations need whose answers may be of any type of a range, such as `image/*`.
import { kindOf, readKind, typeOf } from "./media.js";
import type { AnswerKind, Reader } from "./operation.js";

/**
 * Reads a success as what is described for its type: of what fits it, what says most counts, the type itself, then its
 * `image/*`, then any type (RFC 9110 section 12.5.1). Where there are several ways, its type says which. What nothing
 * fits is read as its like, without a word as what is described first. The keys are lower case, without parameters.
 *
 * @param readStream what reads a body that is taken unread
 */
export function readByType(
  described: Readonly<Record<string, readonly AnswerKind[]>>,
  readStream?: Reader,
): Reader {
  const known = new Map(Object.entries(described));
  const all = [...known.values()].flat();
  return (content, response, ...more) => {
    if (readStream && typeof content === "object" && "signal" in content) {
      return readStream(content, response, ...more);
    }
    const said = typeOf(response)?.toLowerCase();
    const fitting = said && [said, said.replace(/\/.*/, "/*"), "*/*"].find((type) => known.has(type));
    const kinds = (fitting && known.get(fitting)) || all;
    const kind = said ? kindOf(said) : kinds[0];
    // What a range is for may be unlike all that is named.
    const found = kind && kinds.includes(kind) ? kind : fitting ? kinds[0] : undefined;
    return readKind(found, content, response, ...more);
  };
}
