import { join } from "node:path";
import { expect, it } from "vitest";
import { checkConsumer } from "../../generator/cli/check-consumer.ts";
import { compareSpecs } from "../../generator/compare.ts";
import { defaultConfig } from "../../generator/config/config.ts";
import { generate } from "../../generator/generate.ts";
import { withHead } from "../builders/spec-texts.ts";
import { put, scratch, treeOf } from "../write/scratch.ts";

const base = withHead(`paths:
  /orders/{id}:
    get:
      operationId: getOrder
      tags: [orders]
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
        - { name: days, in: query, schema: { type: integer } }
      responses: { "200": { description: x, content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } } }
components:
  schemas:
    Order: { type: object, required: [name], properties: { name: { type: string }, note: { type: string } } }
`);

const project = {
  compilerOptions: {
    strict: true,
    module: "nodenext",
    target: "es2022",
    lib: ["es2022", "dom"],
    types: [],
    noEmit: true,
  },
  include: ["*.mts"],
};

const program = `import { createClient } from "orders-client";
const api = createClient({ baseUrl: "https://orders.example" });
const order = await api.orders.getOrder({ id: "7", days: 3 });
const wrong: number = "before and after";
console.log(order.name.length, wrong);
`;

function sourcesOf(text: string) {
  return { entry: "spec.yaml", read: (file: string) => (file === "spec.yaml" ? text : undefined) };
}

/** What a change of the spec does to the program: each symbol with the places where it no longer compiles. */
async function check(after: string, folder: string, named = "tsconfig.json") {
  const options = { today: undefined, levels: {}, accepted: [], config: defaultConfig };
  const sources = { base: sourcesOf(base), revision: sourcesOf(after) };
  const { comparison } = await compareSpecs(sources.base, sources.revision, options);
  if (comparison === undefined) throw new Error("The specs of this test cannot be read.");
  const question = { project: join(folder, named), config: defaultConfig, base: folder, sources };
  const { changes } = await checkConsumer(comparison, question, { generate });
  return changes.flatMap(({ client }) =>
    client.map(({ symbol, consumer }) => [
      symbol,
      ...consumer.map(({ line, column, message }) => `${line}:${column} ${message}`),
    ]),
  );
}

function consumerFolder(text = program): string {
  const folder = scratch();
  put(folder, { "tsconfig.json": JSON.stringify(project), "main.mts": text });
  return folder;
}

it("lists where a program stops compiling under what it uses, and writes nothing", async () => {
  const folder = consumerFolder();
  const before = treeOf(folder);
  const after = base.replace("required: [name], ", "").replace("name: days", "name: weeks");
  expect(await check(after, folder)).toEqual([
    ["Order.name", "5:13 'order.name' is possibly 'undefined'."],
    [
      "GetOrderParams.days",
      "3:52 Object literal may only specify known properties, and 'days' does not exist in type 'GetOrderParams'.",
    ],
  ]);
  expect(treeOf(folder)).toEqual(before);
});

it("lists nothing of what the program does not use", async () => {
  const after = base.replace(", note: { type: string }", "");
  expect(await check(after, consumerFolder())).toEqual([["Order.note"]]);
});

it("knows the package by its path too", async () => {
  const folder = consumerFolder(program.replace("orders-client", "./generated/src/index.js"));
  put(folder, { "generated/src/index.ts": "export {};" });
  const after = base.replace("operationId: getOrder", "operationId: fetchOrder");
  const [told] = await check(after, folder);
  expect(told?.[1]).toMatch(/^3:32 Property 'getOrder' does not exist/);
});

it("refuses a project that is not there, or that TypeScript does not take", async () => {
  await expect(check(base, consumerFolder(), "none.json")).rejects.toThrow("none.json does not exist");
  const folder = scratch();
  put(folder, { "tsconfig.json": "{ oops" });
  await expect(check(base, folder)).rejects.toThrow("is no project that TypeScript takes");
});
