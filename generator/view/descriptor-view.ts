import type { Api, SecurityScheme } from "../model/api.ts";
import type { Media, Operation, Parameter } from "../model/operation.ts";
import type { Shape } from "../model/shape.ts";
import { type OperationNames, operationKey, parameterKey } from "../names/names.ts";
import { scalarsOf } from "../values/scalars.ts";
import { holdsLongIntegers, holdsLongIntegersInside } from "./exact-integers.ts";
import type { Imports } from "./imports.ts";
import { planText } from "./int64-plan.ts";
import { planName } from "./int64-page.ts";
import { pathDefault } from "./path-default.ts";
import { type FieldView, readFields } from "./read-fields.ts";
import { successes } from "./result-view.ts";
import { serverText } from "./server-text.ts";
import { streamOf } from "./stream-of.ts";
import { memberKey, stringLiteral } from "./text.ts";
import type { ViewContext } from "./view-context.ts";
import { answerKind, bodyWriter, isUsualType, parameterWriter } from "./wire-text.ts";

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
    ...optional("parameters", parameterTexts(operation, names, views, imports), "[", "]"),
    ...bodyField(operation, views, imports),
    ...acceptField(operation),
    ...readFields(operation, views, imports),
    ...securityField(operation, views.api),
    ...serversField(operation, views.api),
    ...jsonField(operation, views, imports),
  ];
}

function optional(key: string, texts: readonly string[], open: string, close: string): readonly FieldView[] {
  return texts.length === 0 ? [] : [{ key, value: `${open}${texts.join(", ")}${close}` }];
}

function parameterTexts(
  { parameters }: Operation,
  names: OperationNames,
  views: ViewContext,
  imports: Imports,
): readonly string[] {
  return parameters.map((parameter) => {
    const field = names.fields.get(parameterKey(parameter)) ?? parameter.name;
    const fallback = pathDefault(parameter);
    const isScalar = scalarsOf(parameter.shape, views.models) !== undefined;
    const writer = parameterWriter(parameter, isScalar, imports);
    const write = writer === undefined ? undefined : exactText(writer, parameter, views, imports);
    const members = [
      `in: ${imports.value(placers[parameter.in], "runtime/places")}`,
      `name: ${stringLiteral(parameter.name)}`,
      ...(field === parameter.name ? [] : [`field: ${stringLiteral(field)}`]),
      ...(fallback === undefined ? [] : [`default: ${stringLiteral(fallback)}`]),
      ...(write === undefined ? [] : [`write: ${write}`]),
    ];
    return `{ ${members.join(", ")} }`;
  });
}

/** The writer of what may hold bigints deep inside: but for two styles that reach there, it makes JSON of these. */
function exactText(
  writer: string,
  { style, mediaType, shape }: Parameter,
  views: ViewContext,
  imports: Imports,
): string {
  const isReached = style === "deepObject" || mediaType !== undefined;
  if (isReached || !holdsLongIntegersInside(shape, views)) return writer;
  return `/* @__PURE__ */ ${imports.value("exactMembers", "runtime/int64")}(${writer})`;
}

/** What puts a parameter where it belongs; a whole query string is written like any pairs of it. */
const placers: Readonly<Record<Parameter["in"], string>> = {
  path: "inPath",
  query: "inQuery",
  header: "inHeader",
  cookie: "inCookie",
  querystring: "inQuery",
};

/** The one writer of a body in the usual media type, else one for each. */
function bodyField({ body }: Operation, views: ViewContext, imports: Imports): readonly FieldView[] {
  const writers = (body?.media ?? []).map((media) => {
    const isExact = media.shape !== undefined && holdsLongIntegers(media.shape, views);
    return { type: media.type, writer: bodyWriter(media, isExact, imports) };
  });
  const [only] = writers;
  if (only === undefined) return [];
  const use = (name: string, text: string): string =>
    `/* @__PURE__ */ ${imports.value(name, "runtime/media")}(${text})`;
  const known = writers.map(({ type, writer }) => `${memberKey(type)}: ${writer}`).join(", ");
  const isUsual = writers.length === 1 && isUsualType(only.type);
  const value = isUsual ? only.writer : use("bodyOf", `{ ${known} }`);
  return [{ key: "body", value: body?.required === true ? value : use("optional", value) }];
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

/** Left out where it is what the runtime takes for granted: the one scheme there is, or none of several. */
function securityField({ security }: Operation, { schemes }: Api): readonly FieldView[] {
  const [first, ...others] = schemes.filter(isSent).map(({ name }) => name);
  if (first === undefined) return [];
  const sent = new Set([first, ...others]);
  const alternatives = security.map((alternative) => {
    const names = alternative.schemes.map(({ name }) => name).filter((name) => sent.has(name));
    return `[${names.map(stringLiteral).join(", ")}]`;
  });
  const distinct = [...new Set(alternatives)];
  const needed = distinct.every((alternative) => alternative === "[]") ? "[]" : `[${distinct.join(", ")}]`;
  const usual = others.length === 0 ? `[[${stringLiteral(first)}]]` : "[]";
  return needed === usual ? [] : [{ key: "security", value: needed }];
}

function serversField({ servers }: Operation, api: Api): readonly FieldView[] {
  if (servers === api.servers || servers.length === 0) return [];
  return [{ key: "servers", value: `[${servers.map(serverText).join(", ")}]` }];
}

/** What a body holds as JSON: itself, or its items. */
function jsonShapes(media: Media, views: ViewContext): readonly Shape[] {
  const stream = streamOf(media, views.models);
  if (stream !== undefined) return stream.json;
  return answerKind(media) === "json" && media.shape !== undefined ? [media.shape] : [];
}

/** JSON is read with care where it may hold an integer beyond what a number is exact about. */
function jsonField(operation: Operation, views: ViewContext, imports: Imports): readonly FieldView[] {
  if (views.config.int64 === "bigint") return bigintFields(operation, views, imports);
  const media = successes(operation).flatMap((response) => response.media);
  const isLong = media.flatMap((one) => jsonShapes(one, views)).some((one) => holdsLongIntegers(one, views));
  return isLong ? [{ key: "json", value: imports.value("exactJson", "runtime/int64") }] : [];
}

/** By status, successes and errors alike: what tells the reader which integers become bigints. */
function bigintFields({ responses }: Operation, views: ViewContext, imports: Imports): readonly FieldView[] {
  const planOf = (id: string): string => imports.value(planName(id, views), "int64");
  const plans = responses.map(({ status, media }) => {
    const shapes = media.flatMap((one) => jsonShapes(one, views));
    const texts = shapes.flatMap((shape) => planText(shape, { views, planOf }) ?? []);
    const [only = "[]"] = texts;
    return `${memberKey(status)}: ${texts.length > 1 ? `[${[...new Set(texts)].join(", ")}]` : only}`;
  });
  if (plans.every((plan) => plan.endsWith(": []"))) return [];
  const reader = imports.value("bigintJson", "runtime/bigint-json");
  return [
    { key: "json", value: reader },
    { key: "jsonError", value: reader },
    { key: "int64s", value: `{ ${plans.join(", ")} }` },
  ];
}
