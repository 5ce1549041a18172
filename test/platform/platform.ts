import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import { type AuthorizationServer, formService, service } from "../oauth/authorization-server.ts";
import type { Received } from "../runtime/server.ts";
import { openClientBook } from "./clients.ts";
import { grantWish, openControls, type Wish } from "./controls.ts";
import { type Gate, pass, written } from "./gate.ts";
import { judgeExchange, type Verdict } from "./judge-exchange.ts";
import { openLogin } from "./login.ts";
import { routesOf } from "./routes.ts";
import { openUsageBook } from "./usage.ts";

/** A platform that runs on loopback. Whatever it knows ends with it. */
export interface Platform {
  readonly url: string;
  /** What the spec says to each exchange so far. */
  readonly verdicts: readonly Verdict[];
  close(): void;
}

/** Pages of any origin may call, and see the headers that the API documents (CORS). */
const openly = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "GET, POST, PUT, DELETE",
  "access-control-expose-headers":
    "ININ-Correlation-Id, Retry-After, inin-ratelimit-count, inin-ratelimit-allowed, inin-ratelimit-reset",
};

/**
 * Starts a platform: the API, its login host below `/oauth/token`, whose tokens come from that authorization server,
 * and `/controls`, where a story says what is to go wrong.
 */
export async function startPlatform(authorization: AuthorizationServer): Promise<Platform> {
  const clients = openClientBook();
  const usage = openUsageBook();
  const controls = openControls();
  const login = openLogin(authorization, clients);
  const verdicts: Verdict[] = [];
  const links = new Set<string>();
  let tokenRequests = 0;
  const gate: Gate = { controls, usage, login, routes: routesOf(clients, usage) };

  return listen(verdicts, async (received, response) => {
    const { method, url, headers, body } = received;
    if (method === "OPTIONS") {
      const asked = { "access-control-allow-headers": headers["access-control-request-headers"] ?? "" };
      response.writeHead(204, { ...openly, ...asked }).end();
    } else if (url === "/oauth/token") {
      tokenRequests++;
      const { status, text } = await login.token(received);
      sendJson(response, status, text);
    } else if (url === "/controls") {
      const wish: Wish = method === "POST" ? JSON.parse(body) : {};
      await grantWish(wish, controls, clients, login, authorization);
      const calls = verdicts.map(({ operation, status }) => `${operation} ${status}`);
      sendJson(response, 200, JSON.stringify({ tokenRequests, calls, service, stranger: formService }));
    } else {
      const verdict = await answerCall(gate, received, response, links);
      if (verdict) verdicts.push(verdict);
    }
  });
}

function sendJson(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...openly, "content-type": "application/json" }).end(text);
}

/** Answers a call of the API, as well as its fault allows; gives what the spec says to it. */
async function answerCall(
  gate: Gate,
  received: Received,
  response: ServerResponse,
  links: Set<string>,
): Promise<Verdict | undefined> {
  const { answer, fault } = await pass(gate, received);
  const sent = written(answer);
  const end = (): void => {
    if (fault?.cut) response.destroy();
    else response.writeHead(sent.status, { ...openly, ...sent.headers }).end(sent.text);
  };
  setTimeout(end, fault?.wait ?? 0);
  const { nextUri }: { readonly nextUri?: string } = Object(answer.body);
  const link = `http://${received.headers.host}${received.url}`;
  // What stands in a link is the platform's own, and declared nowhere.
  const url = links.has(link) ? received.url.replace(/\?.*/, "") : received.url;
  if (nextUri !== undefined) links.add(nextUri);
  return judgeExchange({ ...received, url }, sent);
}

async function listen(
  verdicts: readonly Verdict[],
  answer: (received: Received, response: ServerResponse) => Promise<void>,
): Promise<Platform> {
  const server = createServer((request, response) => {
    void receive(request).then((received) => answer(received, response));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    verdicts,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function receive(request: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { method = "", url = "", headers } = request;
  return { method, url, headers, body: Buffer.concat(chunks).toString() };
}
