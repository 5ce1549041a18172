import { expect, it } from "vitest";
import { faultsIn } from "../builders/compile.ts";
import { generateTexts } from "../stories.ts";
import type { Server } from "../../generator/model/api.ts";
import { serverNames } from "../../generator/view/server-names.ts";

const place = { file: "", pointer: "" };
const namesOf = (servers: readonly Partial<Server>[]): readonly string[] => [
  ...serverNames(servers.map((server) => ({ place, url: "/", variables: [], ...server }))).keys(),
];

it.each<[string, readonly Partial<Server>[], readonly string[]]>([
  ["one server is nothing to choose", [{ url: "/a", name: "a" }], []],
  [
    "nor is one told twice",
    [
      { url: "/a", name: "a" },
      { url: "/a", name: "b" },
    ],
    [],
  ],
  ["a name is a name", [{ url: "/a", name: "live", description: "Live" }, { url: "/b" }], ["live", "/b"]],
  [
    "few words are one too",
    [
      { url: "/a", description: "Live. " },
      { url: "/b", description: "Sandbox" },
    ],
    ["Live", "Sandbox"],
  ],
  [
    "sentences are none",
    [
      { url: "/a", description: "It is live. Take care" },
      { url: "/b", description: "x".repeat(41) },
    ],
    ["/a", "/b"],
  ],
  [
    "who is called like another goes by its URL",
    [
      { url: "/a", name: "a" },
      { url: "/b", name: "a" },
    ],
    ["a", "/b"],
  ],
])("%s", (_, servers, names) => {
  expect(namesOf(servers)).toEqual(names);
});

const spec = `openapi: 3.1.0
info: { title: Orders, version: "1" }
servers:
  - { url: "https://example.com", description: Production. }
  - { url: "https://{zone}.test.example.com", description: Sandbox, variables: { zone: { default: a } } }
paths: { /a: { get: { operationId: getA, responses: { "204": { description: Nothing. } } } } }`;

it("lets a caller choose one by its name", async () => {
  const { value } = await generateTexts({ "openapi.yaml": spec });
  const sources = value.files.filter(({ path }) => path.startsWith("src/"));
  const use = `import { createClient } from "./src/index.js";
export const api = createClient({ server: "Sandbox", zone: "b" });
// @ts-expect-error there is no such server
createClient({ server: "Sandpit" });`;
  const files = new Map([...sources.map(({ path, text }) => [path, text] as const), ["use.ts", use]]);
  // The runtime is checked where it stands.
  expect(faultsIn(files).filter((fault) => !fault.startsWith("src/runtime/"))).toEqual([]);
  expect(files.get("src/transport.ts")).toContain(
    'const { server = "Production", zone, ...settings } = options;',
  );
});
