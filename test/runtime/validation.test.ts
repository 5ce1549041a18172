import { expect, test, vi } from "vitest";
import { jsonBody } from "../../templates/runtime/json.ts";
import { withMiddleware } from "../../templates/runtime/middleware.ts";
import type { Operation } from "../../templates/runtime/operation.ts";
import type { Fetch } from "../../templates/runtime/options.ts";
import type { StandardSchema } from "../../templates/runtime/standard-schema.ts";
import { call } from "../../templates/runtime/transport.ts";
import {
  type Description,
  standardSchemas,
  validatingFetch,
  type ValidationOptions,
} from "../../templates/runtime/validation.ts";
import { ValidationError } from "../../templates/runtime/validation-error.ts";
import { ConflictError, DecodeError, ServerError } from "../../templates/runtime/errors.ts";
import type { Answer } from "./server.ts";
import { hurry, inTurn, json, open, rejection, serve } from "./server.ts";

const description: Description = {
  operations: {
    createOrder: {
      id: "create-order",
      request: { "application/json": { $ref: "#/$defs/Order" }, "text/*": true },
      responses: {
        "201": { "application/json": { $ref: "#/$defs/Order" } },
        "204": {},
        "409 4XX": { "application/json": { $ref: "#/$defs/Problem" } },
        default: { "application/json": { type: "object", properties: { fault: { type: "string" } } } },
      },
    },
  },
  $defs: {
    Order: {
      type: "object",
      properties: { id: { type: "integer", readOnly: true }, name: { type: "string" } },
      required: ["id", "name"],
    },
    Problem: { type: "object", required: ["title"] },
  },
};

const createOrder: Operation = { id: "create-order", method: "POST", path: "/orders", body: jsonBody };

/** Sends an order to a server that answers so. */
async function order(
  answer: Answer,
  options: ValidationOptions,
  body: unknown = { name: "a" },
  around = (inner: Fetch): Fetch => inner,
) {
  const server = await serve(answer);
  const transport = open(server, { fetch: around(validatingFetch(description, options)) });
  const result = (): Promise<unknown> => call<unknown>(transport, createOrder, { body });
  return { result, received: server.received };
}

const good = json(201, { id: 1, name: "secret" });
const bad = json(201, { id: "secret" });

test("what fits goes and comes", async () => {
  const { result, received } = await order(good, {});
  expect(await result()).toEqual({ id: 1, name: "secret" });
  expect(received.map(({ body }) => body)).toEqual(['{"name":"a"}']);
});

test("a request that does not fit is not sent", async () => {
  const { result, received } = await order(good, {}, { name: 5 });
  const error = await rejection(result());
  expect(error).toBeInstanceOf(ValidationError);
  expect(error).toMatchObject({
    name: "ValidationError",
    message: "The body of the request does not fit: /name must be a string (create-order)",
    operationId: "create-order",
    direction: "request",
    status: undefined,
    issues: [{ message: "must be a string", path: ["name"] }],
  });
  expect(received).toEqual([]);
});

test("an answer that does not fit rejects, without a word of what it holds", async () => {
  const { result, received } = await order(bad, {});
  const error = await rejection(result());
  expect(error).toBeInstanceOf(ValidationError);
  expect(error).toMatchObject({ direction: "response", status: 201 });
  expect((error as ValidationError).issues).toEqual([
    { message: "must be an integer", path: ["id"] },
    { message: "must be given", path: ["name"] },
  ]);
  expect(JSON.stringify(error) + String(error)).not.toContain("secret");
  expect(received).toHaveLength(1);
});

test("with warn, the call goes on", async () => {
  const warn = vi.spyOn(console, "warn").mockReturnValue();
  const { result, received } = await order(bad, { requests: "warn", responses: "warn" }, {});
  expect(await result()).toEqual({ id: "secret" });
  expect(received).toHaveLength(1);
  expect(warn.mock.calls).toEqual([
    ["The body of the request does not fit: /name must be given (create-order)"],
    ["The body of the response does not fit: /id must be an integer; /name must be given (create-order)"],
  ]);
  warn.mockRestore();
});

test("with off, nobody looks", async () => {
  const told = vi.fn();
  const { result } = await order(bad, { requests: "off", responses: "off", onIssue: told }, 5);
  expect(await result()).toEqual({ id: "secret" });
  expect(told).not.toHaveBeenCalled();
});

test("an error is told of and stays what it is, retries included", async () => {
  hurry();
  const told: ValidationError[] = [];
  const onIssue = (error: ValidationError): void => void told.push(error);
  const answer = inTurn(json(429, {}, { "retry-after": "1" }), json(409, {}), good);
  const { result, received } = await order(answer, { onIssue });
  expect(await rejection(result())).toBeInstanceOf(ConflictError);
  expect(received).toHaveLength(2);
  expect(told.map(({ status, issues }) => [status, issues])).toEqual([
    [429, [{ message: "must be given", path: ["title"] }]],
    [409, [{ message: "must be given", path: ["title"] }]],
  ]);
});

