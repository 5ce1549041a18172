// What the compiler has to say of the generated client, as a program that uses it sees it. Nothing here runs: the
// file is checked with everything else by `npm run types`.
import {
  type ApiError,
  type ApiResponse,
  type ApiUsageQueryResult,
  type Client,
  createClient,
  createTransport,
  deleteOauthClient,
  type ErrorBody,
  getOauthClient,
  getOauthClients,
  type GetOauthClientsResponse,
  type OAuthClient,
  type OAuthClientEntityListing,
  type OAuthClientListing,
  type OAuthClientRequest,
  OAuthGrantType,
  type Transport,
  type UsageExecutionResult,
} from "../../generated/src/index.ts";
import type { PagePromise, PollError, PollOptions, PollPromise } from "../../generated/src/runtime.ts";

/** Whether two types are one. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

function holds<Claim extends true>(): Claim | undefined {
  return undefined;
}

export async function results(api: Client): Promise<void> {
  const client = await api.oauth.getOauthClient({ clientId: "a" });
  holds<Same<typeof client, OAuthClient>>();
  const nothing = await api.oauth.deleteOauthClient({ clientId: "a" });
  holds<Same<typeof nothing, void>>();
  const listing = await api.oauth.getOauthClients();
  holds<Same<typeof listing, OAuthClientEntityListing>>();

  const answer = await api.oauth
    .postOauthClientUsageQuery({ clientId: "a", body: { interval: "x/y" } })
    .withResponse();
  holds<
    Same<typeof answer, ApiResponse<200, UsageExecutionResult> | ApiResponse<202, UsageExecutionResult>>
  >();
  if (answer.status === 202) holds<Same<typeof answer, ApiResponse<202, UsageExecutionResult>>>();
}

export async function pages(api: Client, transport: Transport): Promise<void> {
  const call = api.oauth.getOauthClients();
  holds<
    Same<typeof call, PagePromise<OAuthClientEntityListing, OAuthClientListing, GetOauthClientsResponse>>
  >();
  for await (const client of call) holds<Same<typeof client, OAuthClientListing>>();
  for await (const page of call.pages()) holds<Same<typeof page, OAuthClientEntityListing>>();
  const clients = await getOauthClients(transport).toArray({ limit: 5 });
  holds<Same<typeof clients, OAuthClientListing[]>>();
  const whole = await call.withResponse();
  holds<Same<typeof whole, GetOauthClientsResponse>>();
  // @ts-expect-error -- a call that gives no pages cannot be iterated over
  const scopes: AsyncIterable<unknown> = api.oauth.getOauthScopes();
  // @ts-expect-error -- and neither can what a call gives
  const listing: AsyncIterable<unknown> = await call;
  void [scopes, listing];
}

export async function ends(api: Client): Promise<void> {
  const call = api.oauth.postOauthClientUsageQuery({ clientId: "a", body: { interval: "x/y" } });
  const begun = await call;
  holds<Same<typeof begun, UsageExecutionResult>>();
  const signal = new AbortController().signal;
  const patience: PollOptions<ApiUsageQueryResult> = { interval: 1, timeout: 2, signal };
  const end = await call.result({
    ...patience,
    onPoll: (body) => void holds<Same<typeof body, ApiUsageQueryResult>>(),
  });
  holds<Same<typeof end, ApiUsageQueryResult>>();
  const summary: PollPromise<UsageExecutionResult, ApiUsageQueryResult> =
    api.oauth.getOauthClientUsageSummary({
      clientId: "a",
    });
  holds<Same<PollError["body"], unknown>>();
  // @ts-expect-error -- a call that begins nothing has no end
  void api.oauth.getOauthClient({ clientId: "a" }).result();
  await summary.result({ signal: undefined, onPoll: undefined });
}

export function functions(transport: Transport, api: Client): void {
  void getOauthClient(transport, { clientId: "a" }, { signal: new AbortController().signal, timeout: 1000 });
  // A client is a transport too.
  void deleteOauthClient(api, { clientId: "a" });
  // @ts-expect-error -- a transport has no methods
  void transport.oauth;
  // @ts-expect-error -- nothing in a client can be replaced
  api.oauth = api.oauth;
}

export function parameters(api: Client): void {
  void api.oauth.getOauthClientUsageSummary({ clientId: "a", days: "30" });
  void api.oauth.getOauthClientUsageSummary({ clientId: "a", days: undefined });
  void api.oauth.getOauthClients({}, { headers: { "x-a": "b", "x-c": null } });
  // @ts-expect-error -- the query wants a text
  void api.oauth.getOauthClientUsageSummary({ clientId: "a", days: 30 });
  // @ts-expect-error -- a parameter of the path is required
  void api.oauth.getOauthClient({});
  // @ts-expect-error -- and so is the object that holds it
  void api.oauth.getOauthClient();
  // @ts-expect-error -- options are no parameters
  void api.oauth.getOauthClients({ signal: new AbortController().signal });
  // @ts-expect-error -- there is no such parameter
  void api.oauth.getOauthClient({ clientId: "a", id: "b" });
}

export function bodies(api: Client): void {
  const body: OAuthClientRequest = { name: "a", authorizedGrantType: "CODE" };
  void api.oauth.postOauthClients({ body });
  void api.oauth.putOauthClient({ clientId: "a", body: { ...body, accessTokenValiditySeconds: 3600n } });
  // @ts-expect-error -- a name is required
  void api.oauth.postOauthClients({ body: { authorizedGrantType: "CODE" } });
  // @ts-expect-error -- what only answers hold cannot be sent
  void api.oauth.postOauthClients({ body: { ...body, dateCreated: "2024-01-01T00:00:00Z" } });
  const { description } = body;
  // @ts-expect-error -- an absent field is left out, not undefined
  void api.oauth.postOauthClients({ body: { ...body, description } });
  // @ts-expect-error -- only requests hold this enum, so it is closed
  void api.oauth.postOauthClientUsageQuery({ clientId: "a", body: { interval: "x/y", granularity: "Year" } });
}

export function models(client: OAuthClient, error: ErrorBody): void {
  holds<Same<OAuthClient["id"], string | undefined>>();
  holds<Same<OAuthClient["dateCreated"], string | undefined>>();
  holds<Same<OAuthClient["accessTokenValiditySeconds"], number | undefined>>();
  holds<Same<ErrorBody["errors"], ErrorBody[] | undefined>>();
  holds<Same<NonNullable<ErrorBody["messageParams"]>[string], string>>();
  // An enum that answers hold is open, and its known values are at hand.
  const later: OAuthGrantType = "INVENTED-LATER";
  const known: OAuthGrantType = OAuthGrantType["CLIENT-CREDENTIALS"];
  holds<Same<(typeof OAuthGrantType)["CODE"], "CODE">>();
  void [client, error, later, known];
}

export function errors(error: ApiError): void {
  holds<Same<ApiError["body"], ErrorBody | string | undefined>>();
  holds<Same<ApiError["correlationId"], string | undefined>>();
  void error;
}

export function options(): void {
  createClient({ region: "mypurecloud.com", auth: "token" });
  createClient({ region: "a-region-that-opens-tomorrow.example", auth: () => "token" });
  createTransport({ auth: async () => "token", baseUrl: "http://localhost", fetch, timeout: 0 });
  // @ts-expect-error -- a credential is a text or gives one
  createClient({ auth: 5 });
  // @ts-expect-error -- there is no such option
  createClient({ baseURL: "http://localhost" });
}
