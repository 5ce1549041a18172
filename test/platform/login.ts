import { randomBytes } from "node:crypto";
import { type AuthorizationServer, formService } from "../oauth/authorization-server.ts";
import type { Received } from "../runtime/server.ts";
import type { Caller } from "./answer.ts";
import type { ClientBook } from "./clients.ts";

/** Tokens of the clients that were made on the platform itself. */
type Issued = Map<string, { readonly clientId: string; readonly until: number }>;

/** What the login host answers. */
interface TokenAnswer {
  readonly status: number;
  readonly text: string;
}

/** Gives tokens and knows whose they are. */
export interface Login {
  /** Clients of the platform get their token here; everybody else's request goes on to the authorization server. */
  token(received: Received): Promise<TokenAnswer>;
  /** Whose token it is; `undefined` for one that is unknown, revoked or past its time. */
  callerOf(token: string): Promise<Caller | undefined>;
  /** Ends all tokens that it has seen. */
  revokeAll(): Promise<void>;
}

const all = ["view", "add", "edit", "delete", "authorize"].map((what) => `oauth:client:${what}`);

/** What each role of a client may do. */
const roles: Readonly<Record<string, readonly string[]>> = { admin: all, viewer: ["oauth:client:view"] };

export function openLogin(server: AuthorizationServer, { kept }: ClientBook): Login {
  const issued: Issued = new Map();
  const seen = new Set<string>();

  async function elsewhere(token: string): Promise<Caller | undefined> {
    const response = await fetch(`${server.apiUrl}/whoami`, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (!response.ok) return undefined;
    const { clientId }: { readonly clientId: string } = JSON.parse(await response.text());
    return { clientId, permissions: clientId === formService.clientId ? [] : all };
  }

  return {
    async token(received) {
      const { headers, body } = received;
      const [id, secret] = basicOf(headers.authorization);
      const client = kept.get(id);
      if (client === undefined) return forward(server, received);
      if (client.secret !== secret) return refused(401, "invalid_client", "authentication failed");
      const grant = new URLSearchParams(body).get("grant_type");
      if (client.state !== "active") return refused(400, "unauthorized_client", "the client is not active");
      if (grant !== "client_credentials" || client.authorizedGrantType !== "CLIENT-CREDENTIALS")
        return refused(400, "unauthorized_client", "the client has another grant type");
      const token = randomBytes(32).toString("base64url");
      issued.set(token, { clientId: id, until: Date.now() + server.lifetime * 1000 });
      const answer = { access_token: token, token_type: "bearer", expires_in: server.lifetime };
      return { status: 200, text: JSON.stringify(answer) };
    },
    async callerOf(token) {
      seen.add(token);
      const own = issued.get(token);
      if (own === undefined) return elsewhere(token);
      const client = kept.get(own.clientId);
      if (own.until <= Date.now() || client === undefined || client.state === "disabled") return undefined;
      const permissions = (client.roleDivisions ?? []).flatMap(({ roleId }) => roles[roleId] ?? []);
      return { clientId: client.id, permissions };
    },
    async revokeAll() {
      issued.clear();
      await Promise.all([...seen].map((token) => server.revoke(token)));
    },
  };
}

/** RFC 6749 section 2.3.1: both parts are form-encoded. */
function basicOf(header = ""): readonly [id: string, secret: string] {
  const plain = Buffer.from(header.replace(/^Basic /, ""), "base64").toString();
  const [id = "", secret = ""] = plain
    .split(":")
    .map((part) => new URLSearchParams(`a=${part}`).get("a") ?? "");
  return [id, secret];
}

function refused(status: number, error: string, description: string): TokenAnswer {
  return { status, text: JSON.stringify({ error, description, error_description: description }) };
}

async function forward(server: AuthorizationServer, { headers, body }: Received): Promise<TokenAnswer> {
  const { authorization = "", "content-type": type = "" } = headers;
  const sent = { "content-type": type, ...(authorization && { authorization }) };
  const response = await fetch(server.tokenUrl, { method: "POST", headers: sent, body });
  return { status: response.status, text: await response.text() };
}
