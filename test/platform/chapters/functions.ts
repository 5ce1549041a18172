import {
  createTransport,
  deleteOauthClient,
  getOauthClient,
  getOauthClientUsageQueryResult,
  getOauthClientUsageSummary,
  getOauthClients,
  getOauthScopes,
  postOauthClients,
  postOauthClientSecret,
  putOauthClient,
} from "../../../generated/src/index.ts";
import { check, failing, same, type Stage } from "../stage.ts";

/** The same by functions that stand alone, without logger or middleware around them. */
export async function functions(stage: Stage): Promise<void> {
  const transport = createTransport({ baseUrl: stage.url, auth: stage.loginOf(stage.service) });
  const { total } = await getOauthScopes(transport);
  check(Number(total) > 0, "there are scopes");
  const settings = {
    name: "Alone",
    authorizedGrantType: "CLIENT-CREDENTIALS",
    roleDivisions: [{ roleId: "admin", divisionId: "*" }],
  };
  const { id: clientId = "", secret } = await postOauthClients(transport, { body: settings });
  const renewed = await postOauthClientSecret(transport, { clientId });
  check(renewed.secret !== secret, "the secret is another one");
  const own = createTransport({
    baseUrl: stage.url,
    auth: stage.loginOf({ clientId, clientSecret: renewed.secret ?? "" }),
  });
  const { entities = [] } = await getOauthClients(own);
  same(entities.find(({ id }) => id === clientId)?.name, "Alone");
  const { executionId = "" } = await getOauthClientUsageSummary(own, { clientId, days: "1" });
  const { queryStatus } = await getOauthClientUsageQueryResult(own, { clientId, executionId });
  same(queryStatus, "Running");
  await failing(deleteOauthClient(transport, { clientId }), "BadRequestError");
  await putOauthClient(transport, { clientId, body: { ...settings, state: "inactive" } });
  await stage.wish({ linger: 0 });
  await deleteOauthClient(transport, { clientId });
  await failing(getOauthClient(transport, { clientId }), "NotFoundError");
  // The client that a token was for is gone, and so is the token; nothing gives another one.
  same((await failing(getOauthScopes(own), "OAuthError")).error, "invalid_client");
}

/** What the spec does not name, the answer as it comes, and a list of several pages. */
export async function doors(stage: Stage): Promise<void> {
  const api = stage.client();
  const raw = await api.request<{ readonly total: number }>("GET", "/api/v2/oauth/scopes");
  same(raw.total, (await getOauthScopes(api)).total);
  const response = await api.oauth.getOauthScopes().asResponse();
  same([response.status, response.bodyUsed], [200, false]);
  check((await response.text()).startsWith("{"), "its body is left to read");
  const names = async (): Promise<readonly string[]> => {
    const found = [];
    for await (const { name } of api.oauth.getOauthClients()) found.push(name);
    return found;
  };
  const all = await names();
  check(all.length > 2, "there are clients");
  await stage.wish({ pageSize: 2 });
  same((await api.oauth.getOauthClients()).entities?.length, 2);
  const told = await stage.watch();
  same(await names(), all);
  same((await told()).calls.length, Math.ceil(all.length / 2));
  const unknown = await failing(api.request("GET", "/api/v2/oauth/nothing"), "NotFoundError");
  same(unknown.body?.code, "not.found");
}
