import { describe, expect, it } from "vitest";
import { findPaging } from "../../generator/model/find-paging.ts";
import type { PagingFinding } from "../../generator/model/paging.ts";
import { apiFrom } from "../builders/spec-texts.ts";

/** What is found for `GET /a` with parameters of the query (`page: integer`) and an answer. */
function found(
  query: Readonly<Record<string, string>>,
  schema: string,
  { fields = "", headers = "", method = "get", type = "application/json", responses = "" } = {},
): PagingFinding {
  const parameters = Object.entries(query).map(
    ([name, shape]) => `{ name: ${JSON.stringify(name)}, in: query, schema: ${shaped(shape)} }`,
  );
  const good = `{ headers: { ${headers} }, content: { ${type}: { schema: ${schema} } } }`;
  const api = apiFrom(
    `paths: { /a: { ${method}: { parameters: [${parameters.join(", ")}], ${fields}
      responses: { '200': ${good}, ${responses} '404': { content: { application/json: { schema: [] } } } } } } }
components:
  schemas:
    E: { type: object, properties: { id: { type: string } } }
    List: { type: array, items: { $ref: '#/components/schemas/E' } }
    Loop: { $ref: '#/components/schemas/Loop' }
    Ring: { allOf: [{ $ref: '#/components/schemas/Ring' }, { $ref: '#/components/schemas/Ring' }] }
    Both: { allOf: [{ $ref: '#/components/schemas/List' }, { description: Of all. }] }
    Meta: { type: object, properties: { next_cursor: { type: string }, total: { type: integer } } }
    Page: { type: object, properties: { entities: { $ref: '#/components/schemas/List' } } }`,
    "3.1.0",
  );
  const [operation] = api.operations;
  if (operation === undefined) throw new Error("The spec of this test has no operation.");
  return findPaging(operation, new Map(api.models.map((model) => [model.id, model])));
}

function shaped(shape: string): string {
  return shape.startsWith("{") ? shape : `{ type: ${shape} }`;
}

/** On one line: the style, its parameter, where it looks, and where the items are. */
function told({ paging, fault }: PagingFinding): string {
  if (fault !== undefined) return `fault: ${fault.field} ${fault.why}`;
  if (paging === undefined) return "none";
  const { items, way } = paging;
  const { style, ...rest } = way;
  const facts = Object.entries(rest).map(([key, value]: [string, unknown]) => {
    if (Array.isArray(value)) return `${key}=${value.join(".")}`;
    return typeof value === "object" ? String(Reflect.get(Object(value), "name")) : `${key}=${String(value)}`;
  });
  return [style, ...facts, `items=${items.join(".")}`].join(" ");
}

const list = "{ type: array, items: { type: integer } }";
const int = "{ type: integer }";
const text = "{ type: string }";
const uri = "{ type: string, format: uri }";
const flag = "{ type: boolean }";
const entity = "$ref: '#/components/schemas/E'";

/** An object with these properties. */
function object(...properties: readonly string[]): string {
  return `{ type: object, properties: { ${properties.join(", ")} } }`;
}

const page = { page: "integer", per_page: "integer" };

