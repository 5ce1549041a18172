import { describe, expect, it } from "vitest";
import { namesFrom, pathsOf, schemasOf } from "../builders/names-from.ts";

/** Webhooks by method and name, with their fields in flow style. */
function webhooksOf(webhooks: Readonly<Record<string, string>>): string {
  return pathsOf(webhooks).replace("paths:", "webhooks:");
}

function typesOf(webhooks: Readonly<Record<string, string>>, around = ""): Readonly<Record<string, string>> {
  const { types } = namesFrom(`${webhooksOf(webhooks)}\n${around}`).value.webhooks;
  return Object.fromEntries(types);
}

const only = (key: string, fields = "", around = ""): string | undefined =>
  typesOf({ [key]: fields }, around)[key];

/** A callback of these requests, as a field of an operation. */
const calls = (name: string, requests: string): string =>
  `callbacks: { ${JSON.stringify(name)}: { ${requests} } }`;

function callbacksOf(
  operations: Readonly<Record<string, string>>,
  around = "",
): Readonly<Record<string, readonly string[]>> {
  const { operations: names } = namesFrom(`${pathsOf(operations)}\n${around}`).value;
  return Object.fromEntries(
    [...names.values()].map(({ function: name, callbacks }) => [
      name,
      [...callbacks.values()].flatMap((types) => [...types.values()]),
    ]),
  );
}

describe("the type of a webhook is called", () => {
  it.each([
    ["POST newPet", "NewPetWebhook"],
    ["POST new-pet", "NewPetWebhook"],
    ["POST branch.protection_rule/created", "BranchProtectionRuleCreatedWebhook"],
    ["POST petWebhook", "PetWebhook"],
    ["POST webhook", "Webhook"],
    ["POST 🔥", "Webhook"],
    ["POST __proto__", "ProtoWebhook"],
    ["PUT newPet", "PutNewPetWebhook"],
    ["GET newPet", "GetNewPetWebhook"],
  ])("%s: %s", (key, type) => {
    expect(only(key)).toBe(type);
  });

  it("as its x-name says, whatever the method", () => {
    expect(only("GET newPet", "x-name: petCame")).toBe("PetCameWebhook");
    expect(only("POST newPet", "operationId: petCame")).toBe("NewPetWebhook");
  });

  it("the same whatever others there are, unless they clash", () => {
    expect(typesOf({ "POST a": "", "PUT a": "", "POST b": "" })).toEqual({
      "POST a": "AWebhook",
      "PUT a": "PutAWebhook",
      "POST b": "BWebhook",
    });
  });
});

it("lets webhooks yield to each other by their spellings, in any order", () => {
  const expected = {
    "POST newPet": "NewPetWebhook",
    "POST new-pet": expect.stringMatching(/^NewPetWebhook[\da-f]{4}$/),
  };
  expect(typesOf({ "POST newPet": "", "POST new-pet": "" })).toEqual(expected);
  expect(typesOf({ "POST new-pet": "", "POST newPet": "" })).toEqual(expected);
  expect(typesOf({ "POST new-pet": "x-name: newPet", "POST newPet": "" })["POST new-pet"]).toBe(
    "NewPetWebhook",
  );
  const { diagnostics } = namesFrom(webhooksOf({ "POST newPet": "", "POST new-pet": "" }));
  expect(
    diagnostics.map(({ code, place, related }) => [code, place.pointer, related?.[0]?.place.pointer]),
  ).toEqual([["name-clash", "/webhooks/new-pet/post", "/webhooks/newPet/post"]]);
});

it("lets webhooks yield to everything else that the package exports", () => {
  const models = schemasOf({ PetWebhook: "{ type: object }", Webhooks: "{}", WebhookBody: "{}" });
  const { value, diagnostics } = namesFrom(`${webhooksOf({ "POST pet": "" })}\n${models}`);
  expect(value.webhooks).toEqual({
    list: "Webhooks_",
    body: "WebhookBody_",
    types: new Map([["POST pet", "PetWebhook_"]]),
  });
  expect([...value.models.values()].map(({ type }) => type)).toEqual([
    "PetWebhook",
    "Webhooks",
    "WebhookBody",
  ]);
  expect(diagnostics.map(({ code }) => code)).toEqual(["name-taken"]);
});

describe("the type of a callback is called", () => {
  it("after the function that asks for it", () => {
    expect(
      callbacksOf({
        "POST /streams": `operationId: createStream, ${calls("onData", "$url: { post: {}, put: {} }")}`,
        "PUT /streams": `operationId: changeStream, ${calls("onData", "$url: { post: {} }")}`,
        "GET /streams": "operationId: getStreams",
      }),
    ).toEqual({
      createStream: ["CreateStreamOnDataCallback", "CreateStreamPutOnDataCallback"],
      changeStream: ["ChangeStreamOnDataCallback"],
      getStreams: [],
    });
  });

  it("as its x-name says", () => {
    expect(
      callbacksOf({ "POST /a": `operationId: a, ${calls("b", "$url: { post: { x-name: dataCame } }")}` }),
    ).toEqual({
      a: ["DataCameCallback"],
    });
  });

  it("otherwise where two addresses get the same method, or a model has the name", () => {
    const clash = { "POST /a": `operationId: a, ${calls("b", "$x: { post: {} }, $y: { post: {} }")}` };
    const { a = [] } = callbacksOf(clash);
    expect(a).toEqual(["ABCallback", expect.stringMatching(/^ABCallback[\da-f]{4}$/)]);
    const { diagnostics } = namesFrom(pathsOf(clash));
    expect(diagnostics.map(({ code }) => code)).toEqual(["name-clash"]);
    const single = { "POST /a": `operationId: a, ${calls("b", "$x: { post: {} }")}` };
    expect(callbacksOf(single, schemasOf({ ABCallback: "{}" }))).toEqual({ a: ["ABCallback_"] });
  });

  it("the same for each who asks for one that they share", () => {
    const shared = "components: { callbacks: { End: { $url: { post: {} } } } }";
    const asks = (id: string): string =>
      `operationId: ${id}, callbacks: { end: { $ref: "#/components/callbacks/End" } }`;
    expect(callbacksOf({ "POST /a": asks("a"), "POST /b": asks("b") }, shared)).toEqual({
      a: ["AEndCallback"],
      b: ["BEndCallback"],
    });
  });
});
