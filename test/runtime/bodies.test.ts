import { expect, test } from "vitest";
import { SdkError } from "../../templates/runtime/errors.ts";
import { exactJsonBody } from "../../templates/runtime/int64.ts";
import { jsonBody } from "../../templates/runtime/json.ts";
import { bodyOf, optional } from "../../templates/runtime/media.ts";
import { multipartBody } from "../../templates/runtime/multipart.ts";
import type { BodyWriter, Operation } from "../../templates/runtime/operation.ts";
import { binaryBody, textBody } from "../../templates/runtime/raw.ts";
import { queryDeepObject, queryFormJoined, queryJson, reserved } from "../../templates/runtime/styles.ts";
import { call } from "../../templates/runtime/transport.ts";
import { formBody } from "../../templates/runtime/urlencoded.ts";
import type { Received } from "./server.ts";
import { always, open, rejection, serve } from "./server.ts";

function post(body: BodyWriter): Operation {
  return { id: "post", method: "POST", path: "/", body };
}

async function sent(body: BodyWriter, params: object): Promise<Received> {
  const server = await serve(always(204));
  await call(open(server), post(body), params);
  return server.received[0] ?? expect.fail("Nothing was sent.");
}

/** What a server reads from a multipart request, by the platform's own parser. */
async function parts({ headers, body }: Received): Promise<FormData> {
  return new Response(body, { headers: { "content-type": headers["content-type"] ?? "" } }).formData();
}

test("JSON, null and false included", async () => {
  const body = jsonBody;
  expect(await sent(body, { body: { a: "ü" } })).toMatchObject({
    body: '{"a":"ü"}',
    headers: { "content-type": "application/json" },
  });
  expect(await sent(body, { body: null })).toMatchObject({ body: "null" });
  expect(await sent(body, { body: false })).toMatchObject({ body: "false" });
});

test("no body where there is none", async () => {
  const { body, headers } = await sent(optional(jsonBody), {});
  expect(body).toBe("");
  expect(headers).not.toHaveProperty("content-type");
  const server = await serve(always(204));
  const { body: _, ...bodiless } = post(jsonBody);
  await call(open(server), bodiless, { body: { a: 1 }, contentType: "text/plain" });
  expect(server.received[0]?.body).toBe("");
  expect(server.received[0]?.headers).not.toHaveProperty("content-type");
});

test.each<[string, BodyWriter]>([
  ["json", jsonBody],
  ["exact json", exactJsonBody],
  ["a text", textBody],
  ["a form", formBody()],
  ["multipart", multipartBody()],
  ["one of several", bodyOf({ "application/json": jsonBody, "text/plain": textBody })],
])("a call that needs a body and has none is not sent: %s", async (_case, body) => {
  const server = await serve(always(204));
  const error = await rejection(call(open(server), post(body), {}));
  expect(error).toBeInstanceOf(SdkError);
  expect(error).toHaveProperty("message", "Give body (post: POST /)");
  expect(server.received).toEqual([]);
});

test("bytes that are needed and absent are not sent", async () => {
  const server = await serve(always(204));
  expect(await rejection(call(open(server), post(binaryBody), {}))).toBeInstanceOf(SdkError);
  expect(server.received).toEqual([]);
});

test("the media type is the first, or the one asked for", async () => {
  const body = bodyOf({
    "application/json": jsonBody,
    "text/plain": textBody,
    "application/json-patch+json": exactJsonBody,
  });
  expect(await sent(body, { body: "a" })).toMatchObject({ body: '"a"' });
  expect(await sent(body, { body: "a", contentType: "text/plain" })).toMatchObject({
    body: "a",
    headers: { "content-type": "text/plain" },
  });
  expect(await sent(body, { body: 1n, contentType: "application/json-patch+json" })).toMatchObject({
    body: "1",
  });
  expect(await sent(body, { body: "a", contentType: "application/json; charset=utf-8" })).toMatchObject({
    body: '"a"',
    headers: { "content-type": "application/json; charset=utf-8" },
  });
});

test.each([
  [{ "image/*": binaryBody }, "image/png"],
  [{ "application/json": jsonBody, "*/*": binaryBody }, "image/png"],
])("a range takes what it stands for: %j", async (body, contentType) => {
  const params = { body: new Uint8Array([65, 66]), contentType };
  expect(await sent(bodyOf(body), params)).toMatchObject({
    body: "AB",
    headers: { "content-type": contentType },
  });
});

test("a media type that the operation does not know is refused", async () => {
  const operation = post(bodyOf({ "application/json": jsonBody, "image/*": binaryBody }));
  const server = await serve(always(204));
  const error = await rejection(call(open(server), operation, { body: "a", contentType: "text/plain" }));
  expect(error).toBeInstanceOf(SdkError);
  expect(error).toMatchObject({
    message: "contentType must be one of application/json, image/* (post: POST /)",
  });
  expect(server.received).toEqual([]);
});

test.each([
  ["bytes", new Uint8Array([104, 105]), "application/octet-stream"],
  ["buffer", new Uint8Array([104, 105]).buffer, "application/octet-stream"],
  ["text", "hi", "application/octet-stream"],
  ["blob with a type", new Blob(["hi"], { type: "image/png" }), "image/png"],
  ["blob without one", new Blob(["hi"]), "application/octet-stream"],
  ["stream", new Blob(["hi"]).stream(), "application/octet-stream"],
])("binary: %s", async (_case, body, type) => {
  expect(await sent(bodyOf({ "*/*": binaryBody }), { body })).toMatchObject({
    body: "hi",
    headers: { "content-type": type },
  });
});

