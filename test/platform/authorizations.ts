import { type Answer, type Call, ok, refusal } from "./answer.ts";
import { type ClientBook, type KeptClient, refOf, shown } from "./clients.ts";

/** Users authorize the clients that act for them; here each of these has been, by whoever calls. */
export function listAuthorizations(book: ClientBook, call: Call): Answer {
  const entities = [...book.kept.values()]
    .filter(actsForUsers)
    .map((client) => authorizationOf(client, call));
  return ok({ total: entities.length, entities, selfUri: `${call.origin}/api/v2/oauth/authorizations` });
}

export function readAuthorization({ kept }: ClientBook, call: Call): Answer {
  const client = kept.get(call.params["clientId"] ?? "");
  if (client === undefined || !actsForUsers(client))
    return refusal(404, "not.found", "You have not authorized such a client.");
  return ok(authorizationOf(client, call));
}

function actsForUsers({ authorizedGrantType }: KeptClient): boolean {
  return authorizedGrantType !== "CLIENT-CREDENTIALS";
}

function authorizationOf(client: KeptClient, call: Call): object {
  return {
    client: shown(client),
    scope: client.scope,
    resourceOwner: refOf(call),
    pending: false,
    dateCreated: client["dateCreated"],
    createdBy: refOf(call),
    selfUri: `${call.origin}/api/v2/oauth/authorizations/${client.id}`,
  };
}
