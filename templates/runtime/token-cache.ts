import type { CredentialRequest } from "./auth.js";
import type { Token } from "./token.js";

/** Keeps the token of one client and one person, so that it outlives the process or is shared by several. */
export interface TokenStore {
  get(): Token | undefined | Promise<Token | undefined>;
  set(token: Token): void | Promise<void>;
  /**
   * Does a piece of work while nobody else who shares the store does theirs. Without it two of them may renew a token
   * at once, which a server that rotates refresh tokens takes for a theft.
   */
  lock?<T>(work: () => Promise<T>): Promise<T>;
}

/** What `auth` takes: a function that gives a token that is good for the next request. */
export type Grant = (request: CredentialRequest) => Promise<string>;

/** Before its end a token is renewed: beside the calls at first, then before any other call. In milliseconds. */
const soft = 120_000;
const hard = 30_000;

/** How long a renewal beside the calls is not tried again that failed, in milliseconds. */
const calm = 5_000;

/**
 * Keeps the token of a grant. Any number of calls at once make one request to the token endpoint. A token is renewed
 * shortly before its end, and when the server has rejected it. `renew` is told the token there was.
 */
export function cachedToken(
  renew: (known: Token | undefined, request: CredentialRequest) => Promise<Token>,
  store: TokenStore = memory(),
): Grant {
  let pending: Promise<Token> | undefined;
  let notBefore = 0;
  const renewed = (stale: Token | undefined, request: CredentialRequest): Promise<Token> => {
    const work = async (): Promise<Token> => {
      // While this call was on its way here another one, or another process, may have been done.
      const known = await store.get();
      if (known && known.accessToken !== stale?.accessToken && leftOf(known) > 0) return known;
      const token = await renew(known, request);
      await store.set(token);
      return token;
    };
    pending ??= (async () => (store.lock ? store.lock(work) : work()))().finally(() => {
      pending = undefined;
    });
    return pending;
  };
  return async (request) => {
    const known = await store.get();
    const left = leftOf(known);
    if (!known || known.accessToken === request.rejected || left <= marginOf(known, hard)) {
      return (await renewed(known, request)).accessToken;
    }
    if (left <= marginOf(known, soft) && Date.now() > notBefore) {
      renewed(known, request).catch(() => {
        notBefore = Date.now() + calm;
      });
    }
    return known.accessToken;
  };
}

function leftOf(token: Token | undefined): number {
  return (token?.expiresAt ?? Infinity) - Date.now();
}

/** A token that is good for a minute only would be renewed for each call. */
function marginOf({ lifetime = Infinity }: Token, margin: number): number {
  return Math.min(margin, (lifetime * margin) / soft / 4);
}

function memory(): TokenStore {
  let kept: Token | undefined;
  return {
    get: () => kept,
    set(token) {
      kept = token;
    },
  };
}