describe("recognises", () => {
  it.each<readonly [query: Readonly<Record<string, string>>, schema: string, expected: string]>([
    [{}, object(`entities: ${list}`, `nextUri: ${text}`), "nextUri next=nextUri items=entities"],
    [{}, object(`value: ${list}`, `'@odata.nextLink': ${text}`), "nextUri next=@odata.nextLink items=value"],
    [
      {},
      object(`records: ${list}`, `next_page_url: { type: [string, 'null'] }`),
      "nextUri next=next_page_url items=records",
    ],
    [{}, object(`things: ${list}`, `next: ${uri}`), "nextUri next=next items=things"],
    [
      { offset: "integer", limit: "integer" },
      object(
        `items: ${list}`,
        `next: { type: string, example: 'https://a.example/?offset=1' }`,
        `total: ${int}`,
      ),
      "nextUri next=next items=items",
    ],
    [
      {},
      object(`items: ${list}`, `next: { type: string, description: URL of the next page }`),
      "nextUri next=next items=items",
    ],
    [{}, object(`data: ${list}`, `links: ${object(`next: ${text}`)}`), "nextUri next=links.next items=data"],
    [
      {},
      object(
        `_embedded: ${object(`orders: ${list}`)}`,
        `_links: ${object(`next: ${object(`href: ${text}`)}`)}`,
      ),
      "nextUri next=_links.next.href items=_embedded.orders",
    ],
    [
      {},
      object(`data: ${list}`, `links: ${object(`pages: ${object(`next: ${uri}`)}`)}`),
      "nextUri next=links.pages.next items=data",
    ],
    [{}, object(`data: ${list}`, `errors: ${list}`, `nextUrl: ${text}`), "nextUri next=nextUrl items=data"],
    [{}, object(`data: ${list}`, `scopes: ${list}`, `nextUrl: ${text}`), "nextUri next=nextUrl items=data"],
    [
      { pageNumber: "integer" },
      object(`entities: ${list}`, `pageNumber: ${int}`, `pageCount: ${int}`, `nextUri: ${text}`),
      "page pageNumber start=1 number=pageNumber pages=pageCount items=entities",
    ],
    [
      { page: "{ type: integer, default: 0 }", size: "integer" },
      object(`content: ${list}`, `totalPages: ${int}`, `totalElements: ${int}`, `number: ${int}`),
      "page page start=0 number=number pages=totalPages total=totalElements items=content",
    ],
    [
      { page: "integer" },
      object(`data: ${list}`, `meta: ${object(`current_page: ${int}`, `last_page: ${int}`)}`),
      "page page start=1 number=meta.current_page pages=meta.last_page items=data",
    ],
    [page, list, "page page start=1 items="],
    [
      { page: "integer" },
      object(`items: ${list}`, `total_count: ${int}`),
      "page page start=1 total=total_count items=items",
    ],
    [
      { page: "integer" },
      object(`items: ${list}`, `has_more: ${flag}`),
      "page page start=1 more=has_more items=items",
    ],
    [
      { cursor: "string" },
      object(`items: ${list}`, `nextCursor: ${text}`),
      "cursor cursor next=nextCursor items=items",
    ],
    [
      { after: "string" },
      object(`items: ${list}`, `next: { type: [string, 'null'] }`),
      "cursor after next=next items=items",
    ],
    [
      { cursor: "string", limit: "integer" },
      object(`channels: ${list}`, "response_metadata: { $ref: '#/components/schemas/Meta' }"),
      "cursor cursor next=response_metadata.next_cursor items=channels",
    ],
    [
      { after: "string" },
      object(`data: ${list}`, `paging: ${object(`cursors: ${object(`before: ${text}`, `after: ${text}`)}`)}`),
      "cursor after next=paging.cursors.after items=data",
    ],
    [
      { after: "string", first: "integer" },
      object(`nodes: ${list}`, `pageInfo: ${object(`endCursor: ${text}`, `hasNextPage: ${flag}`)}`),
      "cursor after next=pageInfo.endCursor more=pageInfo.hasNextPage items=nodes",
    ],
    [
      { pageToken: "string" },
      object(`files: ${list}`, `nextPageToken: ${text}`),
      "cursor pageToken next=nextPageToken items=files",
    ],
    [
      { continuation_token: "string" },
      object(`list: ${list}`, `continuationToken: ${text}`),
      "cursor continuation_token next=continuationToken items=list",
    ],
    [
      { marker: "string" },
      object(`entries: ${list}`, `next_marker: ${text}`),
      "cursor marker next=next_marker items=entries",
    ],
    [
      { page: "integer" },
      object(`data: ${list}`, `next_page: { type: [integer, 'null'] }`),
      "cursor page next=next_page items=data",
    ],
    [
      { starting_after: "string" },
      object(`data: { type: array, items: { ${entity} } }`, `has_more: ${flag}`),
      "cursor starting_after last=id more=has_more items=data",
    ],
    [
      { after: "string" },
      object(`data: ${list}`, `last_id: ${text}`, `has_more: ${flag}`),
      "cursor after next=last_id more=has_more items=data",
    ],
    [{ offset: "integer", limit: "integer" }, list, "offset offset items="],
    [{ $skip: "integer", $top: "integer" }, object(`value: ${list}`), "offset $skip items=value"],
    [
      { offset: "integer", limit: "integer" },
      object(`results: ${list}`, `total: ${int}`),
      "offset offset total=total items=results",
    ],
    [
      { page: "integer" },
      "{ allOf: [{ $ref: '#/components/schemas/Page' }, { type: object, properties: { pageCount: { type: integer } } }] }",
      "page page start=1 pages=pageCount items=entities",
    ],
    [
      page,
      "{ anyOf: [{ $ref: '#/components/schemas/List' }, { type: 'null' }] }",
      "page page start=1 items=",
    ],
  ])("%o %s", (query, schema, expected) => {
    expect(told(found(query, schema))).toBe(expected);
  });

  it("a Link header beside a list, or beside a parameter that pages", () => {
    const headers = "link: { schema: { type: string } }";
    expect(told(found({}, list, { headers }))).toBe("link items=");
    expect(told(found(page, object(`runs: ${list}`), { headers }))).toBe("link items=runs");
    expect(told(found({}, object(`public_ips: ${list}`), { headers }))).toBe("none");
  });

  it("the shape of an item", () => {
    const { paging } = found(page, "{ $ref: '#/components/schemas/List' }");
    expect(paging?.item).toMatchObject({ kind: "reference" });
    expect(found(page, "{ type: array }").paging?.item).toMatchObject({ kind: "any" });
  });
});

