import type { Client, OAuthClientRequest } from "../../../generated/src/index.ts";
import { check, failing, same, sleep, type Stage } from "../stage.ts";

const body: OAuthClientRequest = {
  name: "Web",
  authorizedGrantType: "CODE",
  scope: ["oauth"],
};

/** Tokens end: by the clock, and before their time. Each time one request brings the next one for all calls. */
export async function tokens(stage: Stage): Promise<void> {
  await stage.wish({ lifetime: 2 });
  const told = await stage.watch();
  const api = stage.client();
  await api.oauth.getOauthScopes();
  await stage.wish({ lifetime: 3600 });
  await sleep(2100);
  await threeCalls(api);
  same((await told()).tokenRequests, 2);
  await stage.wish({ revoke: true });
  await threeCalls(api);
  const { tokenRequests, calls } = await told();
  same([tokenRequests, calls.filter((one) => one.endsWith(" 401")).length > 0], [3, true]);
  await api.withOptions({ maxRetries: 0 }).oauth.getOauthScopes();
  same((await told()).tokenRequests, 3);
  const stale = stage.client({ auth: "no-token-at-all" });
  const refused = await failing(stale.oauth.getOauthScopes(), "AuthenticationError");
  same([refused.status, refused.body?.code], [401, "bad.credentials"]);
  await failing(stage.client({ auth: undefined }).oauth.getOauthScopes(), "SdkError");
  const stranger = stage.client({ auth: stage.loginOf(stage.stranger, { clientAuthentication: "form" }) });
  await stranger.oauth.getOauthScopes();
  await failing(stranger.oauth.getOauthClients(), "PermissionDeniedError");
}

async function threeCalls({ oauth }: Client): Promise<void> {
  await Promise.all([oauth.getOauthScopes(), oauth.getOauthClients(), oauth.getOauthAuthorizations()]);
}

/** A budget that is spent is waited for, unless that takes longer than anybody waits. */
export async function limits(stage: Stage, api: Client): Promise<void> {
  await api.oauth.getOauthScopes();
  await stage.wish({ budget: { allowed: 2, seconds: 2 } });
  const told = await stage.watch();
  const started = Date.now();
  for (let count = 0; count < 2; count++) await api.oauth.getOauthScopes();
  await api.oauth.postOauthClients({ body });
  // A clock of whole milliseconds, and a timer that may be early by one.
  check(Date.now() - started > 900, "the client waits as long as it is asked to");
  same((await told()).calls, [
    "getOauthScopes 200",
    "getOauthScopes 200",
    "postOauthClients 429",
    "postOauthClients 200",
  ]);
  await stage.wish({ budget: { allowed: 300, seconds: 60 } });
  const fault = { operation: "getOauthClients", status: 429, retryAfter: "3600", times: 1 };
  await stage.wish({ fault });
  const refused = await failing(api.oauth.getOauthClients(), "RateLimitError");
  same([refused.status, refused.retryAfter], [429, 3_600_000]);
}

/** What passes is tried again where that does no harm. */
export async function faults(stage: Stage, api: Client): Promise<void> {
  const told = await stage.watch();
  const fault = { status: 503, times: 1 };
  await stage.wish({ fault: { ...fault, operation: "getOauthClients" } });
  await api.oauth.getOauthClients();
  await stage.wish({ fault: { ...fault, operation: "postOauthClients" } });
  const refused = await failing(api.oauth.postOauthClients({ body }), "ServerError");
  same([refused.status, refused.body?.code], [503, "service.unavailable"]);
  check(refused.correlationId === refused.body?.contextId, "a server's error has a correlation id, too");
  await stage.wish({ fault: { ...fault, operation: "postOauthClients", retryAfter: "0" } });
  await api.oauth.postOauthClients({ body });
  same((await told()).calls, [
    "getOauthClients 503",
    "getOauthClients 200",
    "postOauthClients 503",
    "postOauthClients 503",
    "postOauthClients 200",
  ]);
  for (const status of [408, 500, 504]) {
    // A browser asks once more by itself where a connection that was used before says 408.
    await stage.wish({ fault: { operation: "getOauthScopes", status, times: 9 } });
    const name = status === 408 ? "ApiError" : "ServerError";
    same((await failing(api.oauth.getOauthScopes({}, { maxRetries: 0 }), name)).status, status);
    await stage.wish({ calm: true });
  }
}

/** Calls that nobody waits for, and answers that never come. */
export async function silence(stage: Stage, api: Client): Promise<void> {
  const held = { operation: "getOauthScopes", wait: 5000, times: 1 };
  await stage.wish({ fault: held });
  const controller = new AbortController();
  const started = Date.now();
  const call = api.oauth.getOauthScopes({}, { signal: controller.signal });
  setTimeout(() => controller.abort("enough"), 50);
  same((await failing(call, "AbortError")).cause, "enough");
  check(Date.now() - started < 4000, "an abort takes effect at once");
  await stage.wish({ fault: held });
  await failing(api.oauth.getOauthScopes({}, { timeout: 100, maxRetries: 0 }), "TimeoutError");
  await stage.wish({ fault: held });
  await api.oauth.getOauthScopes({}, { timeout: 1000 });

  await stage.wish({ fault: { operation: "getOauthClients", status: 503, retryAfter: "30", times: 1 } });
  const waiting = new AbortController();
  const retried = api.oauth.getOauthClients({}, { signal: waiting.signal });
  setTimeout(() => waiting.abort(), 150);
  await failing(retried, "AbortError");
  check(Date.now() - started < 20_000, "a wait is aborted as well");

  // Some runtimes send once more by themselves what a connection has swallowed that was used before.
  await stage.wish({ fault: { operation: "postOauthClients", cut: true, times: 9 } });
  await failing(api.oauth.postOauthClients({ body }, { maxRetries: 0 }), "ConnectionError");
  await failing(api.oauth.postOauthClients({ body }), "ConnectionError");
  await stage.wish({ calm: true });
  await stage.wish({ fault: { operation: "getOauthAuthorizations", cut: true, times: 1 } });
  await api.oauth.getOauthAuthorizations();
}