test.each<[what: string, answer: Answer, issues: readonly string[]]>([
  ["a status that nothing but the rest describes", json(500, { fault: 5 }), ["must be a string"]],
  ["a range of statuses", json(404, {}), ["must be given"]],
  ["a status without a body", json(204, undefined), []],
  ["no JSON", (response) => void response.writeHead(500, { "content-type": "text/html" }).end("<p>"), []],
])("an answer is judged by what is described for it: %s", async (_, answer, issues) => {
  const told: ValidationError[] = [];
  const onIssue = (error: ValidationError): void => void told.push(error);
  const { result } = await order(answer, { onIssue });
  await result().catch(() => undefined);
  expect(told.flatMap((error) => error.issues.map(({ message }) => message))).toEqual(issues);
});

test("a success that lacks its body does not fit", async () => {
  const { result } = await order((response) => void response.writeHead(201).end(), {});
  expect(await rejection(result())).toMatchObject({ issues: [{ message: "must not be empty", path: [] }] });
});

test("a body that is no JSON is for whoever reads it", async () => {
  const half: Answer = (response) =>
    void response.writeHead(201, { "content-type": "application/json" }).end('{"id":');
  expect(await rejection((await order(half, {})).result())).toBeInstanceOf(DecodeError);
});

test("the whole text is judged, whatever stands around the requests", async () => {
  const around = (inner: Fetch): Fetch => withMiddleware([(request, next) => next(request)], inner);
  const { result, received } = await order(good, {}, { name: 5 }, around);
  expect(await rejection(result())).toBeInstanceOf(ValidationError);
  expect(received).toEqual([]);
  const sent = await order(good, {}, { name: "ä" }, around);
  expect(await sent.result()).toEqual({ id: 1, name: "secret" });
  expect(sent.received.map(({ body }) => body)).toEqual(['{"name":"ä"}']);
});

test("other operations, other media types and bodies that are no text pass", async () => {
  const sent: unknown[] = [];
  const inner: Fetch = (_input, init) => {
    sent.push(init?.body);
    return Promise.resolve(Response.json(5));
  };
  const send = validatingFetch(description, { fetch: inner, responses: "off" });
  const post = (body: string | Blob, type: string, operationId = "create-order"): Promise<Response> =>
    send(
      "https://a.example",
      { method: "POST", body, headers: { "content-type": type } },
      { operationId, attempt: 0 },
    );
  const blob = new Blob(["5"]);
  await post("5", "application/json", "other");
  await post("5", "text/csv");
  await post("5", "application/xml");
  await post(blob, "application/json");
  expect(sent).toEqual(["5", "5", "5", blob]);
  await expect(post("5", "Application/JSON; charset=utf-8")).rejects.toBeInstanceOf(ValidationError);
});

/** A validator of somebody else's. */
function standard(validate: StandardSchema["~standard"]["validate"]): StandardSchema {
  return { "~standard": { version: 1, vendor: "test", validate } };
}

test("schemas of one's own stand in for those of the spec", async () => {
  const seen: unknown[] = [];
  const request = standard((value) => {
    seen.push(value);
    return { value: "changed" };
  });
  const strict = standard(() =>
    Promise.resolve({ issues: [{ message: "No", path: [{ key: "a" }, 0] }, { message: "Never" }] }),
  );
  const schemas = { createOrder: { request, responses: { 201: strict } } };
  const { result, received } = await order(good, { schemas }, 5);
  expect(await rejection(result())).toMatchObject({
    message: "The body of the response does not fit: /a/0 No; Never (create-order)",
    issues: [
      { message: "No", path: ["a", 0] },
      { message: "Never", path: [] },
    ],
  });
  expect(seen).toEqual([5]);
  expect(received.map(({ body }) => body)).toEqual(["5"]);
});

test("the message has the first three issues, the error all", async () => {
  const issues = ["a", "b", "c", "d", "e"].map((message) => ({ message, path: [] }));
  const request = standard(() => ({ issues }));
  const { result } = await order(good, { schemas: { createOrder: { request } } });
  const error = await rejection(result());
  expect(String(error)).toContain("does not fit: a; b; c; and 2 more (");
  expect(error).toMatchObject({ issues });
});

test("a fault of the server is its fault", async () => {
  hurry();
  const { result } = await order(json(500, { fault: 5 }), { onIssue: () => undefined });
  expect(await rejection(result())).toBeInstanceOf(ServerError);
});

test("each body has an object that judges it", () => {
  type Made = { readonly request: StandardSchema; readonly responses: Record<string, StandardSchema> };
  const { createOrder: made } = standardSchemas(description) as { readonly createOrder: Made };
  expect(made.request["~standard"]).toMatchObject({ version: 1, vendor: "specwright" });
  const value = { name: "a" };
  expect(made.request["~standard"].validate(value)).toEqual({ value });
  expect(made.request["~standard"].validate({})).toEqual({
    issues: [{ message: "must be given", path: ["name"] }],
  });
  expect(made.responses["201"]?.["~standard"].validate(value)).toEqual({
    issues: [{ message: "must be given", path: ["id"] }],
  });
});
