import type { CredentialRequest } from "./auth.js";
import { base64 } from "./auth.js";
import { shorten } from "./error-message.js";
import { ApiError, DecodeError, OAuthError } from "./errors.js";
import type { Operation } from "./operation.js";
import { call, openTransport } from "./transport.js";

/** An access token and what came with it. RFC 6749 section 5.1. */
export interface Token {
  readonly accessToken: string;
  readonly refreshToken?: string | undefined;
  /** When it ends, in milliseconds since 1970; absent where the server does not say. */
  readonly expiresAt?: number | undefined;
  /** How long it was good for when it was new, in milliseconds. */
  readonly lifetime?: number | undefined;
  readonly scope?: string | undefined;
}

/** Who asks for a token. */
export interface TokenClient {
  readonly clientId: string;
  /** Absent for a public client, whose id travels in the form. */
  readonly clientSecret?: string | undefined;
  /** Whether id and secret travel as Basic authentication, which is usual, or in the form. */
  readonly clientAuthentication?: "basic" | "form" | undefined;
}

/** Where tokens are asked for: templates, which the client's server variables fill. */
export interface TokenEndpoint {
  readonly tokenUrl?: string | undefined;
  /** Of OpenID Connect Discovery; it names the token endpoint. */
  readonly discoveryUrl?: string | undefined;
}

/** How a token request travels. */
const tokenOperation: Operation = {
  id: "token",
  method: "POST",
  path: "",
  accept: "application/json",
  body: (form) => ({ body: String(form), contentType: "application/x-www-form-urlencoded" }),
};

/**
 * Asks the token endpoint for a token. `undefined` fields of the form are left out. Rejects with an `OAuthError`
 * for what the endpoint refuses, with a `ConnectionError` where it does not answer.
 */
export async function requestToken(
  endpoint: TokenEndpoint,
  { clientId, clientSecret, clientAuthentication }: TokenClient,
  form: Readonly<Record<string, string | undefined>>,
  request: CredentialRequest,
): Promise<Token> {
  const isBasic = clientSecret !== undefined && clientAuthentication !== "form";
  const own = isBasic ? {} : { client_id: clientId, client_secret: clientSecret };
  const fields = new URLSearchParams();
  for (const [name, text] of Object.entries({ ...form, ...own }))
    if (text !== undefined) fields.set(name, text);
  // RFC 6749 section 2.3.1: both are form-encoded first, so that neither a colon nor a letter of any alphabet is in the way.
  const login = isBasic
    ? `Basic ${base64(`${formEncode(clientId)}:${formEncode(clientSecret)}`)}`
    : undefined;
  const url = await tokenUrlOf(endpoint, request);
  return tokenOf(await send(url, request, tokenOperation, fields, login));
}

/** As `application/x-www-form-urlencoded` has it. */
function formEncode(text: string): string {
  return String(new URLSearchParams([["", text]])).slice(1);
}

async function tokenUrlOf(
  { tokenUrl, discoveryUrl = "" }: TokenEndpoint,
  request: CredentialRequest,
): Promise<string> {
  if (tokenUrl !== undefined) return request.fill(tokenUrl);
  const discovery: Operation = { id: "discovery", method: "GET", path: "", accept: "application/json" };
  const { token_endpoint: found } = await send(request.fill(discoveryUrl), request, discovery);
  if (typeof found !== "string") throw tokenError("invalid_response", "discovery names no token_endpoint");
  return found;
}

async function send(
  url: string,
  { options: client }: CredentialRequest,
  operation: Operation,
  body?: URLSearchParams,
  authorization?: string,
): Promise<Readonly<Record<string, unknown>>> {
  const [base = "", query = ""] = url.split("?");
  // A redirect that keeps the method would carry the form, secrets and all, to wherever it leads.
  const { fetch, fetchOptions, timeout, maxRetries } = client;
  const settings = {
    baseUrl: base,
    fetch,
    fetchOptions: { ...fetchOptions, redirect: "manual" },
    timeout,
    maxRetries,
  };
  const transport = openTransport({ servers: [], userAgent: "" }, settings);
  const headers = { authorization, "user-agent": null };
  try {
    const options = { headers, query: Object.fromEntries(new URLSearchParams(query)) };
    return Object(await call(transport, operation, { body }, options));
  } catch (error) {
    // Half an answer may hold the token, and both this error and its cause would quote it.
    if (error instanceof DecodeError)
      throw tokenError("invalid_response", "the answer is no JSON", { status: error.status });
    throw error instanceof ApiError ? refusalOf(error) : error;
  }
}

/** RFC 6749 section 5.2. Some servers call the description just that. */
function refusalOf(cause: ApiError): OAuthError {
  const { status } = cause;
  const { error, error_description, description }: Record<string, unknown> = Object(cause.body);
  const said = [error_description, description].find((text) => typeof text === "string");
  return tokenError(typeof error === "string" ? error : `http_${status}`, said, { status, cause });
}

/** The error of a token that was not given. */
export function tokenError(
  error: string,
  error_description: string | undefined,
  more?: { readonly status?: number; readonly cause?: unknown },
): OAuthError {
  const message = shorten(`No token: ${error}${error_description ? `: ${error_description}` : ""}`);
  return new OAuthError(message, { operationId: "token", error, error_description, ...more });
}

/** Reads the answer of the token endpoint, or what a redirect of the implicit grant carries. */
export function tokenOf(answer: Readonly<Record<string, unknown>>): Token {
  const { access_token, refresh_token, expires_in, token_type = "bearer", scope } = answer;
  if (typeof access_token !== "string" || access_token === "")
    throw tokenError("invalid_response", "no access_token");
  if (!/^bearer$/i.test(String(token_type)))
    throw tokenError("invalid_response", "the token is no bearer token");
  const seconds = Number(expires_in);
  const lifetime = seconds > 0 ? seconds * 1000 : undefined;
  return {
    accessToken: access_token,
    refreshToken: typeof refresh_token === "string" ? refresh_token : undefined,
    lifetime,
    expiresAt: lifetime && Date.now() + lifetime,
    scope: typeof scope === "string" ? scope : undefined,
  };
}
