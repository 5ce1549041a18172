import type { Server, ServerVariable } from "../../model/api.ts";
import type { Operation } from "../../model/operation.ts";
import { request, type Told } from "./finding.ts";
import type { OperationContext } from "./operation-context.ts";
import type { OperationPair } from "./pair-operations.ts";

/** The addresses that requests go to: server and path together, so that a prefix may move between the two. */
export function compareServers(context: OperationContext, { before, after }: OperationPair): void {
  const { note, sent } = context;
  const old = new Map(addressesOf(before));
  const now = new Map(addressesOf(after));
  const told = { subject: "the operation", operations: [after], direction: sent };
  for (const [address, was] of old) {
    const is = now.get(address);
    if (is !== undefined) {
      compareVariables(context, after, was, is);
      continue;
    }
    const places = { before: was.place, after: after.place };
    note({ code: "server-removed", about: address, ...told, ...places, old: address });
  }
  for (const [address, { place }] of now) {
    if (old.has(address)) continue;
    note({ code: "server-added", about: address, ...told, before: before.place, after: place, new: address });
  }
}

/** Without servers the spec's own place counts, and nobody knows where that is. */
function addressesOf({ servers, path, place }: Operation): readonly (readonly [string, Server])[] {
  const written: readonly Server[] = servers.length === 0 ? [{ url: "", place, variables: [] }] : servers;
  return written.map((server) => [withoutNames(server.url.replace(/\/$/, ""), path), server] as const);
}

function withoutNames(url: string, path: string): string {
  return `${url}${path.replaceAll(/\{[^}]*\}/g, "{}")}`.replace(/\/$/, "");
}

/** What a template may be filled with, and what it is filled with by whoever says nothing (OpenAPI 3.1, 4.8.6). */
function compareVariables(
  { note, sent }: OperationContext,
  after: Operation,
  old: Server,
  now: Server,
): void {
  const fresh = new Map(now.variables.map((variable) => [variable.name, variable]));
  const values = new Map(old.variables.map((variable) => [variable.name, variable.default]));
  for (const was of old.variables) {
    const is = fresh.get(was.name);
    if (is === undefined || !now.url.includes(`{${was.name}}`)) continue;
    const told: Told = {
      subject: `the server variable \`${was.name}\``,
      where: "",
      about: `${now.url} ${was.name}`,
      before: was.place,
      after: is.place,
      operations: [after],
      direction: sent,
    };
    if (was.default !== is.default)
      note({ code: "server-variable-default-changed", ...told, old: was.default, new: is.default });
    const filled = (value: string) =>
      `${filledUrl(old, (name) => (name === was.name ? value : values.get(name)))}${after.path}`;
    compareValues(note, told, [was, is], (value) => request(after, { path: filled(value) }, true));
  }
}

function compareValues(
  note: OperationContext["note"],
  told: Told,
  [was, is]: readonly [ServerVariable, ServerVariable],
  shown: (value: string) => ReturnType<typeof request>,
): void {
  const [old, now] = [was.values, is.values];
  const code = { gone: "server-variable-value-removed", fresh: "server-variable-value-added" };
  if (old === undefined && now !== undefined)
    note({
      code: code.gone,
      ...told,
      about: `${told.about} values`,
      new: now.join(", "),
      witness: shown(
        [was.default, "other"].find((value) => !now.includes(value)) ?? `other-${now.join("-")}`,
      ),
    });
  if (old !== undefined && now === undefined)
    note({ code: code.fresh, ...told, about: `${told.about} values`, old: old.join(", ") });
  if (old === undefined || now === undefined) return;
  for (const value of new Set(old)) {
    const about = `${told.about} value ${value}`;
    if (!now.includes(value)) note({ code: code.gone, ...told, about, old: value, witness: shown(value) });
  }
  for (const value of new Set(now))
    if (!old.includes(value))
      note({ code: code.fresh, ...told, about: `${told.about} value ${value}`, new: value });
}

/** The template without holes, but for those of variables that there are not. */
function filledUrl({ url }: Server, valueOf: (name: string) => string | undefined): string {
  return url
    .replace(/\/$/, "")
    .replaceAll(/\{([^{}]*)\}/g, (hole: string, name: string) => valueOf(name) ?? hole);
}
