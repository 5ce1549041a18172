import { type Answer, isFields, refusal } from "./answer.ts";
import { scopeIds } from "./scopes.ts";

/** The settings of a client, as they come in a request that has passed `checkSettings`. */
export interface ClientSettings {
  readonly name: string;
  readonly description?: string;
  readonly authorizedGrantType: string;
  readonly scope?: readonly string[];
  readonly roleDivisions?: readonly { readonly roleId: string; readonly divisionId: string }[];
  readonly roleIds?: readonly string[];
  readonly registeredRedirectUri?: readonly string[];
  readonly accessTokenValiditySeconds?: number;
  readonly state?: string;
  readonly dateToDelete?: string;
}

const grantTypes = ["CODE", "TOKEN", "SAML2-BEARER", "PASSWORD", "CLIENT-CREDENTIALS"];

/** What kind of value each field takes. */
const kinds: Readonly<Record<string, (value: unknown) => boolean>> = {
  name: isText,
  description: isText,
  authorizedGrantType: isText,
  scope: isTexts,
  roleDivisions: (value) =>
    Array.isArray(value) &&
    value.every((one) => isFields(one) && isText(one["roleId"]) && isText(one["divisionId"])),
  roleIds: isTexts,
  registeredRedirectUri: (value) => isTexts(value) && value.every((one) => URL.canParse(one)),
  accessTokenValiditySeconds: (value) =>
    Number.isInteger(value) && Number(value) >= 300 && Number(value) <= 172_800,
  state: isText,
  dateToDelete: isText,
};

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isText);
}

/** Gives the settings of a client to be made or changed, or says why they will not do. */
export function checkSettings(body: unknown, isNew: boolean): ClientSettings | Answer {
  if (!isFields(body)) return refusal(400, "bad.request", "The body is no object.");
  for (const [field, value] of Object.entries(body)) {
    const fits = Object.hasOwn(kinds, field) ? kinds[field] : undefined;
    if (fits === undefined) return refusal(400, "invalid.property", `There is no ${field}.`, field);
    if (!fits(value)) return refusal(400, "invalid.value", `${field} has a wrong value.`, field);
  }
  if (typeof body["name"] !== "string" || body["name"].trim() === "")
    return refusal(400, "constraint.validation", "A client needs a name.", "name");
  // Each field has just been looked at.
  const settings = { ...body } as unknown as ClientSettings;
  return grantFault(settings) ?? stateFault(settings, isNew) ?? settings;
}

/** Whether it is the answer that something will not do. */
export function isAnswer(value: ClientSettings | Answer): value is Answer {
  return "status" in value;
}

function grantFault({ authorizedGrantType, ...settings }: ClientSettings): Answer | undefined {
  const field = "authorizedGrantType";
  if (!authorizedGrantType) return refusal(400, "grant.type.required", "A client needs a grant type.", field);
  if (!grantTypes.includes(authorizedGrantType))
    return refusal(400, "bad.grant.type", `There is no grant type ${authorizedGrantType}.`, field);
  const { scope = [], roleDivisions = [], roleIds = [] } = settings;
  if (authorizedGrantType === "CLIENT-CREDENTIALS") {
    if (roleDivisions.length + roleIds.length === 0)
      return refusal(400, "missing.client.roles", "Such a client needs roles.", "roleDivisions");
    if (roleDivisions.some(({ roleId }) => roleId === "nobody-has-it"))
      return refusal(400, "bad.client.role", "You lack a role of the client.", "roleDivisions");
    return undefined;
  }
  if (scope.length === 0)
    return refusal(400, "missing.client.scope", "Such a client needs a scope.", "scope");
  const unknown = scope.find((one) => !scopeIds.includes(one));
  return unknown === undefined ? undefined : refusal(400, "invalid.value", `No scope ${unknown}.`, "scope");
}

function stateFault({ state = "active", dateToDelete }: ClientSettings, isNew: boolean): Answer | undefined {
  if (!(isNew ? ["active"] : ["active", "inactive"]).includes(state))
    return refusal(400, "bad.client.state", `No one may set the state ${state} here.`, "state");
  if (dateToDelete !== undefined && Number.isNaN(Date.parse(dateToDelete)))
    return refusal(400, "invalid.date", "dateToDelete is no date.", "dateToDelete");
  return undefined;
}
