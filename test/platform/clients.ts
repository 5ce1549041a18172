import { randomBytes, randomUUID } from "node:crypto";
import { type Answer, type Call, ok, refusal } from "./answer.ts";
import { checkSettings, type ClientSettings, isAnswer } from "./client-settings.ts";

/** A client as the platform keeps it. */
export interface KeptClient extends ClientSettings {
  readonly id: string;
  readonly state: string;
  readonly secret: string;
  readonly selfUri: string;
  readonly [field: string]: unknown;
}

/** The clients of the organization and what has become of those that are gone. */
export interface ClientBook {
  readonly kept: Map<string, KeptClient>;
  /** How often each deleted client is still to be seen. */
  readonly lingering: Map<string, KeptClient & { readonly times: number }>;
  /** How often the next one that is deleted will be seen. */
  linger: number;
  /** How many of them the organization may have. */
  readonly most: number;
  /** How many stand on a page of the list; all if absent. */
  pageSize?: number;
}

export function openClientBook(): ClientBook {
  return { kept: new Map(), lingering: new Map(), linger: 0, most: 50 };
}

export function createClient(book: ClientBook, call: Call): Answer {
  const settings = checkSettings(call.body, true);
  if (isAnswer(settings)) return settings;
  if (book.kept.size >= book.most)
    return refusal(400, "auth.too.many.clients", `${book.most} clients are the most.`);
  const id = randomUUID();
  const made: KeptClient = {
    accessTokenValiditySeconds: 86_400,
    state: "active",
    ...settings,
    id,
    secret: randomBytes(24).toString("base64url"),
    dateCreated: new Date().toISOString(),
    createdBy: refOf(call),
    ...changed(call),
    selfUri: `${call.origin}/api/v2/oauth/clients/${id}`,
  };
  book.kept.set(id, made);
  return ok(made);
}

/** One page with all of them, unless pages are to be short; then each leads to the next one. */
export function listClients(book: ClientBook, { origin, query }: Call): Answer {
  const all = [...book.kept.values()].map(({ authorizedGrantType: _, ...row }) => shown(row));
  const pageSize = book.pageSize ?? Math.max(25, all.length);
  const pageNumber = Number(query.get("pageNumber") ?? 1);
  const pageCount = Math.max(1, Math.ceil(all.length / pageSize));
  const selfUri = `${origin}/api/v2/oauth/clients`;
  const entities = all.slice((pageNumber - 1) * pageSize, pageNumber * pageSize);
  const next = pageNumber < pageCount && { nextUri: `${selfUri}?pageNumber=${pageNumber + 1}` };
  return ok({ entities, pageSize, pageNumber, pageCount, total: all.length, selfUri, ...next });
}

export function readClient(book: ClientBook, { params: { clientId = "" } }: Call): Answer {
  const gone = book.lingering.get(clientId);
  if (gone !== undefined) {
    const { times, ...client } = gone;
    if (times > 1) book.lingering.set(clientId, { ...gone, times: times - 1 });
    else book.lingering.delete(clientId);
    return ok(shown(client));
  }
  return withClient(book, clientId, (client) => ok(shown(client)));
}

export function updateClient(book: ClientBook, call: Call): Answer {
  return withClient(book, call.params["clientId"], (client) => {
    if (client.state === "disabled")
      return refusal(400, "bad.client.state", "The client is disabled.", "state");
    const settings = checkSettings(call.body, false);
    if (isAnswer(settings)) return settings;
    const { id, secret, selfUri } = client;
    const kept = { id, secret, selfUri, dateCreated: client["dateCreated"], createdBy: client["createdBy"] };
    // All settings are replaced, those that are not sent included.
    const now: KeptClient = {
      state: "active",
      accessTokenValiditySeconds: 86_400,
      ...settings,
      ...kept,
      ...changed(call),
    };
    book.kept.set(id, now);
    return ok(shown(now));
  });
}

export function renewSecret(book: ClientBook, call: Call): Answer {
  return withClient(
    book,
    call.params["clientId"],
    (client) => {
      const renewed = { ...client, secret: randomBytes(24).toString("base64url"), ...changed(call) };
      book.kept.set(client.id, renewed);
      return ok(renewed);
    },
    "not.found",
  );
}

export function deleteClient(book: ClientBook, { params: { clientId } }: Call): Answer {
  return withClient(book, clientId, (client) => {
    if (client.state !== "inactive")
      return refusal(400, "cannot.delete.client", "Only an inactive client can be deleted.", "state");
    book.kept.delete(client.id);
    if (book.linger > 0) book.lingering.set(client.id, { ...client, state: "deleted", times: book.linger });
    return { status: 204 };
  });
}

/** Does something with a client, or answers that there is none. */
export function withClient(
  { kept }: ClientBook,
  id: string | undefined,
  act: (client: KeptClient) => Answer,
  code = "client.not.found",
): Answer {
  const client = kept.get(id ?? "");
  return client ? act(client) : refusal(404, code, `There is no client ${id}.`);
}

/** A client without its secret, which only those answers tell that make one. */
export function shown({ secret: _, ...rest }: Pick<KeptClient, "secret">): object {
  return rest;
}

function changed(call: Call): object {
  return { dateModified: new Date().toISOString(), modifiedBy: refOf(call) };
}

export function refOf({ caller, origin }: Pick<Call, "caller" | "origin">): object {
  return { id: caller.clientId, name: caller.clientId, selfUri: `${origin}/api/v2/users/me` };
}
