import { describe, expect, it } from "vitest";
import { namesFrom, pathsOf, schemasOf } from "../builders/names-from.ts";

/** The groups of operations with these tags, as `property Type`, by their tags. */
function groupsOf(tags: readonly (string | undefined)[], around = ""): Readonly<Record<string, string>> {
  const operations = tags.map(
    (tag, index) => [`GET /${index}`, tag === undefined ? "" : `tags: ${tag}`] as const,
  );
  const { groups } = namesFrom(`${pathsOf(Object.fromEntries(operations))}\n${around}`).value;
  return Object.fromEntries(groups.map(({ tag, property, type }) => [String(tag), `${property} ${type}`]));
}

describe("a group is called", () => {
  it.each<readonly [string, readonly (string | undefined)[], Readonly<Record<string, string>>]>([
    [
      "like its tag",
      ["[Order Items]", "[OAuth]"],
      { "Order Items": "orderItems OrderItemsApi", OAuth: "oauth OAuthApi" },
    ],
    ["like the first tag", ["[a, b]", "[b, a]"], { a: "a AApi", b: "b BApi" }],
    ["default without a tag", [undefined, "[a]"], { a: "a AApi", undefined: "default DefaultApi" }],
    [
      "otherwise, if that would be a field of the client",
      ["[request]", "[withOptions]"],
      { request: "request_ RequestApi", withOptions: "withOptions_ WithOptionsApi" },
    ],
    [
      "otherwise, if no file can be called so",
      ["[con]", "[LPT1]"],
      { con: "con_ ConApi", LPT1: "lpt1_ LPT1Api" },
    ],
    ["group, if nothing of the tag can be in a name", ["[🔥]"], { "🔥": "group GroupApi" }],
    [
      "like anything else",
      ["[constructor]", "[__proto__]", "[class]"],
      { constructor: "constructor ConstructorApi", ["__proto__"]: "proto ProtoApi", class: "class ClassApi" },
    ],
  ])("%s", (_, tags, groups) => {
    expect(groupsOf(tags)).toEqual(groups);
  });

  it("otherwise, if promises would take it for one of theirs", () => {
    expect(groupsOf(["[then]"])["then"]).toBe("then_ ThenApi");
  });

  it("default without a tag, even if another one is tagged so", () => {
    expect(groupsOf(["[default]"])).toEqual({ default: "default DefaultApi" });
    expect(groupsOf(["[default]", undefined])).toEqual({
      default: expect.stringMatching(/^default([0-9a-f]{4}) DefaultApi\1$/),
      undefined: "default DefaultApi",
    });
  });

  it("like no other, not even with other capitals: each is a file", () => {
    const groups = groupsOf(["[Orders]", "[orders]", "[ORDERS]", "[or-ders]"]);
    expect(groups["orders"]).toBe("orders OrdersApi");
    expect(groups["Orders"]).toMatch(/^orders([0-9a-f]{4}) OrdersApi\1$/);
    expect(new Set(Object.values(groups).map((names) => names.toLowerCase())).size).toBe(4);
    expect(groupsOf(["[🔥]", "[🚀]"])["🚀"]).toMatch(/^group[0-9a-f]{4} GroupApi[0-9a-f]{4}$/);
  });

  it("like no schema", () => {
    const schemas = schemasOf({ FooApi: "{}", Foo: "{}", DefaultApi: "{}" });
    expect(groupsOf(["[Foo]", undefined], schemas)).toEqual({
      Foo: "foo FooApi_",
      undefined: "default DefaultApi_",
    });
  });

  it("as x-name of the tag says", () => {
    const tags = "tags: [{ name: Old, x-name: orders }, { name: Orders }]";
    expect(groupsOf(["[Old]", "[Orders]"], tags)).toEqual({
      Old: "orders OrdersApi",
      Orders: expect.stringMatching(/^orders[0-9a-f]{4} OrdersApi[0-9a-f]{4}$/),
    });
  });
});

it("stands in the order of the spec's tags, then of the operations, untagged ones last", () => {
  const tags = "tags: [{ name: c }, { name: unused }, { name: a }]";
  expect(Object.keys(groupsOf([undefined, "[b]", "[a]", "[c]"], tags))).toEqual(["c", "a", "b", "undefined"]);
});

it("has each operation once", () => {
  const { operations } = namesFrom(
    pathsOf({ "GET /a": "tags: [b, a]", "GET /b": "tags: [5]", "GET /c": "" }),
  ).value;
  expect([...operations.values()].map(({ group }) => group)).toEqual(["b", "default", "default"]);
});

it("does not mix a tag that is called like no tag up with those that have none", () => {
  const { operations, groups } = namesFrom(pathsOf({ "GET /a": 'tags: ["(untagged)"]', "GET /b": "" })).value;
  expect(groups.map(({ property }) => property)).toEqual(["untagged", "default"]);
  expect([...operations.values()].map(({ group }) => group)).toEqual(["untagged", "default"]);
});
