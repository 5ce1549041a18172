import { expect, it } from "vitest";
import {
  ApiError,
  BadRequestError,
  AuthenticationError,
  createClient,
  createTransport,
  getOauthClient,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  ServerError,
} from "../../generated/src/index.ts";
import type { ApiPromise, Client } from "../../generated/src/index.ts";
import { json, serve } from "../runtime/server.ts";
import {
  answerMisfits,
  bodyExamples,
  requestMisfits,
  type SpecOperation,
  specOperations,
  type SpecResponse,
} from "./judge.ts";

const clientId = "5d1c8a7e-3b62-4f0d-9a51-c2e7f4b80a13";
const correlationId = "c4e0a7d2-86b1-4f39-9d57-1a2b3c4d5e6f";

/** How each operation is called, and the request line that has to come of it. Bodies are the spec's examples. */
const calls: Readonly<
  Record<string, { call: (api: Client, body: never) => ApiPromise<unknown>; line: string }>
> = {
  getOauthClients: { call: (api) => api.oauth.getOauthClients(), line: "GET /api/v2/oauth/clients" },
  postOauthClients: {
    call: (api, body) => api.oauth.postOauthClients({ body }),
    line: "POST /api/v2/oauth/clients",
  },
  getOauthClient: {
    call: (api) => api.oauth.getOauthClient({ clientId }),
    line: `GET /api/v2/oauth/clients/${clientId}`,
  },
  putOauthClient: {
    call: (api, body) => api.oauth.putOauthClient({ clientId, body }),
    line: `PUT /api/v2/oauth/clients/${clientId}`,
  },
  deleteOauthClient: {
    call: (api) => api.oauth.deleteOauthClient({ clientId }),
    line: `DELETE /api/v2/oauth/clients/${clientId}`,
  },
  postOauthClientSecret: {
    call: (api) => api.oauth.postOauthClientSecret({ clientId }),
    line: `POST /api/v2/oauth/clients/${clientId}/secret`,
  },
  postOauthClientUsageQuery: {
    call: (api, body) => api.oauth.postOauthClientUsageQuery({ clientId, body }),
    line: `POST /api/v2/oauth/clients/${clientId}/usage/query`,
  },
  getOauthClientUsageQueryResult: {
    call: (api) => api.oauth.getOauthClientUsageQueryResult({ clientId, executionId: "run/1 ü" }),
    line: `GET /api/v2/oauth/clients/${clientId}/usage/query/results/run%2F1%20%C3%BC`,
  },
  getOauthClientUsageSummary: {
    call: (api) => api.oauth.getOauthClientUsageSummary({ clientId, days: "30" }),
    line: `GET /api/v2/oauth/clients/${clientId}/usage/summary?days=30`,
  },
  getOauthAuthorizations: {
    call: (api) => api.oauth.getOauthAuthorizations(),
    line: "GET /api/v2/oauth/authorizations",
  },
  getOauthAuthorization: {
    call: (api) => api.oauth.getOauthAuthorization({ clientId }),
    line: `GET /api/v2/oauth/authorizations/${clientId}`,
  },
  getOauthScopes: {
    call: (api) => api.oauth.getOauthScopes({ acceptLanguage: "de" }),
    line: "GET /api/v2/oauth/scopes",
  },
  getOauthScope: {
    call: (api) => api.oauth.getOauthScope({ scopeId: "oauth:readonly", acceptLanguage: "de" }),
    line: "GET /api/v2/oauth/scopes/oauth%3Areadonly",
  },
};

it("knows how to call every operation of the spec, and there are 13", () => {
  expect(Object.keys(calls).sort()).toEqual(specOperations.map(({ id }) => id).sort());
  expect(specOperations).toHaveLength(13);
});

const answers = specOperations.flatMap((operation) =>
  operation.responses.map(
    (response) =>
      [`${operation.id} ${response.status} ${response.example ?? ""}`, operation, response] as const,
  ),
);

it("has an example of every answer that has a body", () => {
  const missing = answers.filter(([, , { status, example }]) => example === undefined && status !== 204);
  expect(missing.map(([name]) => name)).toEqual([]);
});

/** Call an operation against a real server that gives one answer. */
async function exchange(operation: SpecOperation, response: SpecResponse, body?: unknown) {
  const headers = { "inin-correlation-id": correlationId };
  const server = await serve(
    response.body === undefined
      ? (answer) => answer.writeHead(response.status, headers).end()
      : json(response.status, response.body, headers),
  );
  const api = createClient({ baseUrl: server.url, auth: "a-token", maxRetries: 0 });
  const [, first] = bodyExamples(operation)[0] ?? [];
  const promise = calls[operation.id]?.call(api, (body ?? first) as never);
  const outcome = await promise?.withResponse().then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  return { outcome: outcome ?? {}, received: server.received };
}