describe("takes for no pages", () => {
  it.for<readonly [string, Readonly<Record<string, string>>, string, Parameters<typeof found>[2]?]>([
    ["a list that is whole", {}, object(`entities: ${list}`, `total: ${int}`, `selfUri: ${text}`)],
    ["a next that may be anything", {}, object(`items: ${list}`, `next: ${text}`)],
    ["an object without a list", { page: "integer" }, object(`pageCount: ${int}`, `name: ${text}`)],
    [
      "two lists of which either may be meant",
      {},
      object(`cats: ${list}`, `dogs: ${list}`, `nextUri: ${text}`),
    ],
    ["two usual lists", {}, object(`items: ${list}`, `data: ${list}`, `nextUri: ${text}`)],
    ["only a list of faults", {}, object(`errors: ${list}`, `nextUri: ${text}`)],
    ["the page of a book", { page: "integer" }, object(`lines: ${list}`)],
    ["a page by name", { page: "string", limit: "integer" }, list],
    [
      "a time after which things happened",
      { after: "{ type: string, format: date-time }" },
      object(`items: ${list}`, `next: ${text}`),
    ],
    ["a cursor that nothing gives", { cursor: "string" }, object(`items: ${list}`)],
    [
      "a cursor that may be the page's own",
      { cursor: "string" },
      object(`items: ${list}`, `cursor: ${text}`),
    ],
    ["an offset of something else", { offset: "integer" }, list],
    [
      "an id that nothing says there are more after",
      { after: "string" },
      object(`data: { type: array, items: { ${entity} } }`),
    ],
    ["a tuple", page, "{ type: array, prefixItems: [{ type: string }] }"],
    ["one of several bodies", page, `{ oneOf: [${list}, ${object(`items: ${list}`)}] }`],
    ["a schema without end", page, "{ $ref: '#/components/schemas/Loop' }"],
    ["a schema made of itself", page, "{ $ref: '#/components/schemas/Ring' }"],
    ["what is no JSON", page, list, { type: "text/csv" }],
    ["what may be no JSON", page, list, { type: `application/json: { schema: ${list} }, application/xml` }],
    [
      "successes that differ",
      page,
      list,
      { responses: `'206': { content: { application/json: { schema: ${object()} } } },` },
    ],
    ["what changes things", page, list, { method: "post" }],
    ["what its author says is none", page, list, { fields: "x-pagination: false," }],
    ["an address that is an object", {}, object(`items: ${list}`, `nextUri: ${object()}`)],
  ])("%s", ([, query, schema, more = {}]) => {
    expect(told(found(query, schema, more))).toBe("none");
  });
});

