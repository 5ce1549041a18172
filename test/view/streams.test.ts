import { describe, expect, it } from "vitest";
import { descriptorFields } from "../../generator/view/descriptor-view.ts";
import { requestBodyType } from "../../generator/view/media-type-text.ts";
import { resultView } from "../../generator/view/result-view.ts";
import { answerKind, mediaKind } from "../../generator/view/wire-text.ts";
import { contextOf, firstOperation, freshImports, oneLine, viewsFrom } from "../builders/views-from.ts";

const around = `components: { schemas: {
  Line: { type: object, properties: { a: { type: integer } } },
  Lines: { type: array, items: { $ref: '#/components/schemas/Line' } },
  Text: { type: string },
  Event: { type: object, required: [data], properties: { data: { type: string }, event: { type: string } } },
  Again: { $ref: '#/components/schemas/Again' },
  Long: { type: object, properties: { id: { type: integer, format: int64 } } } } }`;
const ref = (name: string): string => `{ $ref: '#/components/schemas/${name}' }`;

/** What the answer of an operation with this content is, and how it is read. */
function streamed(content: string, int64: "number" | "bigint" = "number") {
  const opened = viewsFrom(
    `paths: { /a: { get: { responses: { '200': { content: ${content} } } } } }\n${around}`,
    "3.2.0",
  );
  const views = { ...opened, config: { ...opened.config, int64 } };
  const { operation, names } = firstOperation(views);
  const { text } = resultView(operation, names, contextOf(views, "response"));
  const fields = new Map(
    descriptorFields(operation, names, views, freshImports()).map(({ key, value }) => [key, value]),
  );
  return { type: oneLine(text), take: fields.get("take"), read: fields.get("read"), fields };
}

it.each([
  ["application/x-ndjson", "lines"],
  ["application/ndjson", "lines"],
  ["application/jsonl", "lines"],
  ["application/x-jsonlines; charset=utf-8", "lines"],
  ["Application/JSON-Seq", "lines"],
  ["application/geo+json-seq", "lines"],
  ["application/stream+json", "lines"],
  ["application/vnd.stream+json", "json"],
  ["application/jsonlx", "binary"],
  ["text/event-stream", "text"],
])("%s travels as %s", (type, kind) => {
  expect(mediaKind(type)).toBe(kind);
});

it.each([
  ["text/event-stream", "events"],
  ["Text/Event-Stream ;charset=utf-8", "events"],
  ["text/event-streams", "text"],
  ["application/jsonl", "lines"],
])("%s is answered as %s", (type, kind) => {
  expect(answerKind({ type })).toBe(kind);
});

describe("lines of JSON", () => {
  it.each([
    ["{}", "Stream<unknown>"],
    [`{ schema: ${ref("Line")} }`, "Stream<Line>"],
    [`{ schema: { type: array, items: ${ref("Line")} } }`, "Stream<Line>"],
    [`{ schema: ${ref("Lines")} }`, "Stream<Line>"],
    ["{ schema: { type: array } }", "Stream<unknown>"],
    ["{ schema: { type: string, format: binary } }", "Stream<unknown>"],
    [`{ schema: ${ref("Text")} }`, "Stream<unknown>"],
    [`{ schema: ${ref("Again")} }`, "Stream<unknown>"],
    [`{ schema: ${ref("Lines")}, itemSchema: { type: string } }`, "Stream<string>"],
    [`{ itemSchema: ${ref("Lines")} }`, "Stream<Lines>"],
  ])("with %s are %s", (media, type) => {
    expect(streamed(`{ application/jsonl: ${media} }`)).toMatchObject({
      type,
      take: "takeAnyStream",
      read: "readJsonLines",
    });
  });
});

const isJson = "contentMediaType: application/json";

