import {
  ApiError,
  type Client,
  type OAuthClient,
  type OAuthClientRequest,
  OAuthClientState,
  OAuthGrantType,
} from "../../../generated/src/index.ts";
import { check, failing, same, type Stage } from "../stage.ts";

/** From the login to the client that is made, read, changed, and gets another secret. */
export async function beginning(stage: Stage, api: Client): Promise<OAuthClient> {
  const { entities: scopes = [], total } = await api.oauth.getOauthScopes({ acceptLanguage: "de" });
  same([total, scopes[0]?.description], [scopes.length, "OAuth-Clients verwalten"]);
  const { description } = await api.oauth.getOauthScope({
    scopeId: "oauth:readonly",
    acceptLanguage: "en-us",
  });
  same(description, "View OAuth clients");

  const settings = {
    name: "Nightly report \u{1F319}",
    authorizedGrantType: OAuthGrantType["CLIENT-CREDENTIALS"],
    roleDivisions: [{ roleId: "viewer", divisionId: "*" }],
    accessTokenValiditySeconds: 3600,
  };
  const made = await api.oauth.postOauthClients({ body: settings });
  const { id: clientId = "", secret = "" } = made;
  check(secret !== "" && clientId !== "", "a new client tells its id and its secret");
  const read = await api.oauth.getOauthClient({ clientId }).withResponse();
  same(
    [read.status, read.data.name, read.data.secret, read.data.state],
    [200, settings.name, undefined, "active"],
  );
  check(/^[\da-f-]{36}$/.test(read.correlationId ?? ""), "an answer has a correlation id");
  const { entities: rows = [] } = await api.oauth.getOauthClients();
  check(
    rows.some(({ id }) => id === clientId),
    "the new client is in the list",
  );

  await ownLogin(stage, { clientId, clientSecret: secret });
  await wrongUpdates(api, clientId, settings);
  const body = { ...settings, name: "Weekly report" };
  same((await api.oauth.putOauthClient({ clientId, body })).name, "Weekly report");

  const renewed = await api.oauth.postOauthClientSecret({ clientId });
  check(renewed.secret !== undefined && renewed.secret !== secret, "the new secret is another one");
  const old = stage.client({ auth: stage.loginOf({ clientId, clientSecret: secret }) });
  const refused = await failing(old.oauth.getOauthScopes(), "OAuthError");
  same([refused.error, refused.status], ["invalid_client", 401]);
  await ownLogin(stage, { clientId, clientSecret: renewed.secret });
  return renewed;
}

/** The client that was made logs in itself, and may only look. */
async function ownLogin(stage: Stage, login: { clientId: string; clientSecret: string }): Promise<void> {
  const own = stage.client({ auth: stage.loginOf(login) });
  const { clientId } = login;
  same((await own.oauth.getOauthClient({ clientId })).id, clientId);
  const refused = await failing(own.oauth.postOauthClientSecret({ clientId }), "PermissionDeniedError");
  same([refused.status, refused.body?.code], [403, "missing.any.permissions"]);
}

async function wrongUpdates(
  api: Client,
  clientId: string,
  settings: { name: string; authorizedGrantType: string },
): Promise<void> {
  const wrong: readonly (readonly [code: string, body: OAuthClientRequest])[] = [
    ["missing.client.roles", { ...settings, roleDivisions: [] }],
    ["missing.client.scope", { ...settings, authorizedGrantType: "CODE" }],
    ["bad.grant.type", { ...settings, authorizedGrantType: "CLIENT_CREDENTIALS" }],
    ["invalid.value", { ...settings, accessTokenValiditySeconds: 299 }],
    ["constraint.validation", { ...settings, name: "" }],
    ["invalid.date", { ...settings, dateToDelete: "tomorrow" }],
    ["bad.client.state", { ...settings, state: OAuthClientState.disabled }],
  ];
  for (const [code, body] of wrong) {
    const error = await failing(api.oauth.putOauthClient({ clientId, body }), "BadRequestError");
    check(error instanceof ApiError, "it is an ApiError");
    same([error.status, error.body?.code], [400, code]);
    check(error.correlationId === error.body?.contextId, "the error knows its correlation id");
    check(error.message.includes(error.correlationId ?? "?"), "and its message tells it");
  }
}

/** Users authorize a client; support blocks another one. */
export async function authorizations(stage: Stage, api: Client, service: OAuthClient): Promise<void> {
  const web = { name: "Dashboard", authorizedGrantType: OAuthGrantType.CODE, scope: ["oauth:readonly"] };
  const body = { ...web, registeredRedirectUri: ["https://app.example/callback?from=login"] };
  const { id: clientId = "" } = await api.oauth.postOauthClients({ body });
  const { entities = [] } = await api.oauth.getOauthAuthorizations();
  check(
    entities.some(({ client }) => client?.id === clientId),
    "the client is authorized",
  );
  const one = await api.oauth.getOauthAuthorization({ clientId });
  same([one.client?.id, one.scope, one.pending], [clientId, ["oauth:readonly"], false]);
  const none = await failing(
    api.oauth.getOauthAuthorization({ clientId: service.id ?? "" }),
    "NotFoundError",
  );
  same([none.status, none.body?.code], [404, "not.found"]);
  await stage.wish({ disable: clientId });
  const refused = await failing(api.oauth.putOauthClient({ clientId, body }), "BadRequestError");
  same(refused.body?.code, "bad.client.state");
}

/** Only an inactive client can be deleted; for a moment it is still to be seen. */
export async function ending(stage: Stage, api: Client, made: OAuthClient): Promise<void> {
  const { id: clientId = "", secret: clientSecret = "", name, authorizedGrantType, roleDivisions } = made;
  const refused = await failing(api.oauth.deleteOauthClient({ clientId }), "BadRequestError");
  same(refused.body?.code, "cannot.delete.client");
  const body = {
    name,
    authorizedGrantType,
    roleDivisions: roleDivisions ?? [],
    state: OAuthClientState.inactive,
  };
  same((await api.oauth.putOauthClient({ clientId, body })).state, "inactive");
  const own = stage.client({ auth: stage.loginOf({ clientId, clientSecret }) });
  same((await failing(own.oauth.getOauthScopes(), "OAuthError")).error, "unauthorized_client");
  await stage.wish({ linger: 1 });
  const { status, data } = await api.oauth.deleteOauthClient({ clientId }).withResponse();
  same([status, data], [204, undefined]);
  same((await api.oauth.getOauthClient({ clientId })).state, "deleted");
  const gone = await failing(api.oauth.getOauthClient({ clientId }), "NotFoundError");
  same([gone.status, gone.body?.code], [404, "client.not.found"]);
  await failing(api.oauth.deleteOauthClient({ clientId }), "NotFoundError");
}
