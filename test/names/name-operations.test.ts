import { describe, expect, it } from "vitest";
import { namesFrom, pathsOf, schemasOf } from "../builders/names-from.ts";

type Fields = Readonly<Record<string, string>>;

function functionsOf(operations: Fields, around = ""): Readonly<Record<string, string>> {
  const { operations: names } = namesFrom(`${pathsOf(operations)}\n${around}`).value;
  return Object.fromEntries([...names].map(([key, name]) => [key, name.function]));
}

const id = (operationId: string): string => `operationId: ${JSON.stringify(operationId)}`;

/** Operations of these ids, each on a path of its own. */
const withIds = (...ids: readonly string[]): Fields =>
  Object.fromEntries(ids.map((one, index) => [`GET /${index}`, id(one)]));

const namesOfIds = (...ids: readonly string[]): readonly string[] =>
  Object.values(functionsOf(withIds(...ids)));

describe("a function is called", () => {
  it.each([
    ["getClient", "getClient"],
    ["get_client", "getClient"],
    ["GetClient", "getClient"],
    ["orders.list", "ordersList"],
    ["2fa", "_2fa"],
    ["GET_ORDER", "getOrder"],
    ["__proto__", "proto"],
    ["constructor", "constructor"],
    ["toString", "toString"],
    ["delete", "delete_"],
    ["Default", "default_"],
    ["await", "await_"],
    ["arguments", "arguments_"],
    ["eval", "eval_"],
    ["let", "let_"],
    ["undefined", "undefined_"],
    ["then", "then_"],
    ["createClient", "createClient_"],
    ["create-transport", "createTransport_"],
    ["fetch", "fetch"],
    ["con", "con"],
  ])("operationId %s: %s", (operationId, name) => {
    expect(namesOfIds(operationId)).toEqual([name]);
  });

  it.each([
    ["GET /orders", "getOrders"],
    ["GET /orders/{orderId}/items", "getOrdersByOrderIdItems"],
    ["PUT /orders/{order-id}", "putOrdersByOrderId"],
    ["GET /orders/{from}-{to}", "getOrdersByFromByTo"],
    ["GET /", "get"],
    ["GET /a/", "getA"],
    ["DELETE /", "delete_"],
    ["GET /v2/users.json", "getV2UsersJson"],
    ["POST /🔥", "post"],
  ])("without an id, by method and path: %s is %s", (key, name) => {
    expect(functionsOf({ [key]: "" })).toEqual({ [key]: name });
  });

  it("without a usable id, by method and path too", () => {
    expect(functionsOf({ "GET /orders": id("🔥"), "GET /items": id("") })).toEqual({
      "GET /orders": "getOrders",
      "GET /items": "getItems",
    });
  });

  it("as x-name says, whatever else there is", () => {
    expect(
      functionsOf({
        "GET /a": `${id("list_orders")}, x-name: orders`,
        "GET /b": `x-name: get_b`,
        "GET /c": id("orders"),
        "GET /d": "x-name: delete",
      }),
    ).toEqual({
      "GET /a": "orders",
      "GET /b": "getB",
      "GET /c": expect.stringMatching(/^orders[0-9a-f]{4}$/),
      "GET /d": "delete_",
    });
  });

  it("like its id rather than like another one's method and path", () => {
    const names = functionsOf({ "GET /orders": "", "GET /a": id("get_orders") });
    expect(names).toEqual({
      "GET /orders": expect.stringMatching(/^getOrders[0-9a-f]{4}$/),
      "GET /a": "getOrders",
    });
  });

  it("like nothing else, if ids become one name, and as its own spelling decides", () => {
    const names = namesOfIds("get_client", "getClient", "get-client", "GetClient");
    expect(names[1]).toBe("getClient");
    expect(new Set(names).size).toBe(4);
    expect(namesOfIds("GetClient", "get-client", "get_client", "getClient").toReversed().slice(1, 3)).toEqual(
      [names[0], names[2]],
    );
  });

  it("like nothing else, if one id is used twice", () => {
    const names = namesOfIds("a", "a", "a");
    expect(names[0]).toBe("a");
    expect(new Set(names).size).toBe(3);
  });

  it("like no type, in a script without capitals", () => {
    const names = functionsOf(
      { "GET /a": id("客户"), "GET /b": id("2fa") },
      schemasOf({ 客户: "{}", "2fa": "{}" }),
    );
    expect(names).toEqual({ "GET /a": "客户_", "GET /b": "_2fa_" });
    expect(functionsOf({ "GET /a": `${id("客户Api")}, tags: [客户]` })).toEqual({ "GET /a": "客户Api_" });
  });
});

