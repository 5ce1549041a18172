import { expect, it } from "vitest";
import { defaultConfig } from "../../generator/config/config.ts";
import { generateStory, generateTexts } from "../stories.ts";

const head = `openapi: 3.1.0
info: { title: Orders, version: "1" }
`;

it("offers the types of bytes that a caller gives, beside the root", async () => {
  const { value } = await generateStory("bodies");
  const files = new Map(value.files.map(({ path, text }) => [path, text]));
  expect(files.get("src/runtime.ts")).toMatch(
    /^export type \{ BinaryPart \} from ".\/runtime\/multipart.js";$/m,
  );
  expect(files.get("src/runtime.ts")).toMatch(/^export type \{ BinaryBody \} from ".\/runtime\/raw.js";$/m);
  expect(JSON.parse(files.get("package.json") ?? "")).toHaveProperty(
    ["exports", "./runtime", "types"],
    "./dist/runtime.d.ts",
  );
});

it("offers what goes around any client", async () => {
  const { value } = await generateTexts({
    "a.yaml": `${head}paths: { /a: { get: { responses: { "204": { description: x } } } } }`,
  });
  const files = new Map(value.files.map(({ path, text }) => [path, text]));
  expect(files.get("src/runtime.ts")).toMatch(/withMiddleware[^]*request/);
  expect(files.get("src/runtime.ts")).not.toMatch(/Binary/);
  expect(JSON.parse(files.get("package.json") ?? "").exports).toHaveProperty("./runtime");
});

it("has wire types alone at the root where nothing else is made", async () => {
  const { value } = await generateTexts(
    { "a.yaml": `${head}paths: {}\ncomponents: { schemas: { A: { type: string } } }` },
    { ...defaultConfig, outputs: ["schema"] },
  );
  const json = value.files.find(({ path }) => path === "package.json")?.text ?? "";
  expect(JSON.parse(json)).toHaveProperty(["exports", ".", "types"], "./dist/schema.d.ts");
});
