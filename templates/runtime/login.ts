// What a program needs to send a person to the login page and to understand what comes back.
import { readRedirect } from "./grants.js";
import type { Token } from "./token.js";
import { tokenOf } from "./token.js";

/** Where a person is sent to sign in, and what has to be kept until the person comes back. */
export interface AuthorizationRequest {
  readonly url: string;
  /** Tells that the redirect belongs to this login. */
  readonly state: string;
  /** The secret of PKCE, RFC 7636 section 4.1; it never travels before the code is exchanged. */
  readonly codeVerifier: string;
}

export interface AuthorizationUrlOptions<Scope extends string = string> {
  readonly clientId: string;
  /** Registered with the server. */
  readonly redirectUri: string;
  readonly scope?: readonly Scope[] | undefined;
  /** Fields of the query beside those of the standard: `prompt`, `login_hint` and the like. */
  readonly parameters?: Readonly<Record<string, string>> | undefined;
  /** Made by `authorizationUrl` if absent. */
  readonly state?: string | undefined;
}

/**
 * Makes the URL of the login page for the authorization code grant with PKCE (RFC 7636, S256). `url` is the
 * authorization endpoint. Verifier, challenge and state are made with WebCrypto.
 */
export async function authorizationRequest(
  url: string,
  { clientId, redirectUri, scope, parameters, state = random() }: AuthorizationUrlOptions,
): Promise<AuthorizationRequest> {
  const codeVerifier = random();
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(codeVerifier));
  const asked = new URL(url);
  const fields = {
    ...parameters,
    response_type: "code",
    client_id: clientId,
    redirect_uri: redirectUri,
    ...(scope && { scope: scope.join(" ") }),
    state,
    code_challenge: base64url(new Uint8Array(digest)),
    code_challenge_method: "S256",
  };
  for (const [name, text] of Object.entries(fields)) asked.searchParams.set(name, text);
  return { url: asked.href, state, codeVerifier };
}

/** 256 bits that nobody can guess: 43 characters (RFC 7636 section 4.1). */
function random(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

/** RFC 4648 section 5, without padding. */
function base64url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/**
 * Reads the token that the implicit grant leaves behind the hash of a redirect. Throws as `readRedirect` does.
 */
export function readImplicitToken(url: string | URL, state: string): Token {
  return tokenOf(Object.fromEntries(readRedirect(url, state)));
}
