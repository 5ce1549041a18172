import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Received } from "../runtime/server.ts";
import { misfits, requestMisfits, type SpecOperation, specOperations } from "../wire/judge.ts";

/** What the platform has answered, as it went out. */
export interface Sent {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** What the spec says to one request and its answer. */
export interface Verdict {
  /** `GET /path 200`. */
  readonly exchange: string;
  readonly operation: string;
  readonly status: number;
  readonly code: string | undefined;
  /** What is wrong with the request; the platform has to refuse it then. */
  readonly request: readonly string[];
  /** What is wrong with the answer; nothing may be. */
  readonly answer: readonly string[];
}

const spec: unknown = parse(readFileSync(join(import.meta.dirname, "../../generated/openapi.yaml"), "utf8"));
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Compares an exchange with the spec; `undefined` for one that is none of its operations. */
export function judgeExchange(received: Received, sent: Sent): Verdict | undefined {
  const path = received.url.split("?")[0] ?? "";
  const operation = specOperations.find(
    (one) => one.method === received.method && patternOf(one.path).test(path),
  );
  if (operation === undefined) return undefined;
  const body = sent.text === "" ? undefined : JSON.parse(sent.text);
  const request = misfitsOf(operation, received);
  const accepted = request.length > 0 && sent.status < 400 ? ["a wrong request was accepted"] : [];
  return {
    exchange: `${received.method} ${received.url} ${sent.status}`,
    operation: operation.id,
    status: sent.status,
    code: body?.code,
    request,
    answer: [...accepted, ...answerFaults(operation, sent, body)],
  };
}

function patternOf(template: string): RegExp {
  return new RegExp(`^${template.replaceAll(/\{[^}]+\}/g, "[^/]+")}$`);
}

function misfitsOf(operation: SpecOperation, received: Received): readonly string[] {
  try {
    return requestMisfits(operation, received);
  } catch {
    return ["the body is no JSON"];
  }
}

function answerFaults({ responses }: SpecOperation, sent: Sent, body: unknown): readonly string[] {
  const { status, headers } = sent;
  const pointer = responses.find((one) => one.status === status)?.pointer;
  if (pointer === undefined) return [`status ${status} is not declared`];
  const { content, "x-error-codes": codes }: { content?: object; "x-error-codes"?: string[] } = Object(
    at(pointer),
  );
  const faults = [];
  const correlationId = headers["inin-correlation-id"] ?? "";
  if (!uuid.test(correlationId)) faults.push("no correlation id");
  if (content === undefined) {
    if (body !== undefined) faults.push("a body that is not declared");
  } else {
    if (headers["content-type"] !== "application/json") faults.push(`type ${headers["content-type"]}`);
    faults.push(...misfits(`${pointer}/content/application~1json/schema`, body));
  }
  if (status < 400) return faults;
  const { code, contextId, status: told }: Record<string, unknown> = Object(body);
  if (!codes?.includes(String(code))) faults.push(`code ${String(code)} is not declared`);
  if (contextId !== correlationId || told !== status) faults.push("the body speaks of another answer");
  if (status === 429 && !/^\d+$/.test(headers["retry-after"] ?? "")) faults.push("no Retry-After");
  return faults;
}

function at(pointer: string): unknown {
  const keys = pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  return keys.reduce<unknown>((value, key) => Object(value)[key], spec);
}
