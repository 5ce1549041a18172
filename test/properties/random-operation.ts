import { awkwardTexts, awkwardWords, plainWords } from "./awkward-words.ts";
import type { Draw } from "./draw.ts";
import { anyValue, type Fields, fieldsOf, isModern, randomSchema, type Scope } from "./random-schema.ts";

/** What an operation may use of the spec around it. */
export interface Around extends Scope {
  /** The operationIds of the whole spec, that of each operation once. */
  readonly operationIds: readonly string[];
  readonly tags: readonly string[];
  readonly schemes: readonly string[];
  /** Components by their section, which something may refer to. */
  readonly components: ReadonlyMap<string, readonly string[]>;
}

/** An operation with everything that may stand in it; the path says which parameters it has to have. */
export function randomOperation(
  draw: Draw,
  around: Around,
  id: string | undefined,
  inPath: readonly string[],
  depth = 0,
): Fields {
  const sometimes = <T>(often: number, make: () => T): T | undefined =>
    draw.chance(often) ? make() : undefined;
  return fieldsOf([
    ["operationId", id],
    ["tags", sometimes(0.6, () => [draw.one([...around.tags, ...awkwardWords])])],
    ["summary", sometimes(0.3, () => draw.one(awkwardTexts))],
    ["description", sometimes(0.3, () => draw.one(awkwardTexts))],
    ["deprecated", sometimes(0.1, () => true)],
    ["parameters", parameters(draw, around, inPath)],
    ["requestBody", sometimes(0.4, () => requestBody(draw, around))],
    ["responses", responses(draw, around)],
    ["security", sometimes(0.3, () => requirements(draw, around))],
    ["callbacks", depth > 0 ? undefined : sometimes(0.1, () => callbacks(draw, around))],
    ["servers", sometimes(0.05, () => [{ url: "https://other.example/" }])],
    ["x-permissions", sometimes(0.1, () => ({ type: "ANY", permissions: [draw.one(awkwardTexts)] }))],
    [
      "x-pagination",
      sometimes(0.05, () => ({ style: draw.one(["page", "cursor", "nextUri", "offset", "link"]) })),
    ],
  ]);
}

function callbacks(draw: Draw, around: Around): Fields {
  const called = randomOperation(draw, around, undefined, [], 1);
  return fieldsOf([[draw.one(awkwardWords), { "{$request.body#/url}": { post: called } }]]);
}