test("binary keeps the media type that the spec names", async () => {
  const params = { body: new Blob(["hi"], { type: "image/png" }) };
  expect(await sent(bodyOf({ "image/jpeg": binaryBody }), params)).toMatchObject({
    headers: { "content-type": "image/jpeg" },
  });
});

test.each([{ a: 1 }, 1, true, null])("binary refuses %j", (value) => {
  expect(() => binaryBody(value, "image/png", post(binaryBody))).toThrow(SdkError);
});

test("a form", async () => {
  const body = {
    name: "a b+c&d",
    tags: ["x", null, "y"],
    owner: { id: 1n },
    rows: [{ a: 1 }],
    none: undefined,
    nothing: null,
    empty: "",
    list: [],
    since: new Date(0),
  };
  const received = await sent(formBody(), { body });
  expect(received.headers["content-type"]).toBe("application/x-www-form-urlencoded");
  expect(received.body).toContain("name=a+b%2Bc%26d");
  expect([...new URLSearchParams(received.body)]).toEqual([
    ["name", "a b+c&d"],
    ["tags", "x"],
    ["tags", "y"],
    ["owner", '{"id":1}'],
    ["rows", '{"a":1}'],
    ["empty", ""],
    ["since", "1970-01-01T00:00:00.000Z"],
  ]);
});

test("a form with a style for a field", async () => {
  const writer = formBody({
    tags: queryFormJoined,
    filter: queryDeepObject,
    path: reserved(queryFormJoined),
    none: queryJson,
  });
  const body = { tags: ["x", "y"], filter: { a: 1 }, path: "/a b", none: null, list: [], toString: "own" };
  const received = await sent(writer, { body });
  expect(received.body).toBe("tags=x,y&filter%5Ba%5D=1&path=/a+b&toString=own");
});

test("multipart", async () => {
  const body = {
    name: "a",
    count: 2,
    big: 9007199254740993n,
    since: new Date(0),
    owner: { id: 1n },
    tags: ["x", null, "y"],
    avatar: new File(["<svg/>"], "me.svg", { type: "image/svg+xml" }),
    raw: new Uint8Array([104, 105]),
    none: undefined,
    nothing: null,
  };
  const received = await sent(multipartBody(), { body });
  expect(received.headers["content-type"]).toMatch(/^multipart\/form-data; ?boundary=/);
  const form = await parts(received);
  expect([...form.keys()]).toEqual([
    "name",
    "count",
    "big",
    "since",
    "owner",
    "tags",
    "tags",
    "avatar",
    "raw",
  ]);
  expect(form.get("name")).toBe("a");
  expect(form.get("count")).toBe("2");
  expect(form.get("big")).toBe("9007199254740993");
  expect(form.get("since")).toBe("1970-01-01T00:00:00.000Z");
  expect(form.getAll("tags")).toEqual(["x", "y"]);
  expect(await file(form, "owner")).toEqual({ name: "blob", type: "application/json", text: '{"id":1}' });
  expect(await file(form, "avatar")).toEqual({ name: "me.svg", type: "image/svg+xml", text: "<svg/>" });
  expect(await file(form, "raw")).toEqual({ name: "blob", type: "application/octet-stream", text: "hi" });
});

test("multipart with media types of its own", async () => {
  const writer = multipartBody({
    text: { contentType: "text/csv" },
    object: { contentType: "application/vnd.a+json, application/json" },
    image: { contentType: "image/*" },
    bytes: { contentType: "image/png" },
    typed: { contentType: "image/png" },
    untyped: { contentType: "image/png" },
    list: { contentType: "text/csv" },
  });
  const body = {
    text: "a,b",
    object: { a: 1 },
    image: "not an image",
    bytes: new Uint8Array([104, 105]).buffer,
    typed: new Blob(["hi"], { type: "image/gif" }),
    untyped: new File(["hi"], "x.png"),
    list: ["a", "b"],
  };
  const form = await parts(await sent(writer, { body }));
  expect(await file(form, "text")).toMatchObject({ type: "text/csv", text: "a,b" });
  expect(await file(form, "object")).toMatchObject({ type: "application/vnd.a+json", text: '{"a":1}' });
  expect(form.get("image")).toBe("not an image");
  expect(await file(form, "bytes")).toMatchObject({ type: "image/png", text: "hi" });
  expect(await file(form, "typed")).toMatchObject({ type: "image/gif" });
  expect(await file(form, "untyped")).toEqual({ name: "x.png", type: "image/png", text: "hi" });
  expect(form.getAll("list")).toHaveLength(2);
});

async function file(form: FormData, name: string): Promise<object> {
  const part = form.get(name);
  if (!(part instanceof File)) return expect.fail(`${name} is not a file.`);
  return { name: part.name, type: part.type, text: await part.text() };
}

test("multipart with a list that is one part", async () => {
  const writer = multipartBody({ list: { join: "," }, none: { join: "," } });
  const form = await parts(await sent(writer, { body: { list: ["x", 1], none: [], each: ["a", "b"] } }));
  expect([...form].map(([name, part]) => [name, part])).toEqual([
    ["list", "x,1"],
    ["each", "a"],
    ["each", "b"],
  ]);
});
