import { type Answer, type Call, ok, refusal } from "./answer.ts";

const texts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  oauth: { en: "Manage OAuth clients", de: "OAuth-Clients verwalten" },
  "oauth:readonly": { en: "View OAuth clients", de: "OAuth-Clients ansehen" },
  "users:readonly": { en: "View users", de: "Benutzer ansehen" },
};

export const scopeIds = Object.keys(texts);

function scopeOf(id: string, { origin, language }: Call): object {
  const [first = "en"] = language.toLowerCase().split(/[-,;]/);
  const description = texts[id]?.[first] ?? texts[id]?.["en"];
  return { id, description, selfUri: `${origin}/api/v2/oauth/scopes/${encodeURIComponent(id)}` };
}

export function listScopes(call: Call): Answer {
  const entities = scopeIds.map((id) => scopeOf(id, call));
  return ok({ total: entities.length, entities, selfUri: `${call.origin}/api/v2/oauth/scopes` });
}

export function readScope(call: Call): Answer {
  const { scopeId = "" } = call.params;
  if (!scopeIds.includes(scopeId)) return refusal(404, "not.found", `There is no scope ${scopeId}.`);
  return ok(scopeOf(scopeId, call));
}
