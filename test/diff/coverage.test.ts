// Each field of the model says which rules speak of it, or why none does. The compiler holds that none is left out.
import { expect, it } from "vitest";
import { ruleCodes } from "../../generator/diff/explain-rule.ts";
import type * as A from "../../generator/model/api.ts";
import type * as O from "../../generator/model/operation.ts";
import type * as S from "../../generator/model/shape.ts";

/** Codes of rules, those about schemas without their direction; or one of the reasons below. */
type Said = readonly string[] | Reason;
type Coverage<T> = Readonly<Record<keyof T, Said>>;

const reasons = {
  words: "words for people: they change what is written about the API, not the API",
  place: "where something stands in the spec is no part of what it says",
  identity: "what both sides are matched by",
  inside: "its parts are compared one by one",
  spelling: "another way to write what other fields say",
  gap: "nothing is told yet",
} as const;

type Reason = keyof typeof reasons;

const api: Coverage<A.Api> = {
  title: "words",
  version: "words",
  summary: "words",
  description: "words",
  termsOfService: "words",
  contact: "words",
  license: "words",
  docs: "words",
  servers: "inside",
  tags: "inside",
  schemes: "inside",
  operations: "inside",
  webhooks: ["webhook-added", "webhook-removed"],
  models: ["schema-added", "schema-removed", "schema-renamed"],
  extensions: "gap",
};

const tag: Coverage<A.Tag> = {
  name: "identity",
  property: "gap",
  summary: "words",
  description: "words",
  docs: "words",
  parent: "words",
  extensions: "gap",
};

const server: Coverage<A.Server> = {
  place: "place",
  url: ["server-added", "server-removed"],
  name: "words",
  description: "words",
  variables: "inside",
  extensions: "gap",
};

const serverVariable: Coverage<A.ServerVariable> = {
  place: "place",
  name: ["server-added", "server-removed"],
  default: ["server-variable-default-changed"],
  values: ["server-variable-value-added", "server-variable-value-removed"],
  description: "words",
};

const operation: Coverage<O.Operation> = {
  place: "place",
  operationId: ["operation-id-changed", "operation-moved"],
  name: ["fixed-name-changed"],
  method: ["operation-added", "operation-removed", "operation-moved"],
  path: [
    "operation-moved",
    "path-parameter-renamed",
    "path-parameters-swapped",
    "callback-address-changed",
    "webhook-renamed",
  ],
  tags: ["tag-added", "tag-removed"],
  summary: "words",
  description: "words",
  deprecated: ["operation-deprecated", "operation-reinstated"],
  docs: "words",
  parameters: [
    "parameter-added",
    "required-parameter-added",
    "parameter-removed",
    "parameter-moved",
    "call-parameter-added",
    "call-parameter-removed",
    "required-call-parameter-removed",
  ],
  body: [
    "request-body-added",
    "required-request-body-added",
    "request-body-removed",
    "call-body-added",
    "call-body-removed",
  ],
  unsentBody: ["request-body-added", "required-request-body-added", "request-body-removed"],
  responses: [
    "status-added",
    "status-removed",
    "success-status-added",
    "success-status-removed",
    "answer-status-added",
    "answer-status-removed",
  ],
  security: ["security-tightened", "security-loosened", "call-security-changed"],
  servers: ["server-added", "server-removed"],
  callbacks: ["callback-added", "callback-removed"],
  permissions: ["permissions-tightened", "permissions-loosened"],
  pagination: ["pagination-changed"],
  sunset: ["sunset-brought-forward", "sunset-changed", "sunset-unreadable"],
  stability: ["stability-decreased", "stability-increased"],
  extensions: "gap",
};

const permissions: Coverage<O.Permissions> = {
  mode: ["permissions-tightened", "permissions-loosened"],
  names: ["permissions-tightened", "permissions-loosened"],
};

const parameter: Coverage<O.Parameter> = {
  place: "place",
  name: "identity",
  field: ["fixed-name-changed"],
  in: ["parameter-moved"],
  required: ["parameter", "call-parameter"].flatMap((one) => [
    `${one}-became-required`,
    `${one}-became-optional`,
  ]),
  description: "words",
  deprecated: ["parameter-deprecated", "parameter-reinstated"],
  style: ["parameter-serialization-changed"],
  explode: ["parameter-serialization-changed"],
  allowReserved: ["parameter-reserved-allowed", "parameter-reserved-refused"],
  allowEmptyValue: ["parameter-empty-value-allowed", "parameter-empty-value-refused"],
  shape: ["parameter-list-allowed"],
  mediaType: ["parameter-serialization-changed"],
  examples: "words",
  extensions: ["sunset-brought-forward", "sunset-changed", "sunset-unreadable"],
};

const body: Coverage<O.Body> = {
  place: "place",
  required: ["request-body", "call-body"].flatMap((one) => [
    `${one}-became-required`,
    `${one}-became-optional`,
  ]),
  description: "words",
  media: "inside",
  extensions: "gap",
};

const mediaRules = ["added", "removed", "widened", "narrowed"];

