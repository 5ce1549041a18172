// The ways to get a token, each on its own so that only those who use it carry it.
import type { CredentialRequest } from "./auth.js";
import { OAuthError } from "./errors.js";
import { retryDelay } from "./retry.js";
import { tokenError, requestToken } from "./token.js";
import type { Token, TokenClient, TokenEndpoint } from "./token.js";
import type { Grant, TokenStore } from "./token-cache.js";
import { cachedToken } from "./token-cache.js";

/** What all grants have in common. */
export interface GrantOptions<Scope extends string = string> extends TokenClient {
  /** What the token is to be good for; what the server gives to this client if absent. */
  readonly scope?: readonly Scope[] | undefined;
  /** Fields of the token request beside those of the standard. */
  readonly parameters?: Readonly<Record<string, string>> | undefined;
  /** Keeps the token; if absent it lives as long as the grant. */
  readonly store?: TokenStore | undefined;
  /** Stands in for the token endpoint of the spec; may hold `{variables}` of the server. */
  readonly tokenUrl?: string | undefined;
}

/** A value that may not be there yet. */
export type Given = string | (() => string | Promise<string>);

function valueOf(given: Given): string | Promise<string> {
  return typeof given === "string" ? given : given();
}

/** Makes a grant whose form is the same each time. */
function repeated(
  endpoint: TokenEndpoint,
  options: GrantOptions,
  form: (request: CredentialRequest) => Promise<Readonly<Record<string, string | undefined>>>,
): Grant {
  const { scope, parameters, store } = options;
  return cachedToken(async (_known, request) => {
    const fields = { scope: scope?.join(" "), ...(await form(request)), ...parameters };
    return requestToken(endpointOf(endpoint, options), options, fields, request);
  }, store);
}

function endpointOf(endpoint: TokenEndpoint, { tokenUrl }: GrantOptions): TokenEndpoint {
  return tokenUrl === undefined ? endpoint : { tokenUrl };
}

/** RFC 6749 section 4.4: the client acts for itself. */
export interface ClientCredentialsOptions<Scope extends string = string> extends GrantOptions<Scope> {
  readonly clientSecret: string;
  /** Says that the secret is meant to be in a browser, where everybody can read it. */
  readonly dangerouslyAllowBrowser?: boolean | undefined;
}

export function clientCredentialsGrant(endpoint: TokenEndpoint, options: ClientCredentialsOptions): Grant {
  if (Reflect.get(globalThis, "document") !== undefined && !options.dangerouslyAllowBrowser) {
    console.warn("A client secret in a browser can be read by everybody. Use authorizationCode with PKCE.");
  }
  return repeated(endpoint, options, async () => ({ grant_type: "client_credentials" }));
}

/** RFC 6749 section 4.3, for a client that a person trusts with a password. */
export interface PasswordOptions<Scope extends string = string> extends GrantOptions<Scope> {
  readonly username: string;
  readonly password: string;
}

export function passwordGrant(endpoint: TokenEndpoint, options: PasswordOptions): Grant {
  const { username, password } = options;
  return repeated(endpoint, options, async () => ({ grant_type: "password", username, password }));
}

/** RFC 7522 section 2.1: a SAML assertion stands for the person. */
export interface Saml2BearerOptions<Scope extends string = string> extends GrantOptions<Scope> {
  /** In base64, as the identity provider has posted it; a function is asked each time a token is needed. */
  readonly assertion: Given;
}

export function saml2BearerGrant(endpoint: TokenEndpoint, options: Saml2BearerOptions): Grant {
  return repeated(endpoint, options, async () => ({
    grant_type: "urn:ietf:params:oauth:grant-type:saml2-bearer",
    assertion: await valueOf(options.assertion),
  }));
}

/** Any other grant type, RFC 6749 section 4.5. */
export interface CustomGrantOptions<Scope extends string = string> extends GrantOptions<Scope> {
  readonly grantType: string;
  /** Fields of the token request; asked for each time a token is needed. */
  readonly form?:
    (() => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>) | undefined;
}

export function otherGrant(endpoint: TokenEndpoint, options: CustomGrantOptions): Grant {
  return repeated(endpoint, options, async () => ({
    grant_type: options.grantType,
    ...(await options.form?.()),
  }));
}