describe("events", () => {
  it.each([
    ["{}", "Stream<ServerSentEvent>", "readEvents"],
    ["{ schema: {} }", "Stream<ServerSentEvent>", "readEvents"],
    ["{ schema: { type: string } }", "Stream<ServerSentEvent>", "readEvents"],
    [`{ schema: ${ref("Text")} }`, "Stream<ServerSentEvent>", "readEvents"],
    // JSON in the data.
    [`{ schema: ${ref("Line")} }`, "Stream<Line>", "readEventData"],
    [`{ schema: { oneOf: [${ref("Line")}, ${ref("Long")}] } }`, "Stream<Line | Long>", "readEventData"],
    [
      "{ schema: { type: object, properties: { id: {}, data: {} } } }",
      "Stream<{ id?: unknown; data?: unknown; }>",
      "readEventData",
    ],
    [`{ itemSchema: ${ref("Line")} }`, "Stream<Line>", "readEventData"],
    ["{ itemSchema: { type: integer } }", "Stream<number>", "readEventData"],
    // Events with text.
    [`{ itemSchema: ${ref("Event")} }`, "Stream<Event>", "readEvents"],
    [`{ schema: ${ref("Event")} }`, "Stream<Event>", "readEvents"],
    [`{ schema: { type: array, items: ${ref("Event")} } }`, "Stream<Event>", "readEvents"],
    [
      "{ itemSchema: { type: object, properties: { id: { type: string } } } }",
      "Stream<{ id?: string; }>",
      "readEvents",
    ],
    [
      `{ itemSchema: { properties: { data: { type: string, contentMediaType: application/json, contentEncoding: base64 } }, type: object } }`,
      "Stream<{ /** Holds `application/json`. Encoded as `base64`. */ data?: string; }>",
      "readEvents",
    ],
    // Events with JSON.
    [
      `{ itemSchema: { type: object, properties: { data: { type: string, ${isJson}, contentSchema: ${ref("Line")} } } } }`,
      "Stream<{ data?: Line; }>",
      "/* @__PURE__ */ eventsOfJson()",
    ],
    [
      `{ itemSchema: { type: object, properties: { data: { type: string, ${isJson} } } } }`,
      "Stream<{ data?: unknown; }>",
      "/* @__PURE__ */ eventsOfJson()",
    ],
    [
      `{ itemSchema: { type: object, required: [data], properties: { data: ${ref("Line")} } } }`,
      "Stream<{ data: Line; }>",
      "/* @__PURE__ */ eventsOfJson()",
    ],
    [
      `{ itemSchema: { allOf: [${ref("Event")}, { type: object, properties: { event: { const: a }, data: { ${isJson}, contentSchema: ${ref("Line")} } } }] } }`,
      'Stream<{ data: Line; event?: "a"; }>',
      '/* @__PURE__ */ eventsOfJson("a")',
    ],
  ])("with %s are %s", (media, type, read) => {
    expect(streamed(`{ text/event-stream: ${media} }`)).toMatchObject({ type, take: "takeStream", read });
  });
});

it("may be one of several answers", () => {
  const media = `{ schema: ${ref("Line")} }`;
  const both = streamed(`{ application/json: ${media}, text/event-stream: ${media}, image/png: {} }`);
  expect(both).toMatchObject({
    type: "Line | Stream<Line> | Blob",
    take: "takeStream",
    read: "readEventData",
  });
  expect(both.fields.get("as")).toBe('["json", "bytes"]');
  const lines = streamed(`{ application/json: ${media}, application/jsonl: ${media} }`);
  expect(lines).toMatchObject({ take: "takeStream", read: "readJsonLines" });
  const streams = streamed(`{ application/jsonl: ${media}, text/event-stream: {} }`);
  expect(streams).toMatchObject({
    type: "Stream<Line> | Stream<ServerSentEvent>",
    read: "/* @__PURE__ */ eventsOrLines(readEvents)",
  });
  expect(streams.fields.has("as")).toBe(false);
});

it("reads integers of 64 bits in items with care", () => {
  const media = `{ itemSchema: { type: object, properties: { data: { type: string, ${isJson}, contentSchema: ${ref("Long")} } } } }`;
  expect(streamed(`{ text/event-stream: ${media} }`).fields.get("json")).toBe("exactJson");
  expect(streamed(`{ application/jsonl: { schema: ${ref("Line")} } }`).fields.has("json")).toBe(false);
  const big = streamed(
    `{ application/jsonl: { schema: { type: array, items: { type: integer, format: int64 } } } }`,
    "bigint",
  );
  expect(big.type).toBe("Stream<bigint>");
  expect(big.fields.get("int64s")).toBe('{ "200": "int64" }');
});

it.each([
  ["{}", "JsonLines<unknown>"],
  [`{ schema: ${ref("Lines")} }`, "JsonLines<Line>"],
  [`{ itemSchema: ${ref("Line")} }`, "JsonLines<Line>"],
])("a body of %s is %s", (media, type) => {
  const views = viewsFrom(
    `paths: { /a: { post: { requestBody: { content: { application/jsonl: ${media} } } } } }\n${around}`,
    "3.2.0",
  );
  const [body] = firstOperation(views).operation.body?.media ?? [];
  expect(body && requestBodyType(body, contextOf(views, "request")).text).toBe(type);
});
