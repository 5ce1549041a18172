import { expect, it } from "vitest";
import { createClient } from "../../generated/src/index.ts";

// Behind middleware a body is a stream.
it("logs bodies behind middleware as well", async () => {
  const lines: string[] = [];
  const write = (message: string, details?: unknown) => void lines.push(message + JSON.stringify(details));
  const api = createClient({
    baseUrl: "http://a.example",
    auth: "t0ken",
    fetch: () => Promise.resolve(new Response("{}", { headers: { "content-type": "application/json" } })),
    logger: { error: write, warn: write, info: write, debug: write },
    logLevel: "debug",
    middleware: [(request, next) => next(request)],
  });
  await api.oauth.postOauthClients({ body: { name: "Nightly", authorizedGrantType: "CODE" } });
  expect(lines[0]).toContain("Nightly");
});