describe("the types of an operation are called", () => {
  const typesOf = (operations: Fields, schemas: Fields = {}): readonly string[] =>
    [...namesFrom(`${pathsOf(operations)}\n${schemasOf(schemas)}`).value.operations.values()].flatMap(
      ({ params, result, response }) => [params, result, response],
    );

  it("like its function", () => {
    expect(typesOf({ "GET /a": id("get_order") })).toEqual([
      "GetOrderParams",
      "GetOrderResult",
      "GetOrderResponse",
    ]);
    expect(typesOf({ "GET /a": id("delete") })).toEqual(["DeleteParams", "DeleteResult", "DeleteResponse"]);
  });

  it("like no type of the language and of the package", () => {
    expect(typesOf({ "GET /a": id("api") })).toEqual(["ApiParams", "ApiResult", "ApiResponse_"]);
  });

  it("otherwise where a schema is called so, whose name it keeps", () => {
    const schemas = { GetOrderParams: "{}", get_order_result: "{}" };
    const types = typesOf({ "GET /a": id("getOrder") }, schemas);
    expect(types).toEqual([
      expect.stringMatching(/^GetOrderParams[0-9a-f]{4}$/),
      expect.stringMatching(/^GetOrderResult[0-9a-f]{4}$/),
      "GetOrderResponse",
    ]);
  });

  it("otherwise where the type of requests is called so", () => {
    const spec = `paths:
  /a:
    post:
      operationId: order
      requestBody: { content: { a/json: { schema: { $ref: "#/components/schemas/OrderParams" } } } }
      responses: { "200": { content: { a/json: { schema: { $ref: "#/components/schemas/OrderParams" } } } } }
${schemasOf({ OrderParams: "{ properties: { id: { readOnly: true } } }" })}`;
    const { models, operations } = namesFrom(spec).value;
    expect([...models.values()]).toEqual([{ type: "OrderParams", input: "OrderParamsInput" }]);
    expect(operations.get("POST /a")?.params).toMatch(/^OrderParams[0-9a-f]{4}$/);
  });
});

describe("a warning tells", () => {
  const warningsOf = (operations: Fields): readonly unknown[] =>
    namesFrom(pathsOf(operations)).diagnostics.map(({ code, message, place, on, related }) => [
      code,
      message,
      `${place.pointer} ${on}`,
      ...related.map((one) => `${one.message} ${one.place.pointer}`),
    ]);

  it("who clashes with whom, and where both are", () => {
    expect(warningsOf({ "GET /a": id("get_a"), "GET /b": id("getA"), "GET /c": "x-name: getA" })).toEqual([
      [
        "name-clash",
        expect.stringMatching(
          /^operationId "getA" would be called getA, like GET \/c; it is called getA[0-9a-f]{4}\.$/,
        ),
        "/paths/~1b/get/operationId value",
        "GET /c keeps the name /paths/~1c/get",
      ],
      [
        "name-clash",
        expect.stringMatching(
          /^operationId "get_a" would be called getA, like GET \/c; it is called getA[0-9a-f]{4}\.$/,
        ),
        "/paths/~1a/get/operationId value",
        "GET /c keeps the name /paths/~1c/get",
      ],
    ]);
  });

  it("where an operation without an id is", () => {
    expect(warningsOf({ "DELETE /": "" })).toEqual([
      [
        "name-taken",
        "DELETE / would be called delete, which the language or the package has taken; it is called delete_.",
        "/paths/~1/delete key",
      ],
    ]);
  });

  it("what is taken", () => {
    expect(warningsOf({ "GET /a": id("then") })).toEqual([
      [
        "name-taken",
        'operationId "then" would be called then, which the language or the package has taken; it is called then_.',
        "/paths/~1a/get/operationId value",
      ],
    ]);
  });

  it("nothing where nothing clashes", () => {
    expect(warningsOf({ "GET /a": id("get_a"), "GET /b": id("getB"), "GET /c": "" })).toEqual([]);
  });
});
