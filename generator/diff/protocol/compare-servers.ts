import type { Operation } from "../../model/operation.ts";
import type { OperationContext } from "./operation-context.ts";
import type { OperationPair } from "./pair-operations.ts";

/** The addresses that requests go to: server and path together, so that a prefix may move from the one into the other. */
export function compareServers({ note, sent }: OperationContext, { before, after }: OperationPair): void {
  const old = new Map(addressesOf(before));
  const now = new Map(addressesOf(after));
  const told = { subject: "the operation", operations: [after], direction: sent };
  for (const [address, place] of old) {
    if (now.has(address)) continue;
    note({
      code: "server-removed",
      about: address,
      ...told,
      before: place,
      after: after.place,
      old: address,
    });
  }
  for (const [address, place] of now) {
    if (old.has(address)) continue;
    note({ code: "server-added", about: address, ...told, before: before.place, after: place, new: address });
  }
}

/** Without servers the spec's own place counts, and nobody knows where that is. */
function addressesOf({ servers, path, place }: Operation) {
  const written = servers.length === 0 ? [{ url: "", place }] : servers;
  return written.map(({ url, place: at }) => [withoutNames(url.replace(/\/$/, ""), path), at] as const);
}

function withoutNames(url: string, path: string): string {
  return `${url}${path.replaceAll(/\{[^}]*\}/g, "{}")}`.replace(/\/$/, "");
}
