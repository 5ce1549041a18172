import {
  flag,
  listOf,
  mapOf,
  object,
  type ObjectTable,
  only30,
  required,
  since31,
  since32,
  text,
  texts,
  withSchema,
  word,
} from "./table.ts";

/** The objects that frame a document (OpenAPI 3.2, sections 4.1 to 4.7, 4.11 and 4.22). */
export const documentTables: readonly ObjectTable[] = [
  {
    kind: "OpenAPI",
    fields: {
      openapi: required(text),
      $self: since32(text),
      info: required(object("Info")),
      jsonSchemaDialect: since31(text),
      servers: listOf(object("Server")),
      paths: required(object("Paths"), only30),
      webhooks: since31(mapOf(object("Path Item"))),
      components: object("Components"),
      security: listOf(object("Security Requirement")),
      tags: listOf(object("Tag")),
      externalDocs: object("External Documentation"),
    },
    extensible: true,
  },
  {
    kind: "Info",
    fields: {
      title: required(text),
      summary: since31(text),
      description: text,
      termsOfService: text,
      contact: object("Contact"),
      license: object("License"),
      version: required(text),
    },
    extensible: true,
  },
  { kind: "Contact", fields: { name: text, url: text, email: text }, extensible: true },
  {
    kind: "License",
    fields: { name: required(text), identifier: since31(text), url: text },
    extensible: true,
  },
  {
    kind: "Server",
    fields: {
      url: required(text),
      description: text,
      name: since32(text),
      variables: mapOf(object("Server Variable")),
    },
    extensible: true,
  },
  {
    kind: "Server Variable",
    fields: { enum: texts, default: required(text), description: text },
    extensible: true,
  },
  {
    kind: "Components",
    fields: {
      schemas: withSchema(mapOf),
      responses: mapOf(object("Response")),
      parameters: mapOf(object("Parameter")),
      examples: mapOf(object("Example")),
      requestBodies: mapOf(object("Request Body")),
      headers: mapOf(object("Header")),
      securitySchemes: mapOf(object("Security Scheme")),
      links: mapOf(object("Link")),
      callbacks: mapOf(object("Callback")),
      pathItems: since31(mapOf(object("Path Item"))),
      mediaTypes: since32(mapOf(object("Media Type"))),
    },
    extensible: true,
  },
  {
    kind: "Tag",
    fields: {
      name: required(text),
      summary: since32(text),
      description: text,
      externalDocs: object("External Documentation"),
      parent: since32(text),
      kind: since32(text),
    },
    extensible: true,
  },
  {
    kind: "External Documentation",
    fields: { description: text, url: required(text) },
    extensible: true,
  },
  {
    kind: "Reference",
    // What it leads to is what stands in its place.
    fields: { $ref: required(text), summary: since31(text), description: since31(text) },
  },
  { kind: "Security Requirement", fields: {}, others: texts },
];

/** The objects about credentials (OpenAPI 3.2, sections 4.27 to 4.29). */
export const securityTables: readonly ObjectTable[] = [
  {
    kind: "Security Scheme",
    fields: {
      type: [
        { shape: word("apiKey", "http", "oauth2", "openIdConnect"), versions: only30, required: true },
        { shape: word("apiKey", "http", "mutualTLS", "oauth2", "openIdConnect"), required: true },
      ],
      description: text,
      name: text,
      in: word("query", "header", "cookie"),
      scheme: text,
      bearerFormat: text,
      flows: object("OAuth Flows"),
      openIdConnectUrl: text,
      oauth2MetadataUrl: since32(text),
      deprecated: since32(flag),
    },
    extensible: true,
    referable: true,
  },
  {
    kind: "OAuth Flows",
    fields: {
      implicit: object("OAuth Flow"),
      password: object("OAuth Flow"),
      clientCredentials: object("OAuth Flow"),
      authorizationCode: object("OAuth Flow"),
      deviceAuthorization: since32(object("OAuth Flow")),
    },
    extensible: true,
  },
  {
    kind: "OAuth Flow",
    fields: {
      authorizationUrl: text,
      deviceAuthorizationUrl: since32(text),
      tokenUrl: text,
      refreshUrl: text,
      scopes: required(mapOf(text)),
    },
    extensible: true,
  },
];
