import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { errors as providerErrors, GrantContext, Provider, SavedToken } from "oidc-provider";
import { vi } from "vitest";
import type { Received } from "../runtime/server.ts";

/** An authorization server and the API that it guards, both on one port of loopback. */
export interface AuthorizationServer {
  readonly url: string;
  readonly tokenUrl: string;
  /** Below it any path is a resource that needs a token, and tells what it was sent. */
  readonly apiUrl: string;
  /** What the token endpoint was sent since the last `forget`. */
  readonly tokenRequests: readonly Received[];
  readonly apiRequests: readonly Received[];
  /** In seconds, of the tokens to come. */
  lifetime: number;
  forget(): void;
  /** Ends a token before its time. */
  readonly revoke: (token: string) => Promise<void>;
  close(): void;
}

/** What an answer of the API holds. */
export interface Witness {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly token: string;
  readonly clientId: string;
  readonly accountId?: string;
}

/** Everything that form-encoding changes; RFC 6749 (appendix A.2) lets a secret hold ASCII only. */
export const awkwardSecret = "s3c:r%t+s w~d*&=/";

export const service = { clientId: "service:1", clientSecret: awkwardSecret };
export const formService = { clientId: "form-service", clientSecret: "f0rm-s3cr3t" };
export const webApp = { clientId: "web-app", clientSecret: "w3b-s3cr3t" };
export const singlePageApp = { clientId: "single-page-app" };
export const redirectUri = "https://app.example/callback?from=login";

export const samlGrant = "urn:ietf:params:oauth:grant-type:saml2-bearer";
export const assertion = "PHNhbWw6QXNzZXJ0aW9uPsOkPC8+Cg==";

const codeClient = {
  redirect_uris: [redirectUri],
  grant_types: ["authorization_code", "refresh_token"],
  response_types: ["code"],
};

const serviceClient = {
  redirect_uris: [],
  response_types: [],
  grant_types: ["client_credentials", samlGrant],
};

const clients = [
  { client_id: service.clientId, client_secret: service.clientSecret, ...serviceClient },
  {
    client_id: formService.clientId,
    client_secret: formService.clientSecret,
    token_endpoint_auth_method: "client_secret_post",
    ...serviceClient,
  },
  { client_id: webApp.clientId, client_secret: webApp.clientSecret, ...codeClient },
  { client_id: singlePageApp.clientId, token_endpoint_auth_method: "none", ...codeClient },
];

/** Starts a server with every grant that the clients know; PKCE is required, refresh tokens rotate. */
export async function startAuthorizationServer(): Promise<AuthorizationServer> {
  const tokenRequests: Received[] = [];
  const apiRequests: Received[] = [];
  let answer: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    if (path === "/token") record(request, (received) => tokenRequests.push(received));
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  const { provider, lifetimes } = await openProvider(url);
  const login = provider.callback();
  answer = (request, response) => {
    if (request.url?.startsWith("/api/") !== true) return login(request, response);
    record(request, (received) => {
      apiRequests.push(received);
      void answerApi(provider, received, response);
    });
    request.resume();
  };
  return {
    url,
    tokenUrl: `${url}/token`,
    apiUrl: `${url}/api`,
    tokenRequests,
    apiRequests,
    get lifetime() {
      return lifetimes.token;
    },
    set lifetime(seconds) {
      lifetimes.token = seconds;
    },
    forget() {
      tokenRequests.length = 0;
      apiRequests.length = 0;
      lifetimes.token = 3600;
    },
    revoke: async (token) => (await findToken(provider, token))?.destroy(),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Writes a request down beside whoever else reads it. */
function record(request: IncomingMessage, done: (received: Received) => void): void {
  const chunks: Buffer[] = [];
  const { method = "", url = "", headers } = request;
  const push = request.push.bind(request);
  request.push = (chunk: Buffer | null, encoding) => {
    if (chunk === null) done({ method, url, headers, body: Buffer.concat(chunks).toString() });
    else chunks.push(chunk);
    return push(chunk, encoding);
  };
}

/** A token that is valid now, whoever has it. */
async function findToken(provider: Provider, token: string): Promise<SavedToken | undefined> {
  return (await provider.ClientCredentials.find(token)) ?? (await provider.AccessToken.find(token));
}

async function answerApi(
  provider: Provider,
  { method, url, headers, body }: Received,
  response: ServerResponse,
): Promise<void> {
  const [, token = ""] = /^Bearer (.+)$/.exec(headers.authorization ?? "") ?? [];
  const known = await findToken(provider, token);
  response.setHeader("content-type", "application/json");
  if (known === undefined) {
    response.writeHead(401).end(JSON.stringify({ code: "bad.credentials", message: "Invalid login." }));
    return;
  }
  const { clientId, accountId } = known;
  response.end(JSON.stringify({ method, path: url, body, token, clientId, accountId }));
}

async function openProvider(
  url: string,
): Promise<{ readonly provider: Provider; readonly lifetimes: { token: number } }> {
  const lifetimes = { token: 3600 };
  const spies = (["info", "warn"] as const).map((name) =>
    vi.spyOn(console, name).mockImplementation(() => undefined),
  );
  // It warns as soon as it is loaded.
  const { Provider, errors } = await import("oidc-provider");
  const provider = new Provider(url, {
    clients,
    cookies: { keys: ["cookie-key"] },
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: true },
    },
    findAccount: (_context: unknown, accountId: string) => ({
      accountId,
      claims: () => ({ sub: accountId }),
    }),
    pkce: { required: () => true },
    rotateRefreshToken: true,
    issueRefreshToken: () => true,
    scopes: ["openid", "offline_access", "orders"],
    ttl: {
      AccessToken: () => lifetimes.token,
      ClientCredentials: () => lifetimes.token,
      AuthorizationCode: 60,
      Grant: 3600,
      IdToken: 3600,
      Interaction: 60,
      RefreshToken: 3600,
      Session: 60,
    },
    renderError: (context: { body: unknown }, out: object) => {
      context.body = out;
    },
  });
  provider.registerGrantType(samlGrant, (context) => grantForAssertion(provider, errors, context), [
    "assertion",
    "orgName",
    "scope",
  ]);
  for (const spy of spies) spy.mockRestore();
  return { provider, lifetimes };
}

/** Gives a token for the one assertion that it knows. */
async function grantForAssertion(
  provider: Provider,
  errors: typeof providerErrors,
  context: GrantContext,
): Promise<void> {
  const { client, params } = context.oidc;
  if (params["assertion"] !== assertion || params["orgName"] !== "acme") {
    const error_description = "Unknown assertion or organization.";
    throw Object.assign(new errors.InvalidGrant("wrong assertion"), { error_description });
  }
  const whose = { clientId: client.clientId, accountId: "saml-user" };
  const grant = new provider.Grant(whose);
  grant.addOIDCScope("orders");
  const grantId = await grant.save();
  const token = new provider.AccessToken({ ...whose, client, grantId, gty: samlGrant, scope: "orders" });
  const access_token = await token.save();
  context.body = { access_token, token_type: "bearer", expires_in: token.expiration };
}
