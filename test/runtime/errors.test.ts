import { build } from "esbuild";
import { expect, test } from "vitest";
import * as errors from "../../templates/runtime/errors.ts";
import { call } from "../../templates/runtime/transport.ts";
import { always, getOrder, json, open, rejection, serve } from "./server.ts";

const ancestors: readonly (readonly [keyof typeof errors, readonly string[]])[] = [
  ["ApiError", ["SdkError"]],
  ["BadRequestError", ["ApiError", "SdkError"]],
  ["AuthenticationError", ["ApiError", "SdkError"]],
  ["PermissionDeniedError", ["ApiError", "SdkError"]],
  ["NotFoundError", ["ApiError", "SdkError"]],
  ["ConflictError", ["ApiError", "SdkError"]],
  ["UnprocessableEntityError", ["ApiError", "SdkError"]],
  ["RateLimitError", ["ApiError", "SdkError"]],
  ["ServerError", ["ApiError", "SdkError"]],
  ["ConnectionError", ["SdkError"]],
  ["TimeoutError", ["ConnectionError", "SdkError"]],
  ["AbortError", ["SdkError"]],
  ["DecodeError", ["SdkError"]],
  ["OAuthError", ["SdkError"]],
];

/** The runtime's errors as a minifier leaves them. */
async function minified(): Promise<typeof errors> {
  const entryPoints = [new URL("../../templates/runtime/errors.ts", import.meta.url).pathname];
  const { outputFiles } = await build({
    entryPoints,
    format: "esm",
    bundle: true,
    write: false,
    minify: true,
  });
  const code = outputFiles[0]?.text ?? "";
  return import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`);
}

const builds = [
  ["as it is", async () => errors],
  ["minified", minified],
] as const;

test.each(builds)("names, stacks and instanceof hold: %s", async (_case, load) => {
  const loaded = await load();
  for (const [name, above] of ancestors) {
    const details = { status: 400, headers: new Headers(), text: "", body: undefined, cause: 1 };
    const error = Reflect.construct(loaded[name], ["told", details]);
    expect(error).toMatchObject({ name, message: "told", cause: 1, status: 400 });
    expect(String(error)).toBe(`${name}: told`);
    expect(error.stack).toMatch(new RegExp(`^${name}: told\n`));
    expect(Object.keys(error)).not.toContain("name");
    expect(Object.keys(error)).not.toContain("cause");
    for (const known of [name, ...above, "Error"]) {
      const kind = known === "Error" ? Error : Reflect.get(loaded, known);
      expect(error, `${name} is a ${known}`).toBeInstanceOf(kind);
    }
    expect(error instanceof loaded.RateLimitError).toBe(name === "RateLimitError");
  }
});

test.each([
  [304, "ApiError"],
  [400, "BadRequestError"],
  [401, "AuthenticationError"],
  [402, "ApiError"],
  [403, "PermissionDeniedError"],
  [404, "NotFoundError"],
  [405, "ApiError"],
  [408, "ApiError"],
  [409, "ConflictError"],
  [422, "UnprocessableEntityError"],
  [429, "RateLimitError"],
  [500, "ServerError"],
  [501, "ServerError"],
  [503, "ServerError"],
  [599, "ServerError"],
])("%i rejects with %s", async (status, name) => {
  const server = await serve(
    json(status, status === 304 ? undefined : { message: "no" }, { "retry-after": "7" }),
  );
  const error = await rejection(call(open(server, { maxRetries: 0 }), getOrder, { orderId: "1" }));
  expect(error).toBeInstanceOf(errors.ApiError);
  expect(error).toMatchObject({ name, status, operationId: "getOrder" });
  if (error instanceof errors.ApiError) expect(error.headers.get("retry-after")).toBe("7");
});

test("a message says what to look at", async () => {
  const server = await serve(
    json(404, { message: "No such\n order" }, { "x-trace": "abc", "x-request": "r" }),
  );
  const transport = open(
    server,
    { maxRetries: 0 },
    { correlationHeaders: ["x-absent", "x-trace", "x-request"] },
  );
  const error = await rejection(call(transport, getOrder, { orderId: "1 2" }));
  expect(error).toMatchObject({
    message: "404 Not Found: No such order (getOrder: GET /orders/1%202; correlation id abc)",
    correlationId: "abc",
    body: { message: "No such\n order" },
  });
});

test.each([
  [{ error: "invalid_client", error_description: "Wrong secret" }, "Wrong secret"],
  [{ title: "Gone", detail: "It is gone" }, "It is gone"],
  [{ title: "Gone" }, "Gone"],
  [{ error: { message: "Inner" } }, "Inner"],
  [{ error: "invalid_client" }, "invalid_client"],
  [{ errors: [{ message: "First" }, { message: "Second" }] }, "First"],
  [{ errors: ["First"] }, "First"],
  [[{ message: "In a list" }], "In a list"],
  [{ message: "", detail: "Detail" }, "Detail"],
  [{ message: "\u001b[31mred\u0000" }, "[31mred"],
  [{ message: "x".repeat(400) }, `${"x".repeat(299)}…`],
  [{ message: "x".repeat(300) }, "x".repeat(300)],
  ["A JSON text", "A JSON text"],
])("%j says %j", async (body, said) => {
  const server = await serve(json(400, body));
  expect(await rejection(call(open(server, { maxRetries: 0 }), getOrder, { orderId: "1" }))).toMatchObject({
    message: `400 Bad Request: ${said} (getOrder: GET /orders/1)`,
    body,
  });
});

test.each([
  [{ code: 1 }],
  [null],
  [5],
  [[]],
  [{ message: { a: 1 } }],
  [{ error: { error: { error: { message: "deep" } } } }],
])("%j says nothing", async (body) => {
  const server = await serve(json(400, body));
  expect(await rejection(call(open(server, { maxRetries: 0 }), getOrder, { orderId: "1" }))).toMatchObject({
    message: "400 Bad Request (getOrder: GET /orders/1)",
    body,
  });
});

test.each([
  ["text", "text/plain", "Down for tea", "Down for tea", ": Down for tea"],
  ["markup, which is not dumped", "text/html", " <html>Bad</html>", " <html>Bad</html>", ""],
  ["JSON under another name", "text/plain", '{"message":"Hidden"}', { message: "Hidden" }, ": Hidden"],
  ["JSON that is none", "application/json", '{"message":', '{"message":', ': {"message":'],
  ["bytes", "application/octet-stream", "ab", "ab", ": ab"],
  ["nothing", "application/json", "", undefined, ""],
])("an error body of %s", async (_case, type, sent, body, said) => {
  const server = await serve(always(502, sent, { "content-type": type }));
  const error = await rejection(call(open(server, { maxRetries: 0 }), getOrder, { orderId: "1" }));
  expect(error).toMatchObject({ message: `502 Bad Gateway${said} (getOrder: GET /orders/1)` });
  expect(error).toHaveProperty("body", body);
});

test("an error nested without end is still the error of its status", async () => {
  const server = await serve(always(500, `${'{"error":'.repeat(20_000)}1${"}".repeat(20_000)}`));
  expect(await rejection(call(open(server, { maxRetries: 0 }), getOrder, { orderId: "1" }))).toBeInstanceOf(
    errors.ServerError,
  );
});
