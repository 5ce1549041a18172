// What holds for all names together: they depend on what there is, never on its order, and what comes along renames
// nothing that was there.
import { describe, expect, it } from "vitest";
import { rootNames } from "../../generator/names/root-exports.ts";
import { listOperations } from "../../generator/names/list-operations.ts";
import { namesFrom, pathsOf, plainNames, schemasOf } from "../builders/names-from.ts";
import { apiFrom } from "../builders/spec-texts.ts";

type Parts = Readonly<Record<string, string>>;

const operations: Parts = {
  "GET /a": "operationId: get_client, tags: [Some Things]",
  "GET /b": "operationId: getClient, tags: [some-things]",
  "GET /c": "operationId: get-client, tags: [default]",
  "GET /orders/{id}": "tags: [🔥]",
  "PUT /orders/{order-id}": "x-name: fixed, tags: [🚀]",
  "GET /e": "operationId: delete",
  "GET /f": "operationId: fixed",
};
const schemas: Parts = {
  order: "{ properties: { id: { readOnly: true } } }",
  Order: "{}",
  ORDER: "{}",
  Error: "{}",
  GetClientParams: "{}",
  chosen: "{ x-name: Order }",
};
const parameters: readonly string[] = [
  "{ in: path, name: id }",
  "{ in: query, name: id }",
  "{ in: query, name: a_b }",
  "{ in: query, name: a-b }",
  "{ in: header, name: A-B }",
  "{ in: query, name: body }",
  "{ in: query, name: long, x-name: id }",
];

function specOf(someOperations: Parts, someSchemas: Parts, someParameters: readonly string[]): string {
  const all = `GET /x/{id}`;
  const withParameters = {
    ...someOperations,
    [all]: `operationId: many, parameters: [${someParameters.join(", ")}]`,
  };
  return `servers: [{ url: "/{a_b}/{a-b}/{auth}", variables: { a_b: { default: a }, a-b: { default: b }, auth: { default: c } } }]
${pathsOf(withParameters)}
${schemasOf(someSchemas)}`;
}

const namesOf = (...spec: Parameters<typeof specOf>): object => plainNames(namesFrom(specOf(...spec)).value);
const names = namesOf(operations, schemas, parameters);

/** The parts in an order that the turn decides. */
function turned<T>(list: readonly T[], turn: number): T[] {
  const moved = [...list.slice(turn % list.length), ...list.slice(0, turn % list.length)];
  return turn % 2 === 0 ? moved : moved.toReversed();
}

it.each([1, 2, 3, 4, 5, 6])("names alike in whatever order things come (%i)", (turn) => {
  expect(
    namesOf(
      Object.fromEntries(turned(Object.entries(operations), turn)),
      Object.fromEntries(turned(Object.entries(schemas), turn)),
      turned(parameters, turn),
    ),
  ).toEqual(names);
});

it.each<readonly [string, Parts, Parts, readonly string[]]>([
  ["an operation", { "GET /new": "operationId: newOne, tags: [New]" }, {}, []],
  ["an operation without an id", { "DELETE /a": "" }, {}, []],
  ["another rival", { "GET /new": "operationId: Get-Client, tags: [some things]" }, {}, []],
  ["a schema", {}, { New: "{}" }, []],
  ["another schema of the same name", {}, { oRDER: "{}", "order.": "{}" }, []],
  ["a parameter", {}, {}, ["{ in: query, name: new }", "{ in: header, name: body }"]],
  ["another parameter of the same name", {}, {}, ["{ in: query, name: a.b }"]],
])("renames nothing when %s comes along", (_, moreOperations, moreSchemas, moreParameters) => {
  // Each comes first, where a numbering would give it the better name.
  const more = namesOf({ ...moreOperations, ...operations }, { ...moreSchemas, ...schemas }, [
    ...moreParameters,
    ...parameters,
  ]);
  expect(more).toMatchObject(names);
  expect(JSON.stringify(more).length).toBeGreaterThan(JSON.stringify(names).length);
});

