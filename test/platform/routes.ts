import type { Answer, Call } from "./answer.ts";
import { listAuthorizations, readAuthorization } from "./authorizations.ts";
import {
  type ClientBook,
  createClient,
  deleteClient,
  listClients,
  readClient,
  renewSecret,
  updateClient,
} from "./clients.ts";
import { listScopes, readScope } from "./scopes.ts";
import { readResult, startQuery, startSummary, type UsageBook } from "./usage.ts";

/** One operation of the platform. */
export interface Route {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly permission?: string;
  readonly hasBody?: true;
  readonly answer: (call: Call) => Answer;
}

const base = "/api/v2/oauth";
const client = `${base}/clients/{clientId}`;

/** The 13 operations, each with its rules. */
export function routesOf(clients: ClientBook, usage: UsageBook): readonly Route[] {
  const may = (what: string) => ({ permission: `oauth:client:${what}` });
  return [
    {
      operation: "getOauthClients",
      method: "GET",
      path: `${base}/clients`,
      ...may("view"),
      answer: (call) => listClients(clients, call),
    },
    {
      operation: "postOauthClients",
      method: "POST",
      path: `${base}/clients`,
      ...may("add"),
      hasBody: true,
      answer: (call) => createClient(clients, call),
    },
    {
      operation: "getOauthClient",
      method: "GET",
      path: client,
      ...may("view"),
      answer: (call) => readClient(clients, call),
    },
    {
      operation: "putOauthClient",
      method: "PUT",
      path: client,
      ...may("edit"),
      hasBody: true,
      answer: (call) => updateClient(clients, call),
    },
    {
      operation: "deleteOauthClient",
      method: "DELETE",
      path: client,
      ...may("delete"),
      answer: (call) => deleteClient(clients, call),
    },
    {
      operation: "postOauthClientSecret",
      method: "POST",
      path: `${client}/secret`,
      ...may("edit"),
      answer: (call) => renewSecret(clients, call),
    },
    {
      operation: "postOauthClientUsageQuery",
      method: "POST",
      path: `${client}/usage/query`,
      ...may("view"),
      hasBody: true,
      answer: (call) => startQuery(clients, usage, call),
    },
    {
      operation: "getOauthClientUsageQueryResult",
      method: "GET",
      path: `${client}/usage/query/results/{executionId}`,
      ...may("view"),
      answer: (call) => readResult(usage, call),
    },
    {
      operation: "getOauthClientUsageSummary",
      method: "GET",
      path: `${client}/usage/summary`,
      ...may("view"),
      answer: (call) => startSummary(clients, usage, call),
    },
    {
      operation: "getOauthAuthorizations",
      method: "GET",
      path: `${base}/authorizations`,
      ...may("authorize"),
      answer: (call) => listAuthorizations(clients, call),
    },
    {
      operation: "getOauthAuthorization",
      method: "GET",
      path: `${base}/authorizations/{clientId}`,
      ...may("authorize"),
      answer: (call) => readAuthorization(clients, call),
    },
    { operation: "getOauthScopes", method: "GET", path: `${base}/scopes`, answer: listScopes },
    { operation: "getOauthScope", method: "GET", path: `${base}/scopes/{scopeId}`, answer: readScope },
  ];
}

/** The operation of a request, with the parameters of its path. */
export function findRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): { readonly route: Route; readonly params: Readonly<Record<string, string>> } | undefined {
  const parts = path.split("/");
  for (const route of routes) {
    const wanted = route.path.split("/");
    const fits = wanted.every((part, at) => (part.startsWith("{") ? parts[at] : parts[at] === part));
    if (route.method !== method || wanted.length !== parts.length || !fits) continue;
    const pairs = wanted.flatMap((part, at) =>
      part.startsWith("{") ? [[part.slice(1, -1), decodeURIComponent(parts[at] ?? "")]] : [],
    );
    return { route, params: Object.fromEntries(pairs) };
  }
  return undefined;
}
