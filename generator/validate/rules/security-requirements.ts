import { diagnostic } from "../../diagnostic.ts";
import { componentsOf, sectionOf } from "../../load/component-sections.ts";
import type { SpecNode } from "../../load/document.ts";
import { follow, items, member, members, textOf } from "../../load/node.ts";
import type { Rule, Subject } from "../rule.ts";
import { cutText, listWords } from "../words.ts";

/** A requirement names a security scheme of the components, and scopes that it has (OpenAPI 3.1, 4.8.30). */
export const securityRequirements: Rule = function* (subject) {
  const { document, effort, of } = subject;
  const schemes = componentsOf(document, "Security Scheme");
  const section = (sectionOf("Security Scheme", document.version) ?? []).join(" > ");
  const names = schemes.map(([name]) => name);
  const someNames = listWords(names.slice(0, 8).map(cutText));
  const scopesByScheme = new Map(schemes.map(([name, scheme]) => [name, scopesOf(follow(document, scheme))]));
  for (const [name, requirement] of of("Security Requirement").flatMap((node) => members(node))) {
    if (!scopesByScheme.has(name)) {
      if (isReference(subject, name, requirement)) continue;
      const params = { name, names: someNames, section, like: effort.likelyWord(name, names) };
      yield diagnostic("unknown-security-scheme", requirement.place, params, { on: "key" });
    }
    const known = scopesByScheme.get(name);
    for (const { value, place } of known === undefined ? [] : items(requirement)) {
      if (typeof value !== "string" || known?.has(value)) continue;
      const like = effort.likelyWord(value, [...(known ?? [])]);
      yield diagnostic("unknown-scope", place, { scope: value, name: cutText(name), like });
    }
  }
};

/** The scopes of all flows; undefined where the scheme does not list any. */
function scopesOf(scheme: SpecNode | undefined): ReadonlySet<string> | undefined {
  if (textOf(scheme, "type") !== "oauth2") return undefined;
  // In Swagger 2.0 the scheme is its one flow.
  const flows = [...members(member(scheme, "flows")).map(([, flow]) => flow), scheme];
  const scopes = flows.flatMap((flow) => members(member(flow, "scopes")).map(([scope]) => scope));
  return scopes.length === 0 ? undefined : new Set(scopes);
}

/** Since 3.2 a requirement may name a scheme by its URI (OpenAPI 3.2, 4.30). */
function isReference({ document }: Subject, name: string, { place }: SpecNode): boolean {
  return document.version === "3.2" && document.resolve(name, place) !== undefined;
}
