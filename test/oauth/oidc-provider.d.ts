/** The little of `oidc-provider` that the tests use; the package has no types. */
declare module "oidc-provider" {
  import type { IncomingMessage, ServerResponse } from "node:http";

  export interface SavedToken {
    readonly accountId?: string;
    readonly clientId?: string;
    readonly scope?: string;
    readonly expiration: number;
    save(): Promise<string>;
    destroy(): Promise<void>;
  }

  interface SavedGrant {
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }

  export interface GrantContext {
    readonly oidc: {
      readonly client: { readonly clientId: string };
      readonly params: Readonly<Record<string, string | undefined>>;
    };
    body: unknown;
  }

  export class Provider {
    constructor(issuer: string, configuration: object);
    readonly AccessToken: {
      new (values: object): SavedToken;
      find(value: string): Promise<SavedToken | undefined>;
    };
    readonly ClientCredentials: { find(value: string): Promise<SavedToken | undefined> };
    readonly Grant: new (values: object) => SavedGrant;
    callback(): (request: IncomingMessage, response: ServerResponse) => void;
    registerGrantType(
      name: string,
      handler: (context: GrantContext) => Promise<void>,
      parameters: readonly string[],
    ): void;
  }

  export const errors: { readonly InvalidGrant: new (description: string) => Error };
}
