// Part of the runtime that specwright ships with each client. Do not edit.
import { shorten } from "./error-message.js";
import { SdkError } from "./errors.js";
import type { Direction } from "./validate.js";

/** What a validator has to say: ours says nothing of values, which may be secrets. */
export interface ValidationIssue {
  readonly message: string;
  /** The way to what is wrong: names of members and numbers of items. */
  readonly path: readonly PropertyKey[];
}

/** A body that is not what the API describes. Of a request: nothing was sent. */
export class ValidationError extends SdkError {
  declare readonly operationId: string;
  /** Whose body it is. */
  declare readonly direction: Direction;
  /** Of the answer; `undefined` where it is about a request. */
  declare readonly status: number | undefined;
  declare readonly issues: readonly ValidationIssue[];

  override get name(): string {
    return "ValidationError";
  }
}

/** The error of a body with these issues, of which its message has the first three; none where there are none. */
export function validationError(
  operationId: string,
  direction: Direction,
  issues: readonly ValidationIssue[],
  status?: number,
): ValidationError | undefined {
  if (issues.length === 0) return undefined;
  const lines = issues.slice(0, 3).map(({ message, path }) => {
    const place = path.map((key) => `/${String(key)}`).join("");
    return `${place === "" ? "" : `${place} `}${message}`;
  });
  const more = issues.length > 3 ? `; and ${issues.length - 3} more` : "";
  const said = lines.map(shorten).join("; ") + more;
  const message = `The body of the ${direction} does not fit: ${said} (${operationId})`;
  return new ValidationError(message, { operationId, direction, issues, status });
}
