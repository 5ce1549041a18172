import type { OAuthFlow, SecurityScheme } from "../../model/api.ts";
import type { Operation, SecurityAlternative } from "../../model/operation.ts";
import type { OperationContext } from "./operation-context.ts";
import type { OperationPair } from "./pair-operations.ts";

/** One alternative: what a request shows, with the scopes that it needs. A scheme is what it does, whatever its name is. */
type Shown = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Whoever was let in must still be let in: each old alternative must satisfy a new one (OpenAPI 3.1, 4.8.30). Nothing
 * asked for is an alternative that asks for nothing.
 */
export function compareSecurity(
  { note, schemes, sent }: OperationContext,
  { before, after }: OperationPair,
): void {
  const old = alternativesOf(
    before,
    (name) => `${schemeText(schemes.before.get(name), name)}\n${newNameOf(name, schemes)}`,
  );
  const now = alternativesOf(after, (name) => `${schemeText(schemes.after.get(name), name)}\n${name}`);
  const lost = old.filter((one) => !now.some((other) => satisfies(one, other)));
  const won = now.filter((other) => !old.some((one) => satisfies(other, one)));
  const told = {
    subject: "the operation",
    before: before.place,
    after: after.place,
    operations: [after],
    direction: sent,
    about: "security",
  };
  const said = { old: old.map(wordsFor).join(" or "), new: now.map(wordsFor).join(" or ") };
  if (lost.length > 0) note({ code: "security-tightened", ...told, ...said });
  else if (won.length > 0) note({ code: "security-loosened", ...told, ...said });
}

/** A scheme that is renamed goes on as the new one that asks for the same. */
function newNameOf(name: string, { before, after }: OperationContext["schemes"]): string {
  if (after.has(name)) return name;
  const text = schemeText(before.get(name), name);
  const heir = [...after].find(([other, scheme]) => !before.has(other) && schemeText(scheme, other) === text);
  return heir?.[0] ?? name;
}

function alternativesOf({ security }: Operation, keyOf: (name: string) => string): readonly Shown[] {
  const alternatives: readonly SecurityAlternative[] = security.length === 0 ? [{ schemes: [] }] : security;
  return alternatives.map(
    (alternative) =>
      new Map(alternative.schemes.map(({ name, scopes }) => [keyOf(name), new Set(scopes)] as const)),
  );
}

/** Whether what satisfies the one satisfies the other. */
function satisfies(one: Shown, other: Shown): boolean {
  return [...other].every(([scheme, scopes]) => {
    const own = one.get(scheme);
    return own !== undefined && [...scopes].every((scope) => own.has(scope));
  });
}

/** What a scheme asks a request to carry. Where tokens come from is compared apart. */
function schemeText(scheme: SecurityScheme | undefined, name: string): string {
  switch (scheme?.kind) {
    case undefined:
      return `unknown ${name}`;
    case "apiKey":
      return `API key in the ${scheme.in} ${scheme.in === "header" ? scheme.parameter.toLowerCase() : scheme.parameter}`;
    case "http":
      return `HTTP ${scheme.scheme}`;
    case "oauth2":
      return "OAuth 2.0";
    case "openIdConnect":
      return `OpenID Connect ${scheme.url}`;
    case "mutualTLS":
      return "a client certificate";
  }
}

function wordsFor(shown: Shown): string {
  if (shown.size === 0) return "nothing";
  return [...shown]
    .map(([key, scopes]) => [key.split("\n")[0] ?? "", scopes] as const)
    .map(([scheme, scopes]) => (scopes.size === 0 ? scheme : `${scheme} (${[...scopes].join(", ")})`))
    .join(" and ");
}

/** The schemes themselves: where tokens come from, and which scopes there are to ask for. */
export function compareSchemes(
  { note, schemes }: Pick<OperationContext, "note" | "schemes">,
  used: readonly Operation[],
): void {
  for (const [name, was] of schemes.before) {
    const is = schemes.after.get(name);
    if (was.kind !== "oauth2" || is?.kind !== "oauth2") continue;
    const users = used.filter(({ security }) =>
      security.some((each) => each.schemes.some((one) => one.name === name)),
    );
    if (users.length === 0) continue;
    const told = {
      subject: `the security scheme \`${name}\``,
      before: was.place,
      after: is.place,
      operations: users,
      direction: "none",
    } as const;
    for (const flow of was.flows) {
      const now = is.flows.find(({ kind }) => kind === flow.kind);
      const about = `${name} ${flow.kind}`;
      if (now === undefined) note({ code: "oauth-flow-removed", ...told, about, old: flow.kind });
      else compareFlows(note, { ...told, about }, flow, now);
    }
    for (const { kind } of is.flows)
      if (!was.flows.some((flow) => flow.kind === kind))
        note({ code: "oauth-flow-added", ...told, about: `${name} ${kind}`, new: kind });
  }
}

const urls = ["authorizationUrl", "tokenUrl", "refreshUrl", "deviceAuthorizationUrl"] as const;

type Told = Omit<Parameters<OperationContext["note"]>[0], "code">;

function compareFlows(note: OperationContext["note"], told: Told, was: OAuthFlow, is: OAuthFlow): void {
  for (const key of urls) {
    if (was[key] === is[key]) continue;
    note({
      code: "oauth-url-changed",
      ...told,
      about: `${told.about} ${key}`,
      old: was[key] ?? "none",
      new: is[key] ?? "none",
    });
  }
  const old = new Set(was.scopes.map(({ name }) => name));
  const now = new Set(is.scopes.map(({ name }) => name));
  for (const scope of old)
    if (!now.has(scope))
      note({ code: "oauth-scope-removed", ...told, about: `${told.about} ${scope}`, old: scope });
  for (const scope of now)
    if (!old.has(scope))
      note({ code: "oauth-scope-added", ...told, about: `${told.about} ${scope}`, new: scope });
}
