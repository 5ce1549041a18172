import * as generated from "../../generated/src/index.ts";
import { bearer, oneScheme } from "../../templates/runtime/auth.ts";
import {
  authorizationCodeGrant,
  clientCredentialsGrant,
  otherGrant,
  refreshTokenGrant,
  saml2BearerGrant,
} from "../../templates/runtime/grants.ts";
import type {
  AuthorizationCodeOptions,
  ClientCredentialsOptions,
  CustomGrantOptions,
  RefreshTokenOptions,
  Saml2BearerOptions,
} from "../../templates/runtime/grants.ts";
import type { InstrumentOptions } from "../../templates/runtime/instruments.ts";
import { instrumented } from "../../templates/runtime/instruments.ts";
import type { ApiDescription, Operation } from "../../templates/runtime/operation.ts";
import type { CallOptions, Settings } from "../../templates/runtime/options.ts";
import type { Grant } from "../../templates/runtime/token-cache.ts";
import { call, openTransport } from "../../templates/runtime/transport.ts";
import { listOrders } from "../runtime/server.ts";
import type { Witness } from "./authorization-server.ts";

/** Calls the API of the authorization server. */
export interface Caller {
  get(options?: CallOptions): Promise<Witness>;
  post(body: unknown, options?: CallOptions): Promise<Witness>;
  /** What the user has in hand. */
  readonly client: object;
}

/** One way to do all this: by the parts of the runtime, or by the package that has been made of them. */
export interface Side {
  readonly name: string;
  readonly clientCredentials: (options: ClientCredentialsOptions) => Grant;
  readonly authorizationCode: (options: AuthorizationCodeOptions) => Grant;
  readonly refreshToken: (options: RefreshTokenOptions) => Grant;
  readonly saml2Bearer: (options: Saml2BearerOptions) => Grant;
  readonly customGrant: (options: CustomGrantOptions) => Grant;
  readonly open: (settings: Settings & InstrumentOptions & { readonly auth: Grant | string }) => Caller;
}

/** An API with a bearer token, as the generator describes it. */
export const guarded: ApiDescription = {
  servers: [],
  authorize: oneScheme("Login", bearer),
  userAgent: "test/0",
};

/** What a spec's login server would be; each test gives its own. */
const unset = { tokenUrl: "https://login.{region}/token" };

export const runtime: Side = {
  name: "the runtime",
  clientCredentials: (options) => clientCredentialsGrant(unset, options),
  authorizationCode: (options) => authorizationCodeGrant(unset, options),
  refreshToken: (options) => refreshTokenGrant(unset, options),
  saml2Bearer: (options) => saml2BearerGrant(unset, options),
  customGrant: (options) => otherGrant(unset, options),
  open(settings) {
    const transport = openTransport(guarded, instrumented(settings));
    return {
      get: (options) => call(transport, listOrders, {}, options),
      post: (body, options) => call(transport, createOrder, { body }, options),
      client: transport,
    };
  },
};

const createOrder: Operation = {
  id: "createOrder",
  method: "POST",
  path: "/orders",
  accept: "application/json",
  body: (value) => ({ body: JSON.stringify(value), contentType: "application/json" }),
};

export const packaged: Side = {
  name: "the generated client",
  clientCredentials: generated.clientCredentials,
  authorizationCode: generated.authorizationCode,
  refreshToken: generated.refreshToken,
  saml2Bearer: generated.saml2Bearer,
  customGrant: generated.customGrant,
  open(settings) {
    const client = generated.createClient(settings);
    return {
      get: (options) => client.request("GET", "/orders", options),
      post: (body, options) => client.request("POST", "/orders", { ...options, body }),
      client,
    };
  },
};

/** The titles of tables of tests. */
export const sides = [runtime, packaged].map((side) => [side.name, side] as const);
