import type { Api, SecurityScheme } from "../model/api.ts";
import type { Operation } from "../model/operation.ts";
import { type OperationNames, operationKey, parameterKey } from "../names/names.ts";
import { holdsLongIntegers } from "./exact-integers.ts";
import type { Imports } from "./imports.ts";
import { pathDefault } from "./path-default.ts";
import { successes } from "./result-view.ts";
import { serverText } from "./server-text.ts";
import { stringLiteral } from "./text.ts";
import type { ViewContext } from "./view-context.ts";
import { bodyWriter, mediaKind, parameterWriter } from "./wire-text.ts";

/** One field of the object that tells the runtime how an operation travels. */
export interface FieldView {
  readonly key: string;
  readonly value: string;
}

/** The fields of an operation's description; what the runtime takes for granted is left out. */
export function descriptorFields(
  operation: Operation,
  names: OperationNames,
  views: ViewContext,
  imports: Imports,
): readonly FieldView[] {
  const { method, path, operationId } = operation;
  return [
    { key: "id", value: stringLiteral(operationId ?? operationKey(operation)) },
    { key: "method", value: stringLiteral(method) },
    { key: "path", value: stringLiteral(path) },
    ...optional("parameters", parameterTexts(operation, names, imports), "[", "]"),
    ...optional("body", bodyTexts(operation, views, imports), "{", "}"),
    ...acceptField(operation),
    ...securityField(operation, views.api),
    ...serversField(operation, views.api),
    ...readField(operation, views, imports),
  ];
}

function optional(key: string, texts: readonly string[], open: string, close: string): readonly FieldView[] {
  return texts.length === 0 ? [] : [{ key, value: `${open}${texts.join(", ")}${close}` }];
}

function parameterTexts(
  { parameters }: Operation,
  names: OperationNames,
  imports: Imports,
): readonly string[] {
  return parameters.map((parameter) => {
    const field = names.fields.get(parameterKey(parameter)) ?? parameter.name;
    const fallback = pathDefault(parameter);
    const write = parameterWriter(parameter, imports);
    const members = [
      `in: ${stringLiteral(parameter.in)}`,
      `name: ${stringLiteral(parameter.name)}`,
      ...(field === parameter.name ? [] : [`field: ${stringLiteral(field)}`]),
      ...(fallback === undefined ? [] : [`default: ${stringLiteral(fallback)}`]),
      ...(write === undefined ? [] : [`write: ${write}`]),
    ];
    return `{ ${members.join(", ")} }`;
  });
}

function bodyTexts({ body }: Operation, views: ViewContext, imports: Imports): readonly string[] {
  return (body?.media ?? []).map((media) => {
    const isExact = media.shape !== undefined && holdsLongIntegers(media.shape, views);
    return `${stringLiteral(media.type)}: ${bodyWriter(media, isExact, imports)}`;
  });
}

/** What a success may be, then what an error may be: both are asked for. */
function acceptField(operation: Operation): readonly FieldView[] {
  const good = successes(operation);
  const others = operation.responses.filter((response) => !good.includes(response));
  const types = [...good, ...others].flatMap(({ media }) => media.map(({ type }) => type));
  if (types.length === 0) return [];
  return [{ key: "accept", value: stringLiteral([...new Set(types)].join(", ")) }];
}

/** Schemes that the runtime sends something for; others, such as a client certificate, need no part of it. */
export function isSent(scheme: SecurityScheme): boolean {
  if (scheme.kind === "http") return scheme.scheme === "bearer" || scheme.scheme === "basic";
  return scheme.kind !== "mutualTLS";
}

function securityField({ security }: Operation, { schemes }: Api): readonly FieldView[] {
  const sent = new Set(schemes.filter(isSent).map(({ name }) => name));
  const alternatives = security.map((alternative) => {
    const names = alternative.schemes.map(({ name }) => name).filter((name) => sent.has(name));
    return `[${names.map(stringLiteral).join(", ")}]`;
  });
  const distinct = [...new Set(alternatives)];
  if (distinct.every((alternative) => alternative === "[]")) return [];
  return [{ key: "security", value: `[${distinct.join(", ")}]` }];
}

function serversField({ servers }: Operation, api: Api): readonly FieldView[] {
  if (servers === api.servers || servers.length === 0) return [];
  return [{ key: "servers", value: `[${servers.map(serverText).join(", ")}]` }];
}

/** JSON is read with care where it may hold an integer beyond what a number is exact about. */
function readField(operation: Operation, views: ViewContext, imports: Imports): readonly FieldView[] {
  const media = successes(operation).flatMap((response) => response.media);
  const isLong = media.some(
    ({ type, shape }) => mediaKind(type) === "json" && shape !== undefined && holdsLongIntegers(shape, views),
  );
  return isLong ? [{ key: "read", value: imports.value("exactJson", "runtime/int64") }] : [];
}
