import type { Operation, SecurityAlternative } from "../../model/operation.ts";
import { permissionWords } from "../operation-view.ts";
import type { ViewContext } from "../view-context.ts";
import { codeSpan } from "./code-text.ts";

/** What a caller must have to call an operation, as sentences: permissions, then scopes and credentials. */
export function accessSentences(operation: Operation, views: ViewContext): readonly string[] {
  const permissions = permissionWords(operation);
  const arePermissionsUsed = views.api.operations.some((other) => other.permissions !== undefined);
  return [
    ...(permissions !== undefined ? [permissions] : arePermissionsUsed ? ["Needs no permission."] : []),
    ...securitySentences(operation, views),
  ];
}

function securitySentences({ security }: Operation, { api }: ViewContext): readonly string[] {
  if (api.schemes.length === 0) return [];
  const needed = security.filter(({ schemes }) => schemes.length > 0);
  if (needed.length === 0) return ["Needs no authentication."];
  const isOptional = needed.length < security.length;
  const how = api.schemes.length === 1 ? scopeSentence(needed) : schemeSentence(needed);
  if (isOptional) return [how === "" ? "Authentication is optional." : withoutAny(how)];
  return how === "" ? [] : [how];
}

/** What is needed by those who authenticate at all. */
function withoutAny(how: string): string {
  const rest = how.replace(/^Needs a/, "it takes a").replace(/^Authenticates/, "it is done");
  return `Authentication is optional: ${rest}`;
}

/** Where there is one scheme only, it is understood. */
function scopeSentence(alternatives: readonly SecurityAlternative[]): string {
  const lists = alternatives.map(({ schemes }) => schemes.flatMap(({ scopes }) => scopes));
  if (lists.some((scopes) => scopes.length === 0)) return "";
  const [first = []] = lists;
  if (lists.length === 1) {
    return `Needs a token with the ${first.length === 1 ? "scope" : "scopes"} ${listed(first, "and")}.`;
  }
  if (lists.every((scopes) => scopes.length === 1)) {
    return `Needs a token with one of the scopes ${listed(lists.flat(), ",")}.`;
  }
  return `Needs a token with the scopes ${lists.map((scopes) => listed(scopes, "and")).join(", or with ")}.`;
}

function schemeSentence(alternatives: readonly SecurityAlternative[]): string {
  const words = alternatives.map(({ schemes }) => schemes.map(schemeWords).join(" and "));
  return `Authenticates with ${[...new Set(words)].join(", or with ")}.`;
}

function schemeWords({ name, scopes }: SecurityAlternative["schemes"][number]): string {
  const scheme = codeSpan(name);
  if (scopes.length === 0) return scheme;
  return `${scheme} (${scopes.length === 1 ? "scope" : "scopes"} ${listed(scopes, "and")})`;
}

function listed(names: readonly string[], word: "and" | ","): string {
  const spans = names.map((name) => codeSpan(name));
  if (word === "," || spans.length < 2) return spans.join(", ");
  return `${spans.slice(0, -1).join(", ")} and ${spans.at(-1) ?? ""}`;
}
