// Part of the runtime that specwright ships with each client. Do not edit.
import { withLogging } from "./logging.js";
import type { Logger, LogLevel } from "./logging.js";
import { withMiddleware } from "./middleware.js";
import type { Middleware } from "./middleware.js";
import type { Fetch } from "./options.js";

/** What a client can have around its requests. A transport takes the same as a `fetch` of its own. */
export interface InstrumentOptions {
  /** Stands around each request, the first outermost. */
  readonly middleware?: readonly Middleware[] | undefined;
  /** Where lines about requests go; `console` if only `logLevel` is given. Secrets are cut. */
  readonly logger?: Logger | undefined;
  /** How much is logged: `warn` if only `logger` is given. */
  readonly logLevel?: LogLevel | undefined;
}

/** The options of a transport, with the instruments built into its `fetch`. Lines tell what is really sent. */
export function instrumented<Options extends InstrumentOptions & { readonly fetch?: Fetch | undefined }>(
  options: Options,
): Omit<Options, keyof InstrumentOptions> {
  const { middleware = [], logger, logLevel, ...rest } = options;
  const logs = logger !== undefined || logLevel !== undefined;
  const logged = logs ? withLogging(logger ?? console, logLevel, rest.fetch) : rest.fetch;
  const fetch = middleware.length > 0 ? withMiddleware(middleware, logged) : logged;
  return { ...rest, fetch };
}
