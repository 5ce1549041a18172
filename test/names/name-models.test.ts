import { describe, expect, it } from "vitest";
import { namesFrom, schemasOf } from "../builders/names-from.ts";
import { type Texts, withHead } from "../builders/spec-texts.ts";

/** The types by the ids of their models, the name of the first file left out. */
function typesOf(texts: Texts): Readonly<Record<string, string>> {
  const { models } = namesFrom(texts).value;
  return Object.fromEntries(
    [...models].map(([id, { type, input }]) => [
      id.replace(/^openapi\.yaml#\/(?:components\/schemas\/)?/, ""),
      input === undefined ? type : `${type} ${input}`,
    ]),
  );
}

/** The types of schemas of these keys. */
function namesOfKeys(...keys: readonly string[]): readonly string[] {
  return Object.values(typesOf(schemasOf(Object.fromEntries(keys.map((key) => [key, "{}"])))));
}

describe("a type is called", () => {
  it.each([
    ["Order", "Order"],
    ["order", "Order"],
    ["order_item", "OrderItem"],
    ["order.item-v2", "OrderItemV2"],
    ["OAuthClient", "OAuthClient"],
    ["404", "_404"],
    ["__proto__", "Proto"],
    ["constructor", "Constructor"],
    ["class", "Class"],
    ["🔥", "Model"],
    ["Заказ", "Заказ"],
    ["Error", "ErrorModel"],
    ["string", "StringModel"],
    ["any", "Any"],
    ["Date", "DateModel"],
    ["Record", "RecordModel"],
    ["Promise", "PromiseModel"],
    ["Blob", "BlobModel"],
    ["Uint8Array", "Uint8ArrayModel"],
    ["NaN", "NaNModel"],
    ["ApiError", "ApiErrorModel"],
    ["Client", "ClientModel"],
    ["client-options", "ClientOptionsModel"],
    ["con", "ConModel"],
    ["LPT9", "LPT9Model"],
    ["Console", "Console"],
  ])("like its key: %s is %s", (key, type) => {
    expect(namesOfKeys(key)).toEqual([type]);
  });

  it("like its title where it has no key, else like its file, else like its place", () => {
    expect(
      typesOf({
        "openapi.yaml": withHead(
          schemasOf({
            Root: `{ anyOf: [{ $ref: "a.yaml#/titled" }, { $ref: "models/price-tag.yaml" }, { $ref: "a.yaml#/components/schemas/foot" },
              { $ref: "a.yaml#/one/two/three" }, { $ref: "#/components/schemas/Root/properties/inner" }], properties: { inner: {} } }`,
          }),
        ),
        "a.yaml":
          "{ titled: { title: A title }, components: { schemas: { foot: {} } }, one: { two: { three: { type: string } } } }",
        "models/price-tag.yaml": "{}",
      }),
    ).toEqual({
      Root: "Root",
      "a.yaml#/titled": "ATitle",
      "models/price-tag.yaml#": "PriceTag",
      "a.yaml#/components/schemas/foot": "Foot",
      "a.yaml#/one/two/three": "TwoThree",
      "Root/properties/inner": "RootInner",
    });
  });

  it("like the key that leads to its file, whatever the title", () => {
    expect(
      typesOf({
        "openapi.yaml": withHead(
          schemasOf({ Order: "{ $ref: schemas/the-order.yaml }", Alias: "{ $ref: schemas/the-order.yaml }" }),
        ),
        "schemas/the-order.yaml": "{ title: Another }",
      }),
    ).toEqual({ "schemas/the-order.yaml#": "Order", Alias: "Alias" });
  });

  it("as x-name says, and others yield", () => {
    const types = typesOf(
      schemasOf({
        Order: "{}",
        old: "{ x-name: Order }",
        "odd-one": "{ x-name: fine_name }",
        Own: "{ x-name: Error }",
      }),
    );
    expect(types).toEqual({
      Order: expect.stringMatching(/^Order[0-9a-f]{4}$/),
      old: "Order",
      "odd-one": "FineName",
      Own: "ErrorModel",
    });
  });

  it("like no other, not even with other capitals: each is a file", () => {
    const types = namesOfKeys("order", "Order", "oRDER", "order_", "Order-");
    expect(types[1]).toBe("Order");
    expect(new Set(types.map((type) => type.toLowerCase())).size).toBe(5);
  });

  it("like the author's own where ours is in the way", () => {
    const types = namesOfKeys("ErrorModel", "Error", "error");
    expect(types[0]).toBe("ErrorModel");
    expect(types.slice(1)).toEqual([
      expect.stringMatching(/^ErrorModel[0-9a-f]{4}$/),
      expect.stringMatching(/^ErrorModel[0-9a-f]{4}$/),
    ]);
  });

  it("by its key rather than by another one's title", () => {
    const types = typesOf({
      "openapi.yaml": withHead(
        schemasOf({
          b: "{ anyOf: [{ $ref: a.yaml }, { $ref: 'c.yaml#/x' }, { $ref: 'c.yaml#/y' }] }",
          order: "{}",
        }),
      ),
      "a.yaml": "{ title: Order }",
      "c.yaml": "{ x: { title: Line }, y: { title: Line } }",
    });
    expect(types["order"]).toBe("Order");
    expect(types["a.yaml#"]).toMatch(/^Order[0-9a-f]{4}$/);
    expect([types["c.yaml#/x"], types["c.yaml#/y"]]).toEqual([
      "Line",
      expect.stringMatching(/^Line[0-9a-f]{4}$/),
    ]);
  });
});

describe("what a request holds is a type of its own", () => {
  /** A spec that sends and receives `A`. */
  const both = (schemas: Readonly<Record<string, string>>): string => `
paths:
  /a:
    put:
      requestBody: { content: { a/json: { schema: { $ref: "#/components/schemas/A" } } } }
      responses: { "200": { content: { a/json: { schema: { $ref: "#/components/schemas/A" } } } } }
${schemasOf(schemas)}`;
  const readOnly = "{ properties: { id: { readOnly: true } } }";

  it("where it is another one", () => {
    expect(typesOf(both({ A: readOnly }))).toEqual({ A: "A AInput" });
    expect(typesOf(both({ A: "{ type: object }" }))).toEqual({ A: "A" });
    expect(typesOf(schemasOf({ A: readOnly }))).toEqual({ A: "A" });
  });

  it("and yields to all others", () => {
    const types = typesOf(both({ A: readOnly, AInput: "{}", ainput: "{}" }));
    expect(types).toMatchObject({ A: expect.stringMatching(/^A AInput[0-9a-f]{4}$/), AInput: "AInput" });
  });
});

describe("a warning tells", () => {
  it("of each clash, at the schema that gives way, with the place of the other one", () => {
    const { diagnostics } = namesFrom(schemasOf({ order: "{}", Order: "{}", other: "{}" }));
    expect(diagnostics).toMatchObject([
      {
        code: "name-clash",
        severity: "warning",
        message: expect.stringMatching(
          /^schema "order" would be called Order, like schema "Order"; it is called Order[0-9a-f]{4}\.$/,
        ),
        place: { pointer: "/components/schemas/order" },
        on: "key",
        related: [
          { message: 'schema "Order" keeps the name', place: { pointer: "/components/schemas/Order" } },
        ],
      },
    ]);
    expect(diagnostics).toHaveLength(1);
  });

  it("of two names that are one to some disks", () => {
    const { diagnostics } = namesFrom(schemasOf({ OBOE: "{}", oboe: "{}" }));
    expect(diagnostics.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^schema "oboe" would be called Oboe, and schema "OBOE" is called OBOE, which are one file on some disks; it is called Oboe[0-9a-f]{4}\.$/,
      ),
    ]);
  });

  it("of each name that is taken", () => {
    const { diagnostics } = namesFrom(schemasOf({ Error: "{}", Fine: "{}" }));
    expect(diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'name-taken: schema "Error" would be called Error, which the language or the package has taken; it is called ErrorModel.',
    ]);
  });
});
