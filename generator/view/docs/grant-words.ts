import type { HelperKind } from "../auth-helpers.ts";
import type { Word } from "./runtime-words.ts";

/** What is said of a way to get a token. */
export interface GrantWords {
  readonly title: string;
  /** Who takes this way, or with what, for a list. */
  readonly purpose: string;
  readonly words: string;
  /** The options that it has beside `grantOptions`. */
  readonly options: readonly Word[];
}

/** The ways to get a token by the function that goes them. */
export const grantWords: Readonly<Record<Exclude<HelperKind, "authorizationUrl">, GrantWords>> = {
  clientCredentials: {
    title: "Client credentials",
    purpose: "for a program that acts for itself",
    words:
      "For a program that acts for itself: a service, a nightly job. Keep the secret on a server; in a browser everybody could read it, so a warning goes to the console there.",
    options: [
      { name: "clientSecret", meaning: "The secret of the client." },
      {
        name: "dangerouslyAllowBrowser",
        meaning: "`true` says that the secret is meant to be in a browser, and keeps the warning away.",
      },
    ],
  },
  authorizationCode: {
    title: "Authorization code",
    purpose: "for people who sign in by a page of the server",
    words:
      "For people who sign in by a page of the server. It takes two steps, with PKCE: `authorizationUrl` makes the URL of the login page and what has to be kept until the person comes back, and `authorizationCode` exchanges the code that the redirect brings. A redirect whose `state` is not the one that was kept, or that brings a refusal, ends in an `OAuthError`. Where the server gives a refresh token, the grant goes on with it from then on.",
    options: [
      { name: "callbackUrl", meaning: "The URL that the person came back to, with its query." },
      { name: "redirectUri", meaning: "The same as when the person was sent away." },
      { name: "state", meaning: "As `authorizationUrl` made it." },
      { name: "codeVerifier", meaning: "As `authorizationUrl` made it." },
    ],
  },
  password: {
    title: "Password",
    purpose: "with a person's name and password",
    words:
      "For a program that a person trusts with a password. OAuth 2.1 is without it: prefer any other way.",
    options: [
      { name: "username", meaning: "The name of the person." },
      { name: "password", meaning: "The person's password." },
    ],
  },
  refreshToken: {
    title: "Refresh token",
    purpose: "with the refresh token of an earlier login",
    words:
      "Goes on where an earlier login has ended. A server may give a new refresh token with each token; the grant takes it and puts it into the store, so keep one where the grant has to outlive the process.",
    options: [{ name: "refreshToken", meaning: "The refresh token, until the store holds a newer one." }],
  },
  saml2Bearer: {
    title: "SAML assertion",
    purpose: "with what an identity provider says about a person",
    words: "Exchanges what an identity provider says about a person, where the server takes that.",
    options: [
      {
        name: "assertion",
        meaning: "In base64, as the provider has posted it; or a function that is asked each time.",
      },
    ],
  },
  customGrant: {
    title: "Any other grant",
    purpose: "by any other grant type",
    words: "For grant types that have no function of their own here.",
    options: [
      { name: "grantType", meaning: "What `grant_type` says in the token request." },
      { name: "form", meaning: "A function that gives the other fields; asked each time a token is needed." },
    ],
  },
  readImplicitRedirect: {
    title: "Implicit",
    purpose: "from the redirect of the implicit grant; deprecated",
    words:
      "**Deprecated.** For a client that cannot have another grant yet: reads the token that the redirect carries behind its hash. There is nothing to renew it with; who is refused has to sign in again.",
    options: [],
  },
};

/** The options that all grants have. */
export const grantOptions: readonly Word[] = [
  { name: "clientId", meaning: "Who asks for the token." },
  { name: "clientSecret", meaning: "Its secret; absent for a client that can keep none." },
  {
    name: "clientAuthentication",
    meaning:
      'How id and secret travel: `"basic"`, if absent, or `"form"` for a server that wants them there.',
  },
  { name: "scope", meaning: "A list of what the token is to be good for; what the server gives if absent." },
  { name: "parameters", meaning: "Fields of the token request beside those of the standard." },
  { name: "store", meaning: "Keeps the token; if absent it lives as long as the grant." },
  {
    name: "tokenUrl",
    meaning: "Another token endpoint than the spec's; may hold `{variables}` of the server.",
  },
];
