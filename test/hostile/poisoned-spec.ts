/** Gives the text for a place of the spec. */
export type TextFor = (place: Place) => string;

/** What a text has to be for the spec to be taken at its place. */
export type Place = "any" | "id" | "component" | "identifier" | "path" | "url" | "media" | "header" | "file";

/**
 * A spec that has a text wherever a spec can have one. It refers to another file.
 *
 * @param bundled the component that the other file has become, if this is one file
 */
export function poisonedSpec(t: TextFor, bundled?: string): unknown {
  const text = t("any");
  const ref = (name: string): unknown => {
    const key = encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"));
    return { $ref: `#/components/schemas/${key}` };
  };
  const docs = { url: t("any"), description: text };
  const schemaName = t("component");
  const example = { summary: text, description: text, value: { [text]: text } };
  const link = {
    operationId: t("id"),
    description: text,
    parameters: { [text]: text },
    requestBody: text,
    server: { url: t("url"), description: text },
    "x-polling": { state: "#/state", done: [text], failed: [text] },
  };
  const header = {
    description: text,
    schema: { type: "string", pattern: text, default: text, example: text },
  };
  const everyWord = {
    title: text,
    description: text,
    default: text,
    examples: [text],
    externalDocs: docs,
    [`x-${text}`]: text,
  };
  const parameter = (place: string, name: string): unknown => ({
    name,
    in: place,
    required: place === "path",
    description: text,
    schema: { type: "string", ...everyWord, format: text, pattern: text },
    examples: { [t("component")]: { summary: text, description: text, value: text } },
  });
  const called = {
    summary: text,
    description: text,
    externalDocs: docs,
    "x-sunset": text,
    parameters: ["query", "header", "cookie"].map((place) =>
      parameter(place, place === "header" ? t("header") : text),
    ),
    requestBody: {
      description: text,
      content: {
        "application/json": {
          schema: {
            type: "object",
            required: [text],
            properties: { [text]: { type: "string", ...everyWord } },
          },
          examples: { [schemaName]: example },
        },
        [`application/${t("media")}`]: { schema: { type: "string", format: text } },
      },
    },
    responses: {
      "200": {
        description: text,
        headers: { [t("header")]: { ...header, required: true } },
        content: { "application/json": { schema: ref(schemaName), example: { [text]: text } } },
      },
      default: { description: text },
    },
  };
  return {
    openapi: "3.1.0",
    info: {
      title: text,
      summary: text,
      description: text,
      termsOfService: text,
      version: text,
      contact: { name: text, url: text, email: text },
      license: { name: text, url: text },
      [`x-${text}`]: text,
    },
    externalDocs: docs,
    servers: [
      { url: t("url"), description: text },
      {
        url: "https://{v}.example/{w}",
        description: text,
        variables: {
          v: { default: text, enum: [text, "other"], description: text },
          w: { default: text, description: text },
          [text]: { default: text },
        },
      },
    ],
    security: [{ [t("any")]: [text] }],
    tags: [{ name: text, description: text, externalDocs: docs }],
    paths: {
      [`/${t("path")}/{id}`]: {
        summary: text,
        description: text,
        parameters: [parameter("path", "id")],
        post: {
          operationId: t("id"),
          summary: text,
          description: text,
          tags: [text, "other"],
          externalDocs: docs,
          deprecated: true,
          "x-permissions": { type: "ANY", permissions: [text] },
          "x-pagination": { style: "cursor", items: text },
          "x-sunset": text,
          "x-stability-level": text,
          parameters: ["query", "header", "cookie"].map((place) =>
            parameter(place, place === "header" ? t("header") : text),
          ),
          requestBody: {
            description: text,
            content: {
              "application/json": { schema: ref(schemaName), examples: { [schemaName]: example } },
              "multipart/form-data": {
                schema: { type: "object", properties: { [text]: { type: "string" } } },
                encoding: { [text]: { contentType: text, headers: { [text]: header } } },
              },
              "application/x-www-form-urlencoded": {
                schema: { type: "object", properties: { [text]: { type: "string" } } },
                encoding: { [text]: { style: "form", explode: false } },
              },
              [`application/${t("media")}`]: { schema: { type: "string", format: text } },
            },
          },
          responses: {
            "200": {
              description: text,
              headers: { [text]: header, "X-Request-Id": { ...header, "x-correlation-id": true } },
              content: { "application/json": { schema: ref(schemaName), example: { [text]: text } } },
              links: { [schemaName]: link },
              "x-error-codes": [text],
            },
            "4XX": {
              description: text,
              content: { "application/problem+json": { schema: { title: text, type: "object" } } },
              "x-error-codes": [text],
            },
            default: { description: text },
          },
          callbacks: {
            [text]: { [`{$request.body#/${text}}`]: { post: called, put: { "x-name": t("identifier") } } },
          },
        },
        get: { "x-name": t("identifier"), summary: text, responses: { "204": { description: text } } },
      },
      "/untagged": { get: { description: text, responses: { "200": { description: text } } } },
    },
    webhooks: { [text]: { post: called, put: { "x-name": t("identifier") } } },
    components: {
      securitySchemes: {
        [t("any")]: { type: "apiKey", in: "header", name: t("header"), description: text },
        oauth: {
          type: "oauth2",
          description: text,
          flows: {
            clientCredentials: {
              tokenUrl: text,
              refreshUrl: text,
              "x-token-url": t("url"),
              scopes: { [text]: text },
            },
          },
        },
        openid: { type: "openIdConnect", openIdConnectUrl: text, description: text },
        http: { type: "http", scheme: text, bearerFormat: text, description: text },
      },
      schemas: {
        [schemaName]: {
          type: "object",
          ...everyWord,
          required: [text],
          properties: {
            [text]: { type: "string", ...everyWord, pattern: text, format: text },
            other: { type: "object", propertyNames: { enum: [text] }, additionalProperties: { const: text } },
            values: { enum: [text, { [text]: text }, [text], 1, null] },
            pattern: { type: "object", patternProperties: { [text]: { type: "string" } } },
            file: bundled === undefined ? { $ref: `./${encodeURIComponent(t("file"))}.json` } : ref(bundled),
          },
          dependentRequired: { [text]: [text] },
        },
        Fixed: { "x-name": t("identifier"), description: text, type: "string", contentMediaType: text },
        Values: {
          type: "string",
          description: text,
          enum: [text, "another", "third"],
          "x-enum-varnames": [text, "Another", "Third"],
          "x-enum-descriptions": [text, text, text],
        },
        Base: {
          type: "object",
          required: [text],
          properties: { [text]: { type: "string" } },
          discriminator: { propertyName: text, mapping: { [text]: "#/components/schemas/Variant" } },
        },
        Variant: {
          allOf: [ref("Base"), { type: "object", properties: { v: { type: "string", description: text } } }],
        },
        Union: {
          oneOf: [ref("Base"), ref("Values"), { title: text, type: "integer", description: text }],
          description: text,
        },
        ...(bundled === undefined ? {} : { [bundled]: otherFile(t) }),
      },
    },
  };
}

