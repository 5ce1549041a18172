import type { Received, TestServer } from "../runtime/server.ts";
import { json, serve } from "../runtime/server.ts";

/** A token endpoint that does as it is told, and an API that takes any token it gave. */
export interface TokenEndpointDouble extends TestServer {
  readonly tokenRequests: readonly Received[];
  readonly apiRequests: readonly Received[];
  /** In seconds; `undefined` is not sent. */
  lifetime: number | undefined;
  /** Holds the answers of the token endpoint back until it is settled. */
  hold: Promise<unknown>;
  /** What the token endpoint answers instead. */
  failure: { readonly status: number; readonly body: string } | undefined;
  /** Whether the API refuses every token. */
  isClosed: boolean;
}

/** Gives the tokens t1, t2 and so on, with the refresh tokens r1, r2 and so on. */
export async function serveTokens(lifetime?: number): Promise<TokenEndpointDouble> {
  const tokenRequests: Received[] = [];
  const apiRequests: Received[] = [];
  let given = 0;
  const server = await serve((response, request) => {
    if (request.url !== "/token") {
      apiRequests.push(request);
      const [, count] = /^Bearer t(\d+)$/.exec(request.headers.authorization ?? "") ?? [];
      const isGood = Number(count) <= given && !double.isClosed;
      return json(isGood ? 200 : 401, { token: request.headers.authorization, body: request.body })(
        response,
        request,
      );
    }
    tokenRequests.push(request);
    void double.hold.then(() => {
      const { failure } = double;
      if (failure) return response.writeHead(failure.status).end(failure.body);
      given++;
      const token = { access_token: `t${given}`, refresh_token: `r${given}`, expires_in: double.lifetime };
      return json(200, token)(response, request);
    });
  });
  const double: TokenEndpointDouble = {
    ...server,
    tokenRequests,
    apiRequests,
    lifetime,
    hold: Promise.resolve(),
    failure: undefined,
    isClosed: false,
  };
  return double;
}
