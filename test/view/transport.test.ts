import { expect, it } from "vitest";
import { transportPage } from "../../generator/view/transport-page.ts";
import { viewsFrom } from "../builders/views-from.ts";

const key = (name: string, place = "header"): string => `{ type: apiKey, in: ${place}, name: ${name} }`;

function settingsOf(schemes: string, servers = ""): string {
  const { view } = transportPage(
    viewsFrom(`${servers}\npaths: {}\ncomponents: { securitySchemes: { ${schemes} } }`),
  );
  expect(view.imports.some(({ names }) => names.includes("keepingKeys"))).toBe(
    view.settings.includes("keepingKeys("),
  );
  return view.settings;
}

it.each([
  [`a: ${key("X-Key")}`, '{ ...options, fetch: keepingKeys(options.fetch, "X-Key") }'],
  [
    `a: ${key("X-Key")}, b: ${key("X-App")}, c: ${key("x-key")}`,
    '{ ...options, fetch: keepingKeys(options.fetch, "X-Key", "X-App") }',
  ],
  // The platform sees to these, or there is no header.
  [`a: ${key("Authorization")}`, "options"],
  [`a: ${key("cookie")}`, "options"],
  [`a: ${key("X-Key", "query")}, b: ${key("X-Key", "cookie")}`, "options"],
  ["a: { type: http, scheme: basic }", "options"],
])("keeps keys in headers of their own from other origins: %s", (schemes, settings) => {
  expect(settingsOf(schemes)).toBe(settings);
});

it("does so beside what the servers leave open", () => {
  const servers = 'servers: [{ url: "https://{keepingKeys}.a", variables: { keepingKeys: { default: a } } }]';
  expect(settingsOf(`a: ${key("X-Key")}`, servers)).toBe(
    '{ ...settings, variables: { keepingKeys: keepingKeys$ }, fetch: keepingKeys(settings.fetch, "X-Key") }',
  );
  expect(settingsOf("", servers)).toBe("{ ...settings, variables: { keepingKeys: keepingKeys$ } }");
});
