// Stands in for the package undici, which a sample may use and nothing else does.

/** What sends requests through a proxy. */
export class ProxyAgent {
  readonly uri: string;

  constructor(uri: string) {
    this.uri = uri;
  }
}

/** What sends requests with certificates of one's own. */
export class Agent {
  readonly options: object;

  constructor(options: { readonly connect?: { readonly cert?: string; readonly key?: string } }) {
    this.options = options;
  }
}