/** Whether a spec may have a text at a place. */
export const takes: Readonly<Record<Place, (text: string) => boolean>> = {
  any: () => true,
  // The maker of the wire types would take the rest for a pointer.
  id: (text) => !text.includes("#/"),
  component: isWhole,
  identifier: (text) => /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(text),
  path: (text) => !/[{}?#]/.test(text),
  url: (text) => !/[{}]/.test(text),
  // With an asterisk it would be a range.
  media: (text) => /^[\w!#$%&'+.^`|~-]+$/.test(text),
  header: (text) => text !== "",
  file: (text) => text !== "" && isWhole(text) && !/[/\\]|^\.+$/.test(text),
};

/** Half a character cannot stand in a reference. */
function isWhole(text: string): boolean {
  return !/\p{Cs}/u.test(text);
}

/** A text at every place that takes it, and another one at all others. */
export function spread(text: string, otherwise: (place: Place) => string): TextFor {
  return (place) => (takes[place](text) ? text : otherwise(place));
}

/** Words that no door takes for anything but text, as a place wants them. */
export function harmlessWords(place: Place): string {
  if (place === "identifier") return "harmless_words";
  return ["any", "id", "path", "url"].includes(place) ? "harmless words" : "harmless-words";
}

/** What stands in the other file of the spec. */
export function otherFile(t: TextFor): unknown {
  return { type: "object", description: t("any"), properties: { [t("any")]: { type: "string" } } };
}
