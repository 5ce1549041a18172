import { compareMedia } from "./compare-media.ts";
import { request } from "./finding.ts";
import type { OperationContext } from "./operation-context.ts";
import type { OperationPair } from "./pair-operations.ts";

/** The body of a request: whether it must or may be there, and its representations. */
export function compareBodies(context: OperationContext, { before, after }: OperationPair): void {
  const { note, sent } = context;
  const was = before.body ?? before.unsentBody;
  const is = after.body ?? after.unsentBody;
  const subject = "the request body";
  const told = { about: "body", subject, operations: [after], direction: sent };
  const kind = sent === "request" ? "request" : "call";
  const shown = kind === "request" && is?.required === true ? request(after, {}, true) : undefined;
  if (was === undefined || is === undefined) {
    if (is !== undefined) {
      const code = is.required && kind === "request" ? "required-request-body-added" : `${kind}-body-added`;
      note({ code, ...told, before: before.place, after: is.place, witness: shown });
    }
    if (was !== undefined)
      note({ code: `${kind}-body-removed`, ...told, before: was.place, after: after.place });
    return;
  }
  if (was.required !== is.required) {
    const code = `${kind}-body-became-${is.required ? "required" : "optional"}`;
    note({ code, ...told, before: was.place, after: is.place, witness: shown });
  }
  const isSent = kind === "request";
  compareMedia(
    context,
    after,
    {
      label: subject,
      about: "body",
      direction: sent,
      kind,
      shown: (headers, isOld) => (isSent && isOld ? request(after, { headers }, true) : undefined),
    },
    was.media,
    is.media,
  );
}
