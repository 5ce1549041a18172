// An independent judge of what goes over the wire: it reads the bundled spec by itself, with another validator, and
// shares no code with the generator.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { parse } from "yaml";
import type { Received } from "../runtime/server.ts";

type Plain = { readonly [key: string]: unknown };

/** One operation as the spec has it. */
export interface SpecOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly pointer: string;
  readonly responses: readonly SpecResponse[];
}

/** One answer that the spec shows: a status and an example of its body. */
export interface SpecResponse {
  readonly status: number;
  readonly example: string | undefined;
  readonly body: unknown;
  readonly pointer: string;
}

const spec = parse(readFileSync(join(import.meta.dirname, "../../generated/openapi.yaml"), "utf8")) as Plain;
const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
addFormats.default(ajv);
ajv.addFormat("interval", /^\S+\/\S+$/);
ajv.addSchema(spec, "spec");

function at(pointer: string): unknown {
  const keys = pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  return keys.reduce<unknown>((value, key) => (value as Plain | undefined)?.[key], spec);
}

/** The pointer of what stands at a pointer, references followed. */
function landed(pointer: string): string {
  const reference = (at(pointer) as Plain | undefined)?.["$ref"];
  return typeof reference === "string" ? landed(reference.slice(1)) : pointer;
}

function escaped(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

function keysAt(pointer: string): readonly string[] {
  return Object.keys((at(pointer) as Plain | undefined) ?? {});
}

/** Every operation of the spec, with the examples of all its answers. */
export const specOperations: readonly SpecOperation[] = keysAt("/paths").flatMap((path) => {
  const item = `/paths/${escaped(path)}`;
  const methods = keysAt(item).filter((key) => ["get", "put", "post", "delete", "patch"].includes(key));
  return methods.map((method) => {
    const pointer = `${item}/${method}`;
    const { operationId } = at(pointer) as { operationId: string };
    const responses = keysAt(`${pointer}/responses`).flatMap((status) =>
      answersAt(Number(status), landed(`${pointer}/responses/${status}`)),
    );
    return { id: operationId, method: method.toUpperCase(), path, pointer, responses };
  });
});

function answersAt(status: number, pointer: string): readonly SpecResponse[] {
  const media = `${pointer}/content/application~1json`;
  const examples = keysAt(`${media}/examples`);
  if (examples.length === 0) return [{ status, example: undefined, body: undefined, pointer }];
  return examples.map((name) => {
    const body = at(`${landed(`${media}/examples/${escaped(name)}`)}/value`);
    return { status, example: name, body, pointer };
  });
}

/** What is wrong with a value by the schema at a pointer; empty if nothing is. */
export function misfits(pointer: string, value: unknown): readonly string[] {
  // By its address, so that it is compiled only once.
  const validate = ajv.getSchema(`spec#${pointer}`) ?? ajv.compile({ $ref: `spec#${pointer}` });
  return validate(value)
    ? []
    : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

/** What is wrong with an example of an answer. */
export function answerMisfits({ pointer, body }: SpecResponse): readonly string[] {
  return body === undefined ? [] : misfits(`${pointer}/content/application~1json/schema`, body);
}

/** What is wrong with a request to an operation: whatever the spec does not declare, or declares otherwise. */
export function requestMisfits(
  { method, path, pointer }: SpecOperation,
  received: Received,
): readonly string[] {
  const url = new URL(received.url, "http://localhost");
  const parameters = [...parametersAt(path), ...parametersOf(`${pointer}/parameters`)];
  return [
    ...(received.method === method ? [] : [`method ${received.method}`]),
    ...pathMisfits(path, url.pathname, parameters),
    ...queryMisfits(url.searchParams, parameters),
    ...headerMisfits(received, parameters),
    ...bodyMisfits(`${pointer}/requestBody`, received),
  ];
}

interface SpecParameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly pointer: string;
}

function parametersAt(path: string): readonly SpecParameter[] {
  return parametersOf(`/paths/${escaped(path)}/parameters`);
}

function parametersOf(pointer: string): readonly SpecParameter[] {
  return keysAt(pointer).map((index) => {
    const place = landed(`${pointer}/${index}`);
    return { ...(at(place) as Omit<SpecParameter, "pointer">), pointer: place };
  });
}

function pathMisfits(
  template: string,
  path: string,
  parameters: readonly SpecParameter[],
): readonly string[] {
  const names = [...template.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name);
  const pattern = new RegExp(`^${template.replaceAll(/\{[^}]+\}/g, "([^/]+)")}$`);
  const values = pattern.exec(path)?.slice(1);
  if (values === undefined) return [`path ${path} is not ${template}`];
  return names.flatMap((name, index) => {
    const parameter = parameters.find((one) => one.in === "path" && one.name === name);
    if (parameter === undefined) return [`path parameter ${name} is not declared`];
    return misfits(`${parameter.pointer}/schema`, decodeURIComponent(values[index] ?? ""));
  });
}

function queryMisfits(query: URLSearchParams, parameters: readonly SpecParameter[]): readonly string[] {
  const declared = parameters.filter((one) => one.in === "query");
  const unknown = [...query.keys()].filter((name) => !declared.some((one) => one.name === name));
  return [
    ...unknown.map((name) => `query parameter ${name} is not declared`),
    ...declared.flatMap(({ name, required, pointer }) => {
      const value = query.get(name);
      if (value === null) return required === true ? [`query parameter ${name} is missing`] : [];
      return misfits(`${pointer}/schema`, value);
    }),
  ];
}

function headerMisfits({ headers }: Received, parameters: readonly SpecParameter[]): readonly string[] {
  const bearer = /^Bearer \S+$/.test(headers.authorization ?? "") ? [] : ["no bearer token"];
  const declared = parameters.filter((one) => one.in === "header");
  return [
    ...bearer,
    ...declared.flatMap(({ name, required, pointer }) => {
      const value = headers[name.toLowerCase()];
      if (value === undefined) return required === true ? [`header ${name} is missing`] : [];
      return misfits(`${pointer}/schema`, value);
    }),
  ];
}

function bodyMisfits(pointer: string, { body, headers }: Received): readonly string[] {
  const declared = at(landed(pointer)) as { required?: boolean } | undefined;
  if (declared === undefined) return body === "" ? [] : ["a body that is not declared"];
  if (body === "") return declared.required === true ? ["the body is missing"] : [];
  const media = `${landed(pointer)}/content/${escaped(headers["content-type"] ?? "")}`;
  if (at(media) === undefined) return [`content type ${headers["content-type"]} is not declared`];
  return misfits(`${media}/schema`, JSON.parse(body));
}

/** The examples of an operation's request body by name. */
export function bodyExamples({
  pointer,
}: SpecOperation): readonly (readonly [name: string, value: unknown])[] {
  const examples = `${landed(`${pointer}/requestBody`)}/content/application~1json/examples`;
  return keysAt(examples).map((name) => [name, at(`${examples}/${escaped(name)}/value`)] as const);
}