const styles = {
  path: ["simple", "label", "matrix"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  header: ["simple"],
  cookie: ["form"],
} as const;

function parameters(draw: Draw, around: Around, inPath: readonly string[]): readonly Fields[] {
  const others = (["query", "header", "cookie"] as const).flatMap((place) => {
    const words = place === "query" ? around.words : plainWords;
    const found = Array.from({ length: draw.upTo(2) }, () => draw.one(words));
    // Headers are the same in any case.
    return twinless(found, place === "header").map((name) => parameter(draw, around, place, name));
  });
  const listed = [...inPath.map((name) => parameter(draw, around, "path", name)), ...others];
  const shared = around.components.get("parameters") ?? [];
  const names = new Set(listed.map(({ name }) => name));
  return shared.length > 0 && draw.chance(0.2) && !names.has("shared")
    ? [...listed, referenceTo("parameters", draw.one(shared))]
    : listed;
}

function twinless(names: readonly string[], isCaseless: boolean): readonly string[] {
  const spelling = (name: string): string => (isCaseless ? name.toLowerCase() : name);
  return [...new Map(names.map((name) => [spelling(name), name])).values()];
}

/** A parameter of any style of its place. */
export function parameter(draw: Draw, around: Around, place: keyof typeof styles, name: string): Fields {
  const head = fieldsOf([
    ["name", name],
    ["in", place],
    ["required", place === "path" ? true : draw.one([undefined, true, false])],
    ["description", draw.chance(0.2) ? draw.one(awkwardTexts) : undefined],
    ["deprecated", draw.chance(0.05) ? true : undefined],
  ]);
  if (draw.chance(0.1)) return { ...head, content: { [draw.one(mediaTypes)]: media(draw, around) } };
  const others = around.version === "3.2" && place === "cookie" ? ["cookie"] : [];
  return {
    ...head,
    ...fieldsOf([
      ["schema", randomSchema(draw, around, 1)],
      ["style", draw.chance(0.4) ? draw.one([...styles[place], ...others]) : undefined],
      ["explode", draw.chance(0.3) ? draw.chance(0.5) : undefined],
      ["allowReserved", place === "query" && draw.chance(0.1) ? true : undefined],
      ["example", draw.chance(0.1) ? anyValue(draw) : undefined],
    ]),
  };
}

const mediaTypes = [
  ..."application/json application/vnd.a+json text/plain application/octet-stream image/png */*".split(" "),
  ..."application/xml application/x-www-form-urlencoded multipart/form-data text/csv image/*".split(" "),
  "application/json; charset=utf-8",
  "Application/JSON",
] as const;

/** What one media type holds; a form has encodings for its fields. */
function media(draw: Draw, around: Around): Fields {
  const schema = draw.chance(0.9) ? randomSchema(draw, around) : undefined;
  const isSequence = around.version === "3.2" && draw.chance(0.1);
  return fieldsOf([
    [isSequence ? "itemSchema" : "schema", schema],
    ["example", draw.chance(0.1) ? anyValue(draw) : undefined],
    [
      "examples",
      draw.chance(0.05) ? fieldsOf([[draw.one(awkwardWords), { value: anyValue(draw) }]]) : undefined,
    ],
  ]);
}

function form(draw: Draw, around: Around): Fields {
  const words = draw.some(around.words.slice(0, 6));
  const part = fieldsOf([
    ["contentType", draw.chance(0.5) ? draw.one(mediaTypes) : undefined],
    ["style", draw.chance(0.2) ? draw.one(styles.query) : undefined],
    ["explode", draw.chance(0.2) ? draw.chance(0.5) : undefined],
  ]);
  return {
    schema: {
      type: "object",
      properties: fieldsOf(words.map((word) => [word, randomSchema(draw, around, 1)])),
      required: draw.some(words),
    },
    ...(draw.chance(0.4) ? { encoding: fieldsOf(words.map((word) => [word, part])) } : {}),
  };
}

function content(draw: Draw, around: Around, isRequest: boolean): Fields {
  const types = [...new Set(Array.from({ length: 1 + draw.upTo(2) }, () => draw.one(mediaTypes)))];
  return fieldsOf(
    types.map((type) => {
      const isForm = isRequest && /form/.test(type) && draw.chance(0.8);
      return [type, isForm ? form(draw, around) : media(draw, around)];
    }),
  );
}

/** The body of a request, of one or several media types. */
export function requestBody(draw: Draw, around: Around): Fields {
  return fieldsOf([
    ["description", draw.chance(0.2) ? draw.one(awkwardTexts) : undefined],
    ["required", draw.one([undefined, true, false])],
    ["content", content(draw, around, true)],
  ]);
}

const statuses = "200 201 202 204 206 2XX 301 304 3XX 400 401 404 409 418 4XX 500 503 5XX default".split(" ");

function responses(draw: Draw, around: Around): Fields {
  const found = [...new Set(Array.from({ length: 1 + draw.upTo(3) }, () => draw.one(statuses)))];
  const shared = around.components.get("responses") ?? [];
  return fieldsOf(
    found.map((status) => [
      status,
      shared.length > 0 && draw.chance(0.2)
        ? referenceTo("responses", draw.one(shared))
        : response(draw, around),
    ]),
  );
}

/** An answer with or without a body, headers and links. */
export function response(draw: Draw, around: Around): Fields {
  const header = (): Fields => ({ schema: randomSchema(draw, around, 2), required: draw.chance(0.5) });
  const target = around.operationIds.length > 0 ? draw.one(around.operationIds) : undefined;
  const link = {
    operationId: target,
    parameters: { id: "$response.body#/id" },
    description: draw.one(awkwardTexts),
  };
  return fieldsOf([
    ["description", draw.one(awkwardTexts)],
    ["content", draw.chance(0.8) ? content(draw, around, false) : undefined],
    ["headers", draw.chance(0.2) ? fieldsOf([[draw.one(plainWords), header()]]) : undefined],
    [
      "links",
      target !== undefined && draw.chance(0.15) ? fieldsOf([[draw.one(awkwardWords), link]]) : undefined,
    ],
    ["x-error-codes", draw.chance(0.05) ? [draw.one(awkwardTexts)] : undefined],
  ]);
}

/** Which credentials are needed: none, one, several at once, or one of several. */
export function requirements(draw: Draw, { schemes }: Pick<Around, "schemes">): readonly Fields[] {
  const one = (): Fields => fieldsOf(draw.some(schemes, 0.4).map((scheme) => [scheme, []]));
  return Array.from({ length: draw.upTo(2) }, one);
}

/** A reference to a component of any section. */
export function referenceTo(section: string, name: string): Fields {
  return { $ref: `#/components/${section}/${encodeURIComponent(name)}` };
}

/** The methods of a version. */
export function methodsOf(scope: Scope): readonly string[] {
  const usual = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
  if (scope.version === "2.0") return usual.slice(0, -1);
  return isModern(scope) && scope.version === "3.2" ? [...usual, "query"] : usual;
}