const media: Coverage<O.Media> = {
  place: "place",
  type: ["request", "response", "call"].flatMap((kind) =>
    mediaRules.map((effect) => `${kind}-media-type-${effect}`),
  ),
  shape: "inside",
  itemShape: "inside",
  encodings: "inside",
  examples: "words",
  extensions: "gap",
};

const encoding: Coverage<O.Encoding> = {
  property: "identity",
  contentType: ["encoding-changed"],
  headers: "gap",
  style: ["encoding-changed"],
  explode: ["encoding-changed"],
  allowReserved: ["encoding-changed"],
};

const header: Coverage<O.Header> = {
  place: "place",
  name: ["response-header-added", "response-header-removed", "required-response-header-removed"],
  required: ["response-header-became-required", "response-header-became-optional"],
  description: "words",
  deprecated: ["response-header-deprecated", "response-header-reinstated"],
  explode: ["response-header-serialization-changed"],
  shape: "inside",
  mediaType: ["response-header-serialization-changed"],
  examples: "words",
  correlationId: "gap",
  extensions: ["sunset-brought-forward", "sunset-changed", "sunset-unreadable"],
};

const response: Coverage<O.Response> = {
  place: "place",
  status: [
    "status-added",
    "status-removed",
    "success-status-added",
    "success-status-removed",
    "status-widened",
    "status-narrowed",
  ],
  summary: "words",
  description: "words",
  headers: "inside",
  media: "inside",
  links: "inside",
  errorCodes: ["error-code-added", "error-code-removed"],
  extensions: "gap",
};

const link: Coverage<O.Link> = {
  place: "place",
  name: ["link-added", "link-removed"],
  description: "words",
  operationId: ["link-changed"],
  operationRef: ["link-changed"],
  parameters: ["link-changed"],
  body: ["link-changed"],
  server: ["link-changed"],
  polling: "inside",
  extensions: "gap",
};

const polling: Coverage<O.Polling> = {
  state: ["polling-changed"],
  done: ["polling-changed"],
  failed: ["polling-changed"],
};

const alternative: Coverage<O.SecurityAlternative> = { schemes: ["security-tightened", "security-loosened"] };

const callback: Coverage<O.Callback> = {
  place: "place",
  name: ["callback-added", "callback-removed"],
  operations: ["callback-added", "callback-removed"],
};

const scheme = {
  kind: ["security-tightened", "security-loosened"],
  place: "place",
  name: "identity",
  description: "words",
  deprecated: ["security-scheme-deprecated", "security-scheme-reinstated"],
  extensions: "gap",
} as const;

const schemes: readonly [
  Coverage<A.ApiKeyScheme>,
  Coverage<A.HttpScheme>,
  Coverage<A.OAuth2Scheme>,
  Coverage<A.OpenIdConnectScheme>,
  Coverage<A.MutualTlsScheme>,
] = [
  { ...scheme, in: ["security-tightened"], parameter: ["security-tightened"] },
  { ...scheme, scheme: ["security-tightened"], bearerFormat: "gap" },
  {
    ...scheme,
    flows: ["oauth-flow-added", "oauth-flow-removed", "last-oauth-flow-removed"],
    metadataUrl: ["oauth-url-changed"],
  },
  { ...scheme, url: ["security-tightened"] },
  scheme,
];

const flow: Coverage<A.OAuthFlow> = {
  kind: ["oauth-flow-added", "oauth-flow-removed"],
  authorizationUrl: ["oauth-url-changed"],
  tokenUrl: ["oauth-url-changed"],
  refreshUrl: ["oauth-url-changed"],
  deviceAuthorizationUrl: ["oauth-url-changed"],
  scopes: ["oauth-scope-added", "oauth-scope-removed"],
};

/** The rules about a facet of schemas. */
function facet(name: string): readonly string[] {
  return ["tightened", "loosened", "changed"].map((effect) => `${name}-${effect}`);
}

const notes: Coverage<S.Notes> = {
  title: "words",
  description: "words",
  deprecated: ["deprecated", "reinstated"],
  readOnly: oneWay(),
  writeOnly: oneWay(),
  default: ["default-added", "default-removed", "default-changed"],
  examples: "words",
  examplesAt: "place",
  docs: "words",
  name: "gap",
  extensions: "gap",
  misplaced: facet("misplaced-limit"),
};

function oneWay(): readonly string[] {
  const turned = ["property-hidden", "property-shown", "required-property-shown"];
  const seenOtherwise = ["property-became-one-way", "property-became-two-way"];
  return [...turned, ...seenOtherwise, "hidden-property-added", "hidden-property-removed"];
}

const written = { kind: facet("type"), place: "place", notes: "inside" } as const;
const typed = { ...written, implied: facet("type") } as const;

const string: Coverage<S.StringShape> = {
  ...typed,
  format: facet("format"),
  minLength: facet("min-length"),
  maxLength: facet("max-length"),
  pattern: facet("pattern"),
  encoding: facet("content"),
  mediaType: facet("content"),
  content: facet("content"),
};

