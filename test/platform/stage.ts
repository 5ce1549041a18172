import { clientCredentials, createClient } from "../../generated/src/index.ts";
import type { Client, ClientOptions } from "../../generated/src/index.ts";
import type { Fetch } from "../../generated/src/runtime.ts";
import type { Wish } from "./controls.ts";

/** Who logs in as a service. */
export interface ServiceLogin {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What the platform tells of what it has been through. */
export interface Told {
  readonly tokenRequests: number;
  /** `operation status` of each call. */
  readonly calls: readonly string[];
}

/** Where a story plays: a platform, and the ways to it. It needs nothing but what every runtime has. */
export interface Stage {
  readonly url: string;
  readonly service: ServiceLogin;
  /** May log in and has no permission at all. */
  readonly stranger: ServiceLogin;
  /** Makes a client that writes every line down, as the service unless `auth` says otherwise. */
  readonly client: (options?: ClientOptions) => Client;
  readonly loginOf: (login: ServiceLogin, more?: object) => ReturnType<typeof clientCredentials>;
  readonly wish: (wish: Wish) => Promise<void>;
  /** What has happened on the platform since: call it once more for that. */
  readonly watch: () => Promise<() => Promise<Told>>;
  /** What the clients have logged. */
  readonly lines: readonly string[];
  /** Every token and secret that has gone over the wire. */
  readonly secrets: ReadonlySet<string>;
}

/** Goes on stage at the URL of a platform. */
export async function openStage(url: string): Promise<Stage> {
  const lines: string[] = [];
  const secrets = new Set<string>();
  const write = (message: string, details?: unknown) =>
    void lines.push(`${message} ${JSON.stringify(details)}`);
  const logger = { error: write, warn: write, info: write, debug: write };
  const controls = async (wish?: Wish) => {
    const init = wish && { method: "POST", body: JSON.stringify(wish) };
    const response = await fetch(`${url}/controls`, init);
    return JSON.parse(await response.text()) as Told & Pick<Stage, "service" | "stranger">;
  };
  const { service, stranger } = await controls();
  for (const { clientSecret } of [service, stranger]) secrets.add(clientSecret);
  const tokenUrl = `${url}/oauth/token`;
  const loginOf: Stage["loginOf"] = (login, more) =>
    clientCredentials({ ...login, ...more, tokenUrl, dangerouslyAllowBrowser: true });

  /** Below the logger: sees what is really sent. */
  const listening: Fetch = async (input, init) => {
    const headers = input instanceof Request ? input.headers : new Headers(init?.headers);
    const [, shown] = headers.get("authorization")?.split(" ") ?? [];
    if (shown !== undefined) secrets.add(shown);
    const response = await fetch(input, init);
    const text = await response.clone().text();
    for (const [, secret = ""] of text.matchAll(/"(?:secret|access_token)":"([^"]+)"/g)) secrets.add(secret);
    return response;
  };

  return {
    url,
    service,
    stranger,
    lines,
    secrets,
    loginOf,
    client: (options) =>
      createClient({
        baseUrl: url,
        auth: loginOf(service),
        logger,
        logLevel: "debug",
        fetch: listening,
        ...options,
      }),
    wish: async (wish) => void (await controls(wish)),
    async watch() {
      const before = await controls();
      return async () => {
        const { tokenRequests, calls } = await controls();
        return {
          tokenRequests: tokenRequests - before.tokenRequests,
          calls: calls.slice(before.calls.length),
        };
      };
    },
  };
}

/** Throws unless it is so. */
export function check(isSo: boolean, what: string): asserts isSo {
  if (!isSo) throw new Error(`Not so: ${what}`);
}

/** Throws unless both are the same JSON. */
export function same(actual: unknown, expected: unknown): void {
  const [is, should] = [actual, expected].map((value) => JSON.stringify(value));
  check(is === should, `${is} is ${should}`);
}

/** What a call rejects with; throws unless it is an error of that class, told by its name. */
export async function failing(call: Promise<unknown>, name: string): Promise<Failure> {
  const outcome = await call.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if (!("error" in outcome))
    throw new Error(`Not so: it rejects, instead of ${JSON.stringify(outcome.value)}`);
  const { error } = outcome;
  check(error instanceof Error && error.name === name, `${String(error)} is a ${name}`);
  return error;
}

/** An error of any class; its fields are there or not. */
export interface Failure extends Error {
  readonly status?: number;
  readonly correlationId?: string;
  readonly retryAfter?: number;
  readonly error?: string;
  readonly body?: {
    readonly code?: string;
    readonly contextId?: string;
    readonly details?: readonly unknown[];
  };
}

/** Waits that many milliseconds. */
export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
