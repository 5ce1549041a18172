// Part of the runtime that specwright ships with each client. Do not edit.
import type { JsonSchema, Schemas } from "./json-schema.js";
import type { Fetch } from "./options.js";
import type { StandardIssue, StandardSchema } from "./standard-schema.js";
import { standardSchema } from "./standard-schema.js";
import type { Direction } from "./validate.js";
import { type ValidationError, type ValidationIssue, validationError } from "./validation-error.js";

/** What an API says of its bodies; inert data, made by the generator. */
export interface Description {
  readonly $defs: Schemas;
  /** By the name of the function. */
  readonly operations: Readonly<Record<string, DescribedOperation>>;
}

export interface DescribedOperation {
  /** As the spec names it, where that is not the name of the function. */
  readonly id?: string;
  readonly request?: Bodies;
  /** By status (`200`, `4XX`, `default`), or several with spaces between them. */
  readonly responses?: Readonly<Record<string, Bodies>>;
}

/** By media type; anything goes where a type is no JSON. */
export type Bodies = Readonly<Record<string, JsonSchema>>;

/** What becomes of a body that does not fit: its call rejects, or goes on; or nobody looks. */
export type ValidationMode = "throw" | "warn" | "off";

/** What is validated, and how. */
export interface ValidationOptions<Operation extends string = string> {
  /** `throw` if absent. */
  readonly requests?: ValidationMode | undefined;
  /** `throw` if absent. Answers that are errors are errors anyway: of these `throw` only tells. */
  readonly responses?: ValidationMode | undefined;
  /** Schemas of your own, from any library that knows Standard Schema. Nothing that they change is sent or handed out. */
  readonly schemas?: { readonly [Name in Operation]?: OwnSchemas | undefined } | undefined;
  /** Told of each body that does not fit. If absent, those that reject no call are written to the console. */
  readonly onIssue?: ((error: ValidationError) => void) | undefined;
  /** Sends the requests; the platform's own `fetch` if absent. */
  readonly fetch?: Fetch | undefined;
}

/** Stand in for those of the spec. */
export interface OwnSchemas {
  readonly request?: StandardSchema | undefined;
  /** By status, as the spec has it: `200`, `4XX`, `default`. */
  readonly responses?: Readonly<Record<string, StandardSchema | undefined>> | undefined;
}

/**
 * A `fetch` around another one that judges the JSON bodies which it sends and gets. A call rejects with a
 * `ValidationError` where one does not fit. Other bodies, and what is no JSON at all, pass.
 */
export function validatingFetch(description: Description, options: ValidationOptions = {}): Fetch {
  const { requests = "throw", responses = "throw", schemas = {}, onIssue, fetch: inner } = options;
  const own = new Map(Object.entries(schemas));
  const operations = new Map(
    Object.entries(description.operations).map(([name, one]) => [
      one.id ?? name,
      { ...one, own: own.get(name) },
    ]),
  );

  /** Anything goes where this gives nothing. */
  function pick(
    schema: JsonSchema | undefined,
    mine: StandardSchema | undefined,
    direction: Direction,
  ): StandardSchema | undefined {
    if (typeof schema !== "object") return undefined;
    return mine ?? standardSchema(schema, description.$defs, direction);
  }

  function tell(error: ValidationError | undefined, mode: ValidationMode): void {
    if (!error) return;
    if (onIssue) onIssue(error);
    else if (mode === "warn") console.warn(error.message);
    if (mode === "throw") throw error;
  }

  return async (input, init, context) => {
    const id = context?.operationId ?? "";
    const operation = operations.get(id);
    if (operation && requests !== "off") {
      const { type, body } = requestOf(input, init);
      const schema = pick(bodyFor(operation.request, type), operation.own?.request, "request");
      const issues = schema ? await issuesIn(schema, await body()) : [];
      tell(validationError(id, "request", issues), requests);
    }
    const response = await (inner ?? fetch)(input, init, context);
    if (operation && responses !== "off") {
      const { ok, status, headers } = response;
      const byStatus = statusesOf(operation.responses);
      const keys = [String(status), `${Math.floor(status / 100)}XX`];
      const key = keys.find((one) => byStatus.has(one)) ?? "default";
      const described = bodyFor(byStatus.get(key), headers.get("content-type"));
      const schema = pick(described, operation.own?.responses?.[key], "response");
      const needsBody = ok && status !== 204 && status !== 205;
      const issues = schema ? await issuesIn(schema, await response.clone().text(), needsBody) : [];
      tell(validationError(id, "response", issues, status), ok ? responses : "warn");
    }
    return response;
  };
}

/**
 * Makes the objects that judge the bodies, by operation: of `request`, and of `responses` by status. The generator knows
 * their type.
 */
export function standardSchemas({ operations, $defs }: Description): unknown {
  const first = (bodies: Bodies, direction: Direction): StandardSchema | undefined => {
    const schema = Object.values(bodies).find((one) => typeof one === "object");
    return schema && standardSchema(schema, $defs, direction);
  };
  const made = Object.entries(operations).map(([name, { request = {}, responses }]) => {
    const answers = [...statusesOf(responses)].map(([status, bodies]) => [status, first(bodies, "response")]);
    return [name, { request: first(request, "request"), responses: Object.fromEntries(answers) as unknown }];
  });
  return Object.fromEntries(made);
}

interface SentBody {
  readonly type: string | null;
  /** Empty where it is no text. */
  readonly body: () => Promise<string>;
}

/** Behind middleware it is a `Request`. */
function requestOf(input: string | Request, init: RequestInit = {}): SentBody {
  if (typeof input !== "string") {
    return { type: input.headers.get("content-type"), body: () => input.clone().text() };
  }
  const { headers, body } = init;
  return {
    type: new Headers(headers).get("content-type"),
    body: () => Promise.resolve(typeof body === "string" ? body : ""),
  };
}

/** What is described for a media type, else for the only one that there is. */
function bodyFor(bodies: Bodies = {}, type: string | null): JsonSchema | undefined {
  const known = Object.entries(bodies);
  const essence = essenceOf(type ?? "");
  const [, schema] =
    known.find(([one]) => essenceOf(one) === essence) ??
    known.find(([one]) => one.includes("*") && essence.startsWith(one.replace(/\*.*/, ""))) ??
    (known.length === 1 ? known[0] : undefined) ??
    [];
  return schema;
}

/** A media type without its parameters. RFC 9110 section 8.3.1. */
function essenceOf(type: string): string {
  return type.replace(/;.*/s, "").trim().toLowerCase();
}

/** The bodies of each status by itself. */
function statusesOf(responses: DescribedOperation["responses"] = {}): ReadonlyMap<string, Bodies> {
  return new Map(
    Object.entries(responses).flatMap(([keys, bodies]) =>
      keys.split(" ").map((key) => [key, bodies] as const),
    ),
  );
}

async function issuesIn(
  schema: StandardSchema,
  text: string,
  needsBody = false,
): Promise<readonly ValidationIssue[]> {
  if (text === "") return needsBody ? [{ message: "must not be empty", path: [] }] : [];
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Whoever reads it says so.
    return [];
  }
  const { issues = [] } = await schema["~standard"].validate(value);
  return issues.map(({ message, path = [] }: StandardIssue) => ({
    message,
    path: path.map((step) => (typeof step === "object" ? step.key : step)),
  }));
}
