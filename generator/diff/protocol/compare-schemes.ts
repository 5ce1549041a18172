import type { OAuth2Scheme, OAuthFlow, SecurityScheme } from "../../model/api.ts";
import type { Operation } from "../../model/operation.ts";
import type { Note, Told } from "./finding.ts";
import type { OperationContext } from "./operation-context.ts";

/** The schemes themselves: whether they last, where tokens come from, and which scopes there are to ask for. */
export function compareSchemes(
  { note, schemes }: Pick<OperationContext, "note" | "schemes">,
  used: readonly Operation[],
): void {
  for (const [name, was] of schemes.before) {
    const is = schemes.after.get(name);
    const users = used.filter(({ security }) =>
      security.some((each) => each.schemes.some((one) => one.name === name)),
    );
    if (is === undefined || users.length === 0) continue;
    const told: Told = {
      subject: `the security scheme \`${name}\``,
      about: name,
      where: "",
      before: was.place,
      after: is.place,
      operations: users,
      direction: "none",
    };
    compareScheme(note, told, was, is);
  }
}

function compareScheme(note: Note, told: Told, was: SecurityScheme, is: SecurityScheme): void {
  if (was.deprecated !== is.deprecated) {
    const code = `security-scheme-${is.deprecated === true ? "deprecated" : "reinstated"}`;
    note({ ...told, code, about: `${told.about} deprecated` });
  }
  if (was.kind === "oauth2" && is.kind === "oauth2") compareTokens(note, told, was, is);
}

function compareTokens(note: Note, told: Told, was: OAuth2Scheme, is: OAuth2Scheme): void {
  noteUrl(note, { ...told, about: `${told.about} metadataUrl` }, was.metadataUrl, is.metadataUrl);
  const isLeft = was.flows.some(({ kind }) => is.flows.some((flow) => flow.kind === kind));
  for (const flow of was.flows) {
    const now = is.flows.find(({ kind }) => kind === flow.kind);
    const about = `${told.about} ${flow.kind}`;
    // A client that gets its tokens in another way does not notice.
    const code = isLeft ? "oauth-flow-removed" : "last-oauth-flow-removed";
    if (now === undefined) note({ ...told, code, about, old: flow.kind });
    else compareFlows(note, { ...told, about }, flow, now);
  }
  for (const { kind } of is.flows)
    if (!was.flows.some((flow) => flow.kind === kind))
      note({ ...told, code: "oauth-flow-added", about: `${told.about} ${kind}`, new: kind });
}

const urls = ["authorizationUrl", "tokenUrl", "refreshUrl", "deviceAuthorizationUrl"] as const;

function compareFlows(note: Note, told: Told, was: OAuthFlow, is: OAuthFlow): void {
  for (const key of urls) noteUrl(note, { ...told, about: `${told.about} ${key}` }, was[key], is[key]);
  const old = new Set(was.scopes.map(({ name }) => name));
  const now = new Set(is.scopes.map(({ name }) => name));
  for (const scope of old)
    if (!now.has(scope))
      note({ ...told, code: "oauth-scope-removed", about: `${told.about} ${scope}`, old: scope });
  for (const scope of now)
    if (!old.has(scope))
      note({ ...told, code: "oauth-scope-added", about: `${told.about} ${scope}`, new: scope });
}

/** Nobody asks at an address that was not known. */
function noteUrl(note: Note, told: Told, old: string | undefined, now: string | undefined): void {
  if (old === now) return;
  note({ ...told, code: "oauth-url-changed", old, new: now, level: old === undefined ? "info" : undefined });
}
