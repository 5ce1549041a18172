// What a program that receives webhooks and callbacks can do with their types, as the compiler sees it.
import { expect, it } from "vitest";
import type { TextFile } from "../../generator/render/text-file.ts";
import { faultsIn } from "../builders/compile.ts";
import { generateStory, generateTexts } from "../stories.ts";

async function sourcesOf(story: string): Promise<ReadonlyMap<string, string>> {
  const { value } = await generateStory(story);
  return sources(value.files);
}

function sources(files: readonly TextFile[]): ReadonlyMap<string, string> {
  return new Map(files.flatMap(({ path, text }) => (path.endsWith(".ts") ? [[path, text] as const] : [])));
}

function faultsWith(files: ReadonlyMap<string, string>, program: string): readonly string[] {
  return faultsIn(new Map([...files, ["program.ts", program]]));
}

it("types a handler of webhooks: what arrives as an answer, what goes back as a request", async () => {
  const program = `
import type { NewPetWebhook, GetNewPetWebhook, PhotoTakenWebhookd21a, Webhooks_, WebhookBody } from "./src/index.js";

export function handle(body: NewPetWebhook["body"]): NewPetWebhook["answer"] {
  const id: string = body.id;
  // @ts-expect-error -- only the shop writes it
  body.secret;
  if (body.kind === "cat" || body.kind === "a kind of later") return { status: 204 };
  return { status: 200, body: { mood: id === "" ? "sad" : "glad" } };
}
export const texts = (headers: NewPetWebhook["headers"]): string => headers["x-signature"];

// @ts-expect-error -- a status of which the API knows nothing
export const wrongStatus: NewPetWebhook["answer"] = { status: 201 };
// @ts-expect-error -- the receipt is missing
export const noBody: NewPetWebhook["answer"] = { status: 200 };
// @ts-expect-error -- a mood that nobody has
export const wrongMood: NewPetWebhook["answer"] = { status: 200, body: { mood: "hungry" } };
export const greeting: GetNewPetWebhook["answer"] = { status: 200, body: "8d1f" };
export const photo = (body: PhotoTakenWebhookd21a["body"]): Blob => body.photo;

export function either(webhook: Webhooks_["newPet"]): string {
  return webhook.method === "GET" ? webhook.query.challenge : webhook.body.name;
}
export function narrowed(body: Webhooks_["pet-left"]["body"]): number | string | undefined {
  return body.how === "sold" ? body.price : body.to;
}
export function kinds(body: Webhooks_["order"]["body"]): string | undefined {
  return body.type === "opened" ? body.by : body.until;
}
export const anyBody = (body: WebhookBody): void => void body;
`;
  expect(faultsWith(await sourcesOf("webhooks"), program)).toEqual([]);
});

it("types a handler of callbacks", async () => {
  const program = `
import type { CreateStreamOnDataCallback, CreateStreamOnEndCallback_, StreamFailedCallback } from "./src/index.js";

export function onData(body: CreateStreamOnDataCallback["body"]): CreateStreamOnDataCallback["answer"] {
  const at: string = body.at;
  // @ts-expect-error -- only the caller writes it
  body.key;
  return { status: at === "" ? 202 : 202 };
}
export const keep: CreateStreamOnEndCallback_["answer"] = { status: 200, body: { rest: "keep" } };
// @ts-expect-error -- only the API says since when
export const since: CreateStreamOnEndCallback_["answer"] = { status: 200, body: { rest: "keep", since: "x" } };
export const failed: StreamFailedCallback["body"] = { reason: "a reason of later" };
`;
  expect(faultsWith(await sourcesOf("callbacks"), program)).toEqual([]);
});

it("narrows the body of any webhook by what tells all of them apart", async () => {
  const event = (type: string, field: string): object => ({
    post: {
      requestBody: {
        content: {
          "application/json": {
            schema: {
              type: "object",
              required: ["type", field],
              properties: { type: { const: type }, [field]: { type: "string" } },
            },
          },
        },
      },
      responses: { "204": { description: "" } },
    },
  });
  const spec = {
    openapi: "3.1.0",
    info: { title: "Shop", version: "1" },
    webhooks: { "pet.came": event("pet.came", "name"), "pet.left": event("pet.left", "reason") },
  };
  const { value } = await generateTexts({ "spec.json": JSON.stringify(spec) }, { outputs: ["models"] });
  expect(value.files.map(({ path }) => path)).toContain("src/webhooks.ts");
  const program = `
import type { WebhookBody } from "./src/index.js";
export function tell(body: WebhookBody): string {
  switch (body.type) {
    case "pet.came":
      return body.name;
    case "pet.left":
      return body.reason;
  }
}
`;
  expect(faultsWith(sources(value.files), program)).toEqual([]);
});

it("says nothing of webhooks where there are none", async () => {
  const files = await sourcesOf("minimal");
  expect([...files.keys()]).not.toContain("src/webhooks.ts");
  expect([...files.values()].join("")).not.toContain("Webhooks");
});

it("compiles whatever webhooks are like", async () => {
  const post = (more: object): object => ({ post: { responses: {}, ...more } });
  const json = (schema: unknown): object => ({ content: { "application/json": { schema } } });
  const many = {
    "*/ }": post({
      summary: "*/ @x",
      requestBody: { description: "*/", ...json({ type: "object", properties: { "*/": {} } }) },
    }),
    __proto__x: post({}),
    constructor: post({ requestBody: json({ type: "integer", format: "int64" }) }),
    headers: post({
      parameters: [
        { name: "X-A", in: "header", schema: { type: "string" } },
        { name: "x-a", in: "header", schema: { type: "integer" } },
        { name: "__proto__", in: "query", required: true, schema: { type: "string" } },
        { name: "c", in: "cookie", schema: { enum: ["a", "b"] } },
      ],
      responses: {
        "200": {
          description: "",
          headers: { "X-Need": { required: true, schema: { type: "integer" } }, __proto__x: { schema: {} } },
          content: { "application/json": {}, "text/plain": {}, "image/*": {} },
        },
        "4XX": { description: "", ...json({ $ref: "#/components/schemas/BinaryBody" }) },
      },
    }),
    binary: post({
      requestBody: {
        content: { "image/*": {}, "application/json": { schema: { $ref: "#/components/schemas/Blob" } } },
      },
      responses: { "200": { description: "", content: { "application/octet-stream": {} } } },
    }),
    anything: post({
      requestBody: {
        content: {
          "application/json": { schema: { $ref: "#/components/schemas/Blob" } },
          "application/x-www-form-urlencoded": { schema: {} },
        },
      },
    }),
  };
  const spec = {
    openapi: "3.2.0",
    info: { title: "Shop", version: "1" },
    webhooks: {
      ...many,
      querystring: post({
        parameters: [
          {
            name: "q",
            in: "querystring",
            required: true,
            content: {
              "application/x-www-form-urlencoded": { schema: { type: "object", properties: { a: {} } } },
            },
          },
        ],
      }),
    },
    components: {
      schemas: {
        BinaryBody: { type: "object", properties: { a: { type: "string" } } },
        Blob: { type: "object", properties: { b: { type: "string" } } },
      },
    },
  };
  const { value, diagnostics } = await generateTexts({ "spec.json": JSON.stringify(spec) }, {});
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(faultsIn(sources(value.files))).toEqual([]);
  const text = value.files.find(({ path }) => path === "src/webhooks.ts")?.text ?? "";
  expect(text).toContain('"x-a"?: number;');
  expect(text).toContain("answer: { status: number };");
  expect(text).toContain("querystring: QuerystringWebhook;");
});
