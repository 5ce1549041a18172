import { randomUUID } from "node:crypto";
import type { Received } from "../runtime/server.ts";
import { type Answer, type Caller, refusal } from "./answer.ts";
import { type Controls, countRequest, type Fault, faultOf } from "./controls.ts";
import type { Sent } from "./judge-exchange.ts";
import type { Login } from "./login.ts";
import { findRoute, type Route } from "./routes.ts";
import type { UsageBook } from "./usage.ts";

/** What the gate looks at. */
export interface Gate {
  readonly routes: readonly Route[];
  readonly controls: Controls;
  readonly usage: UsageBook;
  readonly login: Login;
}

/** What has become of a request. */
export interface Passed {
  readonly answer: Answer;
  readonly fault?: Fault | undefined;
}

/** How long a body may be, in bytes. */
const longest = 512_000;

const faultCodes: Readonly<Record<number, string>> = {
  408: "client.timeout",
  429: "too.many.requests",
  500: "internal.server.error",
  503: "service.unavailable",
  504: "request.timeout",
};

/** Leads a request through what stands before every rule of the API, from the outside in, and to its rule. */
export async function pass({ routes, controls, usage, login }: Gate, received: Received): Promise<Passed> {
  const origin = `http://${received.headers.host}`;
  const url = new URL(received.url, origin);
  const found = findRoute(routes, received.method, url.pathname);
  const fault = found && faultOf(controls, found.route.operation);
  if (fault?.status) return { answer: faulty(fault.status, fault.retryAfter) };
  const token = /^Bearer (\S+)$/.exec(received.headers.authorization ?? "")?.[1];
  if (token === undefined)
    return { answer: refusal(401, "authentication.required", "No authentication bearer token.") };
  const caller = await login.callerOf(token);
  if (caller === undefined) return { answer: refusal(401, "bad.credentials", "Invalid login credentials.") };
  const { count, allowed, reset } = countRequest(controls, token);
  const answer = count > allowed ? tooMany(reset) : answered(found, url, received, caller);
  const { method: httpMethod = "", path: templateUri = "" } = found?.route ?? {};
  usage.counted.push({ clientId: caller.clientId, templateUri, httpMethod, status: answer.status });
  const headers = {
    "inin-ratelimit-count": `${count}`,
    "inin-ratelimit-allowed": `${allowed}`,
    "inin-ratelimit-reset": `${reset}`,
    ...answer.headers,
  };
  return { fault, answer: { ...answer, headers } };
}

function answered(
  found: ReturnType<typeof findRoute>,
  url: URL,
  { body: text, headers }: Received,
  caller: Caller,
): Answer {
  if (found === undefined) return refusal(404, "not.found", `There is no ${url.pathname}.`);
  const { route, params } = found;
  const refused = bodyFault(route, text, headers["content-type"]) ?? permissionFault(route, caller);
  if (refused !== undefined) return refused;
  const body = route.hasBody ? jsonOf(text) : undefined;
  const language = headers["accept-language"] ?? "en-us";
  return route.answer({ origin: url.origin, caller, params, query: url.searchParams, language, body });
}

/** An answer as it goes out: every one has a correlation id, and an error tells it in its body, too. */
export function written({ status, body, headers }: Answer): Sent {
  const correlationId = randomUUID();
  const whole = status < 400 ? body : { ...Object(body), contextId: correlationId };
  const text = whole === undefined ? "" : JSON.stringify(whole);
  const type: Record<string, string> = text === "" ? {} : { "content-type": "application/json" };
  const always = { "inin-correlation-id": correlationId, "cache-control": "no-store" };
  return { status, text, headers: { ...always, ...type, ...headers } };
}

function faulty(status: number, retryAfter?: string): Answer {
  const code = faultCodes[status] ?? "internal.server.error";
  const headers = retryAfter === undefined ? {} : { "retry-after": retryAfter };
  return refusal(status, code, "It was asked for.", undefined, headers);
}

function tooMany(reset: number): Answer {
  const code = "too.many.requests.retry.after";
  return refusal(429, code, `Rate limit exceeded. Retry after ${reset} seconds.`, undefined, {
    "retry-after": `${reset}`,
  });
}

function bodyFault({ hasBody }: Route, text: string, type = ""): Answer | undefined {
  if (Buffer.byteLength(text) > longest)
    return refusal(413, "request.entity.too.large", `A body has at most ${longest} bytes.`);
  if (hasBody !== true) return undefined;
  if (type.split(";")[0] !== "application/json")
    return refusal(415, "unsupported.media.type", "The body has to be JSON.");
  return jsonOf(text) === undefined ? refusal(400, "bad.request", "The body is no JSON.") : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function permissionFault({ permission }: Route, { permissions }: Caller): Answer | undefined {
  if (permission === undefined || permissions.includes(permission)) return undefined;
  return refusal(403, "missing.any.permissions", `You need one of: ${permission}.`);
}