/** RFC 6749 section 6: a refresh token from an earlier login. */
export interface RefreshTokenOptions<Scope extends string = string> extends GrantOptions<Scope> {
  readonly refreshToken: string;
}

export function refreshTokenGrant(endpoint: TokenEndpoint, options: RefreshTokenOptions): Grant {
  return refreshing(endpoint, options, (request) =>
    refreshed(endpoint, options, options.refreshToken, request),
  );
}

/** Makes a grant that begins with what a login has left, and goes on with the refresh token that the store keeps. */
function refreshing(
  endpoint: TokenEndpoint,
  options: GrantOptions,
  begin: (request: CredentialRequest) => Promise<Token>,
): Grant {
  let hasBegun = false;
  return cachedToken(async (known, request) => {
    if (known?.refreshToken !== undefined) {
      try {
        return await refreshed(endpoint, options, known.refreshToken, request);
      } catch (error) {
        // The store may be of an earlier login than this one.
        if (hasBegun || !(error instanceof OAuthError && error.error === "invalid_grant")) throw error;
      }
    }
    hasBegun = true;
    return begin(request);
  }, options.store);
}

/** A server that rotates refresh tokens gives a new one; else the old one stays good. */
async function refreshed(
  endpoint: TokenEndpoint,
  options: GrantOptions,
  refreshToken: string,
  request: CredentialRequest,
): Promise<Token> {
  const form = {
    grant_type: "refresh_token",
    refresh_token: refreshToken,
    scope: options.scope?.join(" "),
    ...options.parameters,
  };
  const token = await requestToken(endpointOf(endpoint, options), options, form, request);
  return { ...token, refreshToken: token.refreshToken ?? refreshToken };
}

/** RFC 6749 section 4.1 with RFC 7636 (PKCE): a person has signed in and came back by a redirect. */
export interface AuthorizationCodeOptions<Scope extends string = string> extends GrantOptions<Scope> {
  /** The URL that the person came back to, with its query. */
  readonly callbackUrl: string | URL;
  /** The same as when the person was sent away. */
  readonly redirectUri: string;
  /** As `authorizationUrl` made it. */
  readonly state: string;
  /** As `authorizationUrl` made it. */
  readonly codeVerifier: string;
}

export function authorizationCodeGrant(endpoint: TokenEndpoint, options: AuthorizationCodeOptions): Grant {
  let exchange: Promise<Token> | undefined;
  let isSpent = false;
  return refreshing(endpoint, options, async (request) => {
    if (isSpent)
      throw tokenError("invalid_grant", "the token has ended, and there is none to refresh it with");
    // A code is good for one request, unless that has reached nobody.
    exchange ??= exchanged(endpoint, options, request);
    try {
      const token = await exchange;
      isSpent = true;
      return token;
    } catch (error) {
      if (retryDelay(error, 0, false) !== undefined) exchange = undefined;
      throw error;
    }
  });
}

async function exchanged(
  endpoint: TokenEndpoint,
  options: AuthorizationCodeOptions,
  request: CredentialRequest,
): Promise<Token> {
  const { callbackUrl, state, redirectUri, codeVerifier, parameters } = options;
  const code = readRedirect(callbackUrl, state).get("code");
  if (!code) throw tokenError("invalid_response", "the redirect carries no code");
  const form = {
    grant_type: "authorization_code",
    code,
    redirect_uri: redirectUri,
    code_verifier: codeVerifier,
    ...parameters,
  };
  return requestToken(endpointOf(endpoint, options), options, form, request);
}

/**
 * What a redirect carries, in its query or behind its hash. Throws an `OAuthError` where it brings a refusal, and
 * where its state is not the one that the person was sent away with (RFC 6749 sections 4.1.2 and 10.12).
 */
export function readRedirect(url: string | URL, state: string): URLSearchParams {
  // Cut by hand: a server knows but the path that was asked for, and what is no URL at all would be quoted.
  const [, ...parts] = String(url).split(/[?#]/);
  const carried = new URLSearchParams(parts.join("&"));
  if (carried.get("state") !== state)
    throw tokenError("invalid_state", "the redirect answers to another login");
  const error = carried.get("error");
  if (error !== null) throw tokenError(error, carried.get("error_description") ?? undefined);
  return carried;
}