it("warns of each clash once, in every kind of thing", () => {
  const codes = namesFrom(specOf(operations, schemas, parameters)).diagnostics.map(
    ({ code, message }) => `${code} ${/^.*? would/.exec(message)?.[0]}`,
  );
  expect(codes).toEqual([
    'name-taken schema "Error" would',
    'name-clash schema "ORDER" would',
    'name-clash schema "Order" would',
    'name-clash schema "order" would',
    'name-clash tag "some-things" would',
    'name-clash tag "default" would',
    'name-clash tag "🚀" would',
    'name-taken operationId "delete" would',
    'name-clash operationId "get-client" would',
    'name-clash operationId "get_client" would',
    'name-clash operationId "fixed" would',
    'name-clash query parameter "id" would',
    'name-clash query parameter "a_b" would',
    'name-clash variable "a_b" would',
  ]);
});

it("warns of tags that would make one group, with both places", () => {
  const { diagnostics } = namesFrom(
    pathsOf({
      "GET /a": "tags: [order items]",
      "GET /b": "tags: [Order-Items]",
      "GET /c": "tags: [default]",
      "GET /d": "",
    }),
  );
  expect(
    diagnostics.map(({ message, place, related }) => [message, place.pointer, related[0]?.place.pointer]),
  ).toEqual([
    [
      expect.stringMatching(
        /^tag "order items" would be called orderItems, like tag "Order-Items"; it is called orderItems[0-9a-f]{4}\.$/,
      ),
      "/paths/~1a/get",
      "/paths/~1b/get",
    ],
    [
      expect.stringMatching(/^tag "default" would be called default, like what has no tag; /),
      "/paths/~1c/get",
      "/paths/~1d/get",
    ],
  ]);
});

describe("a server variable is an option", () => {
  const optionsOf = (...variables: readonly string[]): unknown => {
    const written = variables.map((name) => `${JSON.stringify(name)}: { default: x }`);
    return Object.fromEntries(
      namesFrom(`servers: [{ url: /a, variables: { ${written.join(", ")} } }]`).value.variables,
    );
  };

  it.each([
    ["region", "region"],
    ["api-version", "apiVersion"],
    ["default", "default"],
    ["2", "_2"],
    ["🔥", "variable"],
    ["auth", "serverAuth"],
    ["baseUrl", "serverBaseUrl"],
    ["base-url", "serverBaseUrl"],
    ["headers", "serverHeaders"],
    ["logger", "serverLogger"],
    ["constructor", "serverConstructor"],
  ])("%s as %s", (variable, option) => {
    expect(optionsOf(variable)).toEqual({ [variable]: option });
  });

  it("of its own", () => {
    expect(optionsOf("a_b", "aB")).toEqual({ a_b: expect.stringMatching(/^aB[0-9a-f]{4}$/), aB: "aB" });
  });

  it("wherever a server has it, once", () => {
    const { variables } = namesFrom(`servers: [{ url: /a, variables: { a: { default: x } } }]
paths: { /p: { get: { servers: [{ url: /b, variables: { b: { default: x }, a: { default: y } } }] } } }`).value;
    expect([...variables.keys()]).toEqual(["a", "b"]);
  });
});

it.each(rootNames)("leaves %s, which the package exports itself, to the package", (name) => {
  const { models, operations: called } = namesFrom(`${pathsOf({ "GET /a": `operationId: ${name}` })}
${schemasOf({ [name]: "{}" })}`).value;
  const taken = [
    ...[...models.values()].map(({ type }) => type),
    ...[...called.values()].map((one) => one.function),
  ];
  expect(taken).toHaveLength(2);
  expect(taken).not.toContain(name);
});

it("lists the operations as they are called", () => {
  const api = apiFrom(
    pathsOf({
      "GET /a/{id}":
        "operationId: get_a, tags: [T], parameters: [{ in: path, name: id }, { in: query, name: id }]",
      "PUT /b": "",
    }),
  );
  const found = namesFrom(
    pathsOf({
      "GET /a/{id}":
        "operationId: get_a, tags: [T], parameters: [{ in: path, name: id }, { in: query, name: id }]",
      "PUT /b": "",
    }),
  );
  expect(listOperations(api, found.value)).toEqual([
    {
      operationId: "get_a",
      function: "getA",
      group: "t",
      method: "GET",
      path: "/a/{id}",
      parameters: [
        { in: "path", name: "id", field: "id" },
        { in: "query", name: "id", field: "queryId" },
      ],
    },
    { operationId: undefined, function: "putB", group: "default", method: "PUT", path: "/b", parameters: [] },
  ]);
});
