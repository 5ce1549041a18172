import type { SecurityScheme } from "../../model/api.ts";
import type { Operation, SecurityAlternative } from "../../model/operation.ts";
import type { OperationContext, Schemes } from "./operation-context.ts";
import type { OperationPair } from "./pair-operations.ts";

/** One alternative: what a request shows, with the scopes that it needs. A scheme is what it does, not its name. */
type Shown = ReadonlyMap<string, ShownScheme>;

interface ShownScheme {
  readonly words: string;
  readonly scopes: ReadonlySet<string>;
}

/**
 * Whoever was let in must still be let in: each old alternative must satisfy a new one (OpenAPI 3.1, 4.8.30). Nothing
 * asked for is an alternative that asks for nothing.
 */
export function compareSecurity(
  { note, schemes, sent }: OperationContext,
  { before, after }: OperationPair,
): void {
  const old = alternativesOf(before, schemes.before, (name) => newNameOf(name, schemes));
  const now = alternativesOf(after, schemes.after, (name) => name);
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
  if (sent === "response") {
    // Whoever is called knows the API by what it showed before; more than that does no harm.
    const isKnown = now.every((other) => old.some((one) => satisfies(other, one)));
    const level = isKnown ? "info" : undefined;
    if (lost.length + won.length > 0) note({ code: "call-security-changed", ...told, ...said, level });
    return;
  }
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

function alternativesOf(
  { security }: Operation,
  schemes: Schemes,
  nameOf: (name: string) => string,
): readonly Shown[] {
  const alternatives: readonly SecurityAlternative[] = security.length === 0 ? [{ schemes: [] }] : security;
  return alternatives.map((alternative) => {
    const shown = alternative.schemes.map(({ name, scopes }) => {
      const scheme = schemes.get(name);
      const key = `${schemeText(scheme, name)}\n${nameOf(name)}`;
      return [key, { words: schemeWords(scheme, name), scopes: new Set(scopes) }] as const;
    });
    return new Map(shown);
  });
}

/** Whether what satisfies the one satisfies the other. */
function satisfies(one: Shown, other: Shown): boolean {
  return [...other].every(([scheme, { scopes }]) => {
    const own = one.get(scheme);
    return own !== undefined && [...scopes].every((scope) => own.scopes.has(scope));
  });
}

/** What a scheme asks a request to carry; names of headers know no case. Where tokens come from is compared apart. */
function schemeText(scheme: SecurityScheme | undefined, name: string): string {
  const words = schemeWords(scheme, name);
  return scheme?.kind === "apiKey" && scheme.in === "header" ? words.toLowerCase() : words;
}

function schemeWords(scheme: SecurityScheme | undefined, name: string): string {
  switch (scheme?.kind) {
    case undefined:
      return `the unknown scheme \`${name}\``;
    case "apiKey":
      return `an API key in the ${placeWords[scheme.in]} \`${scheme.parameter}\``;
    case "http":
      return `HTTP ${scheme.scheme}`;
    case "oauth2":
      return "OAuth 2.0";
    case "openIdConnect":
      return `OpenID Connect of \`${scheme.url}\``;
    case "mutualTLS":
      return "a client certificate";
  }
}

const placeWords = { header: "header", query: "query parameter", cookie: "cookie" } as const;

function wordsFor(shown: Shown): string {
  if (shown.size === 0) return "nothing";
  return [...shown.values()]
    .map(({ words, scopes }) => (scopes.size === 0 ? words : `${words} (${[...scopes].join(", ")})`))
    .join(" and ");
}
