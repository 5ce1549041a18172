import { expect, onTestFinished, test, vi } from "vitest";
import { service, singlePageApp } from "./authorization-server.ts";
import { sides } from "./sides.ts";

/** What is said while a page is there. */
function listen(document: unknown): readonly string[] {
  const said: string[] = [];
  vi.stubGlobal("document", document);
  const spy = vi.spyOn(console, "warn").mockImplementation((text: string) => void said.push(text));
  onTestFinished(() => {
    spy.mockRestore();
    vi.unstubAllGlobals();
  });
  return said;
}

test.each(sides)("a secret in a browser is warned of: %s", (_name, side) => {
  const said = listen({});
  side.clientCredentials(service);
  expect(said).toEqual([expect.stringMatching(/client secret in a browser.* authorizationCode with PKCE/)]);
  expect(said.join("")).not.toContain(service.clientSecret);
});

test.each(sides)("not where it is meant, and not elsewhere: %s", (_name, side) => {
  const said = listen({});
  side.clientCredentials({ ...service, dangerouslyAllowBrowser: true });
  side.refreshToken({ ...singlePageApp, refreshToken: "r" });
  vi.stubGlobal("document", undefined);
  side.clientCredentials(service);
  expect(said).toEqual([]);
});