const number: Coverage<S.NumberShape> = {
  ...typed,
  integer: facet("type"),
  format: facet("format"),
  minimum: facet("minimum"),
  maximum: facet("maximum"),
  exclusiveMinimum: facet("minimum"),
  exclusiveMaximum: facet("maximum"),
  multipleOf: facet("multiple-of"),
};

const list: Coverage<S.ListShape> = {
  ...typed,
  prefix: facet("prefix-items"),
  items: facet("items"),
  contains: facet("contains"),
  minContains: facet("contains"),
  maxContains: facet("contains"),
  minItems: facet("min-items"),
  maxItems: facet("max-items"),
  unique: facet("unique-items"),
  unevaluated: facet("items"),
};

const object: Coverage<S.ObjectShape> = {
  ...typed,
  properties: "inside",
  alsoRequired: ["property-became-required", "property-became-optional"],
  patterns: facet("pattern-properties"),
  rest: facet("additional-properties"),
  names: facet("property-names"),
  minProperties: facet("min-properties"),
  maxProperties: facet("max-properties"),
  dependentRequired: facet("dependent-required"),
  dependentShapes: facet("dependent-schemas"),
  unevaluated: facet("additional-properties"),
  discriminator: "gap",
};

const property: Coverage<S.Property> = {
  name: ["property-added", "property-removed", "required-property-added", "required-property-removed"],
  required: ["property-became-required", "property-became-optional"],
  shape: "inside",
};

const choice: Coverage<S.ChoiceShape> = {
  ...written,
  values: [...facet("values"), "value-added", "value-removed", "known-value-added", "known-value-removed"],
  within: "inside",
  extensible: facet("schema"),
};

const union: Coverage<S.UnionShape> = {
  ...written,
  mode: facet("alternatives"),
  branches: ["alternative-added", "alternative-removed", "null-added", "null-removed"],
  discriminator: ["discriminator-added", "discriminator-removed"],
};

const discriminator: Coverage<S.Discriminator> = {
  property: ["discriminator-changed"],
  mapping: ["discriminator-changed"],
  fallback: "gap",
};

const shapes: {
  readonly [Kind in S.Shape["kind"]]: Coverage<Extract<S.Shape, { readonly kind: Kind }>>;
} = {
  any: written,
  never: written,
  null: written,
  boolean: written,
  string,
  number,
  list,
  object,
  choice,
  reference: { ...written, id: "spelling" },
  union,
  all: { ...written, parts: "spelling", discriminator: "gap" },
  not: { ...written, shape: facet("negation") },
  conditional: {
    ...written,
    condition: facet("condition"),
    then: facet("condition"),
    otherwise: facet("condition"),
  },
};

const tables: Readonly<Record<string, Readonly<Record<string, Said>>>> = {
  api,
  tag,
  server,
  serverVariable,
  operation,
  permissions,
  parameter,
  body,
  media,
  encoding,
  header,
  response,
  link,
  polling,
  alternative,
  callback,
  ...Object.fromEntries(schemes.map((table, index) => [`scheme${index}`, table] as const)),
  flow,
  notes,
  property,
  discriminator,
  ...shapes,
};

const fields = Object.entries(tables).flatMap(([name, table]) =>
  Object.entries(table).map(([field, said]) => ({ field: `${name}.${field}`, said })),
);

it("names rules that there are", () => {
  const named = fields.flatMap(({ said }) => (typeof said === "string" ? [] : said));
  const unknown = named.filter((code) => codesOf(code).some((each) => !ruleCodes.includes(each)));
  expect([...new Set(unknown)]).toEqual([]);
});

/** A rule about schemas is one in each direction. */
function codesOf(code: string): readonly string[] {
  return ruleCodes.includes(code) ? [code] : [`request-${code}`, `response-${code}`];
}

it("knows for each rule the field that it speaks of", () => {
  const named = new Set(
    fields.flatMap(({ said }) => (typeof said === "string" ? [] : said)).flatMap(codesOf),
  );
  // What the package becomes follows from all of them together.
  const ofFields = ruleCodes.filter((code) => code !== "client-changed");
  expect(ofFields.filter((code) => !named.has(code))).toEqual([]);
});

// What nobody is told of, though it may matter to somebody. A field that gets a rule leaves this list.
it("knows its gaps", () => {
  const gaps = fields.filter(({ said }) => said === "gap").map(({ field }) => field);
  expect(gaps).toMatchInlineSnapshot(`
    [
      "api.extensions",
      "tag.property",
      "tag.extensions",
      "server.extensions",
      "operation.extensions",
      "body.extensions",
      "media.extensions",
      "encoding.headers",
      "header.correlationId",
      "response.extensions",
      "link.extensions",
      "scheme0.extensions",
      "scheme1.extensions",
      "scheme1.bearerFormat",
      "scheme2.extensions",
      "scheme3.extensions",
      "scheme4.extensions",
      "notes.name",
      "notes.extensions",
      "discriminator.fallback",
      "object.discriminator",
      "all.discriminator",
    ]
  `);
});

it("gives reasons that are reasons", () => {
  const given = new Set(fields.flatMap(({ said }) => (typeof said === "string" ? [said] : [])));
  expect([...given].toSorted()).toEqual(Object.keys(reasons).toSorted());
});
