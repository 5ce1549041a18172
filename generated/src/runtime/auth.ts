// Part of the runtime that specwright ships with each client. Do not edit.
import { fillTemplate } from "./base-url.js";
import { addCookie, addQuery, setHeaders } from "./draft.js";
import { refusal } from "./error-message.js";
import type { ApiDescription, Authorizer, SecurityScheme } from "./operation.js";
import type { Settings, TransportOptions } from "./options.js";
import { scalarPair } from "./parameters.js";

/** What a function that gives a credential is told. */
export interface CredentialRequest {
  /** What the server has just refused; absent: any that is valid will do. */
  readonly rejected?: unknown;
  /** What the client was made with: its `fetch`, its limits. */
  readonly options: TransportOptions;
  /** Fills the client's server variables into a template such as `https://login.{region}/token`. */
  readonly fill: (template: string) => string;
}

/**
 * A token, or what gives one: a function that is asked before each request, and once more when the server
 * answers 401. A grant is such a function.
 */
export type BearerCredential = string | ((request: CredentialRequest) => string | Promise<string>);

export interface BasicCredential {
  readonly username: string;
  readonly password: string;
}

/** A key, or a function that is asked for one before each request. */
export type ApiKeyCredential = string | ((request: CredentialRequest) => string | Promise<string>);

/** Asks for the credential of an API that knows one scheme. */
export function oneScheme(name: string, scheme: SecurityScheme): Authorizer {
  return async (api, operation, settings, rejected) => {
    const { auth } = settings;
    const { security = [[name]] } = operation;
    // An empty alternative: anonymous is allowed.
    if (!security[0] || !security.every(([first]) => auth || first)) return undefined;
    const given = await ask(api, settings, auth, rejected);
    return {
      given,
      show(draft) {
        if (!scheme(draft, given ?? auth)) throw refusal(draft, `Give auth, the credential of ${name}`);
      },
    };
  };
}

/** What a credential gives that is a function. */
async function ask(
  { servers }: ApiDescription,
  settings: Settings,
  credential: unknown,
  rejected: unknown,
): Promise<unknown> {
  if (typeof credential !== "function") return undefined;
  const request: CredentialRequest = {
    rejected,
    options: settings,
    fill: (template) => fillTemplate(template, servers[0], settings),
  };
  return (await credential(request)) ?? "";
}

/**
 * Asks for the credentials of an API that knows several schemes, each by its name: those of the first alternative
 * that the caller can satisfy.
 */
export function schemes(known: Readonly<Record<string, SecurityScheme>>): Authorizer {
  return async (api, operation, settings, rejected) => {
    const { security } = operation;
    if (!security?.[0]) return undefined;
    const credentials = new Map<string, unknown>(Object.entries(settings.auth ?? {}));
    const fitting = security.filter((names) => names.every((name) => credentials.get(name)));
    const names = fitting.find(([first]) => first) ?? fitting[0];
    if (!names) {
      const wanted = security.map((some) => some.join(" and ")).join(", or ");
      throw refusal(operation, `auth must hold ${wanted}`);
    }
    const refused: ReadonlyMap<string, unknown> = rejected instanceof Map ? rejected : new Map();
    const given = new Map<string, unknown>();
    for (const name of names) {
      const text = await ask(api, settings, credentials.get(name), refused.get(name));
      if (text !== undefined) given.set(name, text);
    }
    return {
      given: given.size > 0 ? given : undefined,
      show(draft) {
        for (const name of names) {
          if (!known[name]?.(draft, given.get(name) ?? credentials.get(name))) {
            throw refusal(operation, `auth gives no ${name}`);
          }
        }
      },
    };
  };
}

/** RFC 6750 section 2.1. */
export const bearer: SecurityScheme = (draft, token) => {
  if (typeof token !== "string" || !token) return false;
  setHeaders(draft, { authorization: `Bearer ${token}` });
  return true;
};

/** In UTF-8, RFC 7617 section 2.1. */
export const basic: SecurityScheme = (draft, credential) => {
  const { username, password }: Partial<BasicCredential> = Object(credential);
  if (username === undefined || password === undefined) return false;
  setHeaders(draft, { authorization: `Basic ${base64(`${username}:${password}`)}` });
  return true;
};

/** UTF-8 in base64, RFC 4648 section 4. */
export function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

/** Makes the scheme of a key that travels as header, cookie or in the query. */
export function apiKey(place: "header" | "query" | "cookie", name: string): SecurityScheme {
  return (draft, key) => {
    if (typeof key !== "string" || !key) return false;
    if (place === "header") setHeaders(draft, { [name]: key });
    // Most keys that travel as a cookie are encoded already.
    else if (place === "cookie") addCookie(draft, `${name}=${key}`);
    else addQuery(draft, scalarPair(name, key));
    return true;
  };
}
