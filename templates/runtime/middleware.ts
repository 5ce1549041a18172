import type { CallContext, Fetch } from "./options.js";

/**
 * Stands around each request: looks at it, changes it, answers in its place. `next` sends it on. A retry is a request
 * of its own. What it throws rejects the call as a `ConnectionError` whose cause it is.
 */
export type Middleware = (
  request: Request,
  next: (request: Request) => Promise<Response>,
  context: CallContext,
) => Response | Promise<Response>;

/** A `fetch` with middleware around another one, the platform's own if absent. The first is the outermost. */
export function withMiddleware(middleware: readonly Middleware[], inner?: Fetch): Fetch {
  return async (input, init, context = { operationId: "", attempt: 0 }) => {
    const send = middleware.reduceRight<(request: Request) => Promise<Response>>(
      (next, each) => async (request) => each(request, next, context),
      // The global is looked up at each call.
      (request) => (inner ?? fetch)(request, undefined, context),
    );
    return send(new Request(input, init));
  };
}
