import { describe, expect, it } from "vitest";
import { namesFrom, pathsOf } from "../builders/names-from.ts";

/** The fields of an operation with these parameters, each `place name` or `place name x-name`. */
function fieldsOf(...parameters: readonly string[]): Readonly<Record<string, string>> {
  const written = parameters.map((parameter) => {
    const [place, name, fixed] = parameter.split(" ");
    const field = fixed === undefined ? "" : `, x-name: ${fixed}`;
    return `{ in: ${place}, name: ${JSON.stringify(name)}${field}, schema: {} }`;
  });
  const { operations } = namesFrom(pathsOf({ "GET /x": `parameters: [${written.join(", ")}]` })).value;
  return Object.fromEntries(operations.get("GET /x")?.fields ?? []);
}

describe("a field is called", () => {
  it.each<readonly [string, Readonly<Record<string, string>>]>([
    [
      "like its parameter",
      {
        "path order-id": "orderId",
        "query page_size": "pageSize",
        "header X-Request-ID": "xRequestID",
        "cookie a.b": "aB",
      },
    ],
    [
      "whatever the language calls so",
      {
        "query class": "class",
        "query this": "this",
        "query then": "then",
      },
    ],
    [
      "without what cannot be in a name",
      {
        "query filter[name]": "filterName",
        "query ids[]": "ids",
        "query __proto__": "proto",
        "query 2fa": "_2fa",
      },
    ],
    ["something where nothing can be", { "query 🔥": "parameter" }],
    [
      "by its place too, if the call has that field itself",
      {
        "query body": "queryBody",
        "header content-type-x": "contentTypeX",
        "query contentType": "queryContentType",
        "cookie accept": "cookieAccept",
        "path body": "pathBody",
      },
    ],
    [
      "by its place too, if every object has such a field",
      {
        "query constructor": "queryConstructor",
        "path to-string": "pathToString",
        "header valueOf": "headerValueOf",
      },
    ],
    [
      "by its place too, if the path has that name",
      { "path id": "id", "query id": "queryId", "header id": "headerId", "cookie id": "cookieId" },
    ],
    [
      "by its place too, if one of another place has that name",
      { "query id": "queryId", "header ID": "headerId" },
    ],
    ["by its place, that is the query, if it is the whole of it", { "querystring body": "queryBody" }],
  ])("%s", (_, fields) => {
    expect(fieldsOf(...Object.keys(fields))).toEqual(fields);
  });

  it("as x-name says", () => {
    expect(fieldsOf("query some_old_name size", "query size", "path id key", "query key")).toEqual({
      "query some_old_name": "size",
      "query size": expect.stringMatching(/^size[0-9a-f]{4}$/),
      "path id": "key",
      "query key": "queryKey",
    });
  });

  it("like nothing else in its place", () => {
    const fields = fieldsOf("path client_id", "path clientId", "query a.b", "query a-b");
    expect(fields["path clientId"]).toBe("clientId");
    expect(fields["path client_id"]).toMatch(/^clientId[0-9a-f]{4}$/);
    expect(fields["query a-b"]).toBe("aB");
    expect(fields["query a.b"]).toMatch(/^aB[0-9a-f]{4}$/);
  });

  it("like nothing else, its place included", () => {
    const fields = fieldsOf(
      "query body",
      "query queryBody",
      "query query-body",
      "path id",
      "query id",
      "header query_id",
    );
    expect(new Set(Object.values(fields)).size).toBe(6);
    expect(fields["query queryBody"]).toBe("queryBody");
  });

  it("the same in whatever order they come", () => {
    const parameters = [
      "path id",
      "query id",
      "query body",
      "query a_b",
      "query a-b",
      "header a-b",
      "header X-Id",
    ];
    const names = fieldsOf(...parameters);
    expect(fieldsOf(...parameters.toReversed())).toEqual(names);
    expect(fieldsOf(...parameters, "query other", "header Id-X")).toMatchObject(names);
  });
});

it("warns at the parameter that gives way, with the place of the other one", () => {
  const { diagnostics } = namesFrom(
    pathsOf({
      "GET /x": "parameters: [{ in: query, name: a_b, schema: {} }, { in: query, name: aB, schema: {} }]",
    }),
  );
  expect(diagnostics).toMatchObject([
    {
      code: "name-clash",
      message: expect.stringMatching(
        /^query parameter "a_b" would be called aB, like query parameter "aB"; it is called aB[0-9a-f]{4}\.$/,
      ),
      place: { pointer: "/paths/~1x/get/parameters/0" },
      related: [{ place: { pointer: "/paths/~1x/get/parameters/1" } }],
    },
  ]);
});
