import type { Place } from "../location.ts";
import type { Operation } from "./operation.ts";
import type { Docs, Extension, Shape } from "./shape.ts";

/** The API as every output and the diff see it: resolved, ordered as written, plain data. */
export interface Api {
  readonly title: string;
  readonly version: string;
  readonly summary?: string;
  readonly description?: string;
  readonly termsOfService?: string;
  readonly contact?: { readonly name?: string; readonly url?: string; readonly email?: string };
  readonly license?: { readonly name: string; readonly identifier?: string; readonly url?: string };
  readonly docs?: Docs;
  /** As written; none means the place that the spec was fetched from. */
  readonly servers: readonly Server[];
  /** Those that the spec declares, in its order; an operation may name others. */
  readonly tags: readonly Tag[];
  readonly schemes: readonly SecurityScheme[];
  readonly operations: readonly Operation[];
  readonly webhooks: readonly Operation[];
  /** The components in the order of the spec, then whatever else a reference leads to. */
  readonly models: readonly Model[];
  readonly extensions?: readonly Extension[];
}

export interface Tag {
  readonly name: string;
  /** `x-name`: fixes the name of the group for ever. */
  readonly property?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly docs?: Docs;
  /** OpenAPI 3.2: the tag that this one stands under. */
  readonly parent?: string;
  readonly extensions?: readonly Extension[];
}

export interface Server {
  readonly place: Place;
  /** A template such as `https://api.{region}`. */
  readonly url: string;
  readonly name?: string;
  readonly description?: string;
  readonly variables: readonly ServerVariable[];
  readonly extensions?: readonly Extension[];
}

export interface ServerVariable {
  readonly place: Place;
  readonly name: string;
  readonly default: string;
  /** The values there are; absent: any text. */
  readonly values?: readonly string[];
  readonly description?: string;
}

/** A shape that is referred to, and therefore needs a name. */
export interface Model {
  /** Where it was written, as `file#pointer`: unique, and what a `ReferenceShape` says. */
  readonly id: string;
  readonly place: Place;
  /** The components key that stands for it; absent where only a `$ref` leads to it. */
  readonly key?: string;
  readonly shape: Shape;
}

/** A way to prove who is calling. */
export type SecurityScheme = ApiKeyScheme | HttpScheme | OAuth2Scheme | OpenIdConnectScheme | MutualTlsScheme;

interface DescribedScheme {
  readonly place: Place;
  readonly name: string;
  readonly description?: string;
  readonly deprecated?: true;
  readonly extensions?: readonly Extension[];
}

export interface ApiKeyScheme extends DescribedScheme {
  readonly kind: "apiKey";
  readonly in: "header" | "query" | "cookie";
  readonly parameter: string;
}

/** `scheme` in lower case: `bearer`, `basic`, others of the IANA registry. */
export interface HttpScheme extends DescribedScheme {
  readonly kind: "http";
  readonly scheme: string;
  readonly bearerFormat?: string;
}

export interface OAuth2Scheme extends DescribedScheme {
  readonly kind: "oauth2";
  readonly flows: readonly OAuthFlow[];
  readonly metadataUrl?: string;
}

export interface OpenIdConnectScheme extends DescribedScheme {
  readonly kind: "openIdConnect";
  readonly url: string;
}

export interface MutualTlsScheme extends DescribedScheme {
  readonly kind: "mutualTLS";
}

export type OAuthFlowKind =
  "implicit" | "password" | "clientCredentials" | "authorizationCode" | "deviceAuthorization";

/** URLs may be templates with the variables of the server (`x-token-url`, `x-authorization-url`). */
export interface OAuthFlow {
  readonly kind: OAuthFlowKind;
  readonly authorizationUrl?: string;
  readonly tokenUrl?: string;
  readonly refreshUrl?: string;
  readonly deviceAuthorizationUrl?: string;
  readonly scopes: readonly { readonly name: string; readonly description: string }[];
}