describe("does what its author says", () => {
  it.each<readonly [declared: string, Readonly<Record<string, string>>, schema: string, expected: string]>([
    [
      "{ style: nextUri, items: cats, next: more }",
      {},
      object(`cats: ${list}`, `dogs: ${list}`, `more: ${text}`),
      "nextUri next=more items=cats",
    ],
    [
      "{ style: nextUri, next: page.next }",
      {},
      object(`cats: ${list}`, `page: ${object(`next: ${text}`)}`),
      "nextUri next=page.next items=cats",
    ],
    [
      "{ style: nextUri, next: '#/a~1b/0' }",
      {},
      object(`cats: ${list}`, `a/b: ${object(`'0': ${text}`)}`),
      "nextUri next=a/b.0 items=cats",
    ],
    [
      "{ style: nextUri, next: a.b }",
      {},
      object(`cats: ${list}`, `a.b: ${text}`),
      "nextUri next=a.b items=cats",
    ],
    ["{ style: offset, parameter: from }", { from: "string" }, list, "offset from items="],
    ["{ style: page, parameter: p }", { p: "integer" }, list, "page p start=1 items="],
    ["{ style: page }", { page: "integer" }, object(`lines: ${list}`), "page page start=1 items=lines"],
    [
      "{ style: cursor, next: state, parameter: s }",
      { s: "string" },
      object(`cats: ${list}`, `state: ${text}`),
      "cursor s next=state items=cats",
    ],
    [
      "{ style: link }",
      {},
      object(`cats: ${list}`),
      "fault: style is link, and nothing in the operation shows how: describe the header Link of the answer",
    ],
    [
      "{ style: offset }",
      {},
      list,
      "fault: style is offset, and nothing in the operation shows how: name the parameter that asks for another page as `parameter`",
    ],
    [
      "{ style: cursor, items: dogs }",
      {},
      object(`cats: ${list}`),
      'fault: items names "dogs", which is no list in the answer',
    ],
    [
      "{ style: cursor, items: name }",
      {},
      object(`name: ${text}`),
      'fault: items names "name", which is no list in the answer',
    ],
    [
      "{ style: cursor, next: a.b }",
      {},
      object(`cats: ${list}`),
      'fault: next names "a.b", which the answer does not have',
    ],
    [
      "{ style: page, parameter: q }",
      page,
      list,
      'fault: parameter names "q", which is no parameter of the query',
    ],
    [
      "{ style: nextUri, next: __proto__ }",
      page,
      object(`cats: ${list}`),
      'fault: next names "__proto__", which the answer does not have',
    ],
    [
      "{ style: link }",
      page,
      object(`cats: ${list}`, `dogs: ${list}`),
      "fault:  does not say which of the answer's lists holds the items",
    ],
    ["true", page, list, "fault:  cannot be true; false says that there are no pages"],
  ])("%s", (declared, query, schema, expected) => {
    expect(told(found(query, schema, { fields: `x-pagination: ${declared},` }))).toBe(expected);
  });

  it("also where a list is asked for with a body", () => {
    const fields = "x-pagination: { style: page },";
    expect(told(found(page, list, { fields, method: "post" }))).toBe("page page start=1 items=");
  });

  it("only of JSON", () => {
    const fields = "x-pagination: { style: page },";
    expect(told(found(page, list, { fields, type: "text/csv" }))).toBe(
      "fault:  stands beside no answer that is one kind of JSON",
    );
  });
});