it.each(answers)(
  "%s: sends what the spec declares and gives what the server answers",
  async (_, operation, response) => {
    expect(answerMisfits(response)).toEqual([]);
    const { outcome, received } = await exchange(operation, response);
    expect(received).toHaveLength(1);
    const [request] = received;
    expect(`${request?.method} ${request?.url}`).toBe(calls[operation.id]?.line);
    if (request !== undefined) expect(requestMisfits(operation, request)).toEqual([]);
    if (response.status < 300) {
      expect(outcome).toMatchObject({
        value: { status: response.status, data: response.body, correlationId },
      });
    } else {
      const error = "error" in outcome ? outcome.error : undefined;
      expect(error).toBeInstanceOf(ApiError);
      expect(error).toMatchObject({ status: response.status, body: response.body, correlationId });
    }
  },
);

const bodies = specOperations.flatMap((operation) =>
  bodyExamples(operation).map(([name, value]) => [`${operation.id} ${name}`, operation, value] as const),
);

it.each(bodies)("%s: sends the body as it is", async (_, operation, value) => {
  const [success] = operation.responses;
  if (success === undefined) throw new Error("There is no answer.");
  const { received } = await exchange(operation, success, value);
  expect(JSON.parse(received[0]?.body ?? "")).toEqual(value);
  if (received[0] !== undefined) expect(requestMisfits(operation, received[0])).toEqual([]);
});

it("sends the language header where it is asked to, and leaves it out otherwise", async () => {
  const server = await serve(json(200, { entities: [] }));
  const api = createClient({ baseUrl: server.url, auth: "a-token", maxRetries: 0 });
  await api.oauth.getOauthScopes({ acceptLanguage: "de" });
  await api.oauth.getOauthScopes();
  expect(server.received.map(({ headers }) => headers["accept-language"])).toEqual([
    "de",
    expect.not.stringMatching(/^(de|en-us)/),
  ]);
});

it("never sends a default that only documents what the server assumes", async () => {
  const server = await serve(json(202, {}));
  await createClient({ baseUrl: server.url, auth: "t" }).oauth.getOauthClientUsageSummary({ clientId });
  expect(server.received[0]?.url).toBe(`/api/v2/oauth/clients/${clientId}/usage/summary`);
});

it("asks a function for the token before each call", async () => {
  const server = await serve(json(200, {}));
  let count = 0;
  const auth = () => Promise.resolve(`token-${++count}`);
  const transport = createTransport({ baseUrl: server.url, auth });
  await getOauthClient(transport, { clientId });
  await getOauthClient(transport, { clientId });
  expect(server.received.map(({ headers }) => headers.authorization)).toEqual([
    "Bearer token-1",
    "Bearer token-2",
  ]);
});

it("goes to the host of the region, or of the default one", async () => {
  const urls: string[] = [];
  const fetch: typeof globalThis.fetch = (input) => {
    urls.push(String(input));
    return Promise.resolve(new Response("{}", { headers: { "content-type": "application/json" } }));
  };
  await createClient({ region: "mypurecloud.ie", auth: "t", fetch }).oauth.getOauthClients();
  await createClient({ auth: "t", fetch }).oauth.getOauthClients();
  expect(urls).toEqual([
    "https://api.mypurecloud.ie/api/v2/oauth/clients",
    "https://api.mypurecloud.com/api/v2/oauth/clients",
  ]);
});

it.each([
  [400, BadRequestError],
  [401, AuthenticationError],
  [403, PermissionDeniedError],
  [404, NotFoundError],
  [429, RateLimitError],
  [500, ServerError],
  [503, ServerError],
])("throws the class of status %i", async (status, kind) => {
  const server = await serve(json(status, { message: "No.", code: "no" }));
  const api = createClient({ baseUrl: server.url, auth: "t" });
  await expect(api.oauth.getOauthClient({ clientId })).rejects.toBeInstanceOf(kind);
});

it("refuses a path parameter that would reach another operation, before anything is sent", async () => {
  const server = await serve(json(200, {}));
  const api = createClient({ baseUrl: server.url, auth: "t" });
  for (const bad of ["", ".", ".."]) {
    await expect(api.oauth.getOauthClient({ clientId: bad })).rejects.toThrow(/Give clientId, not/);
  }
  expect(server.received).toEqual([]);
});

it("is no promise, so that it can be returned from an async function", async () => {
  const api = await Promise.resolve(createClient({ auth: "t" }));
  expect("then" in api).toBe(false);
  const surface: object = await import("../../generated/src/index.ts");
  expect("then" in surface).toBe(false);
});
