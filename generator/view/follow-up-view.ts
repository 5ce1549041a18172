import type { Json } from "../json.ts";
import { findPaging } from "../model/find-paging.ts";
import { findPolling } from "../model/find-polling.ts";
import type { Operation, Response } from "../model/operation.ts";
import type { Paging, PagingWay, ValuePath } from "../model/paging.ts";
import type { PollingPlan, PollingSource } from "../model/polling.ts";
import { operationKey, type OperationNames, parameterKey } from "../names/names.ts";
import type { Imports } from "./imports.ts";
import { responseBodyTypes } from "./media-type-text.ts";
import { successes } from "./result-view.ts";
import { literalText, memberKey, stringLiteral } from "./text.ts";
import type { TypeContext } from "./type-context.ts";
import { typeText } from "./type-text.ts";
import { fileOf, type NamedOperation, type ViewContext } from "./view-context.ts";

/** What can come after the first answer: pages, or the end of what it began. */
export type FollowUp =
  | { readonly kind: "pages"; readonly paging: Paging }
  | { readonly kind: "end"; readonly plan: PollingPlan; readonly target: NamedOperation };

/** What the client offers beside the answer of an operation; undefined for most. */
export function followUpOf(operation: Operation, views: ViewContext): FollowUp | undefined {
  const { paging } = findPaging(operation, views.models);
  if (paging !== undefined) return { kind: "pages", paging };
  const { plan } = findPolling(operation, views.api, views.models);
  const names = plan && views.names.operations.get(operationKey(plan.target));
  return plan === undefined || names === undefined
    ? undefined
    : { kind: "end", plan, target: { operation: plan.target, names } };
}

/** What the doc comment and the documentation say of it. */
export function followUpWords(followUp: FollowUp | undefined): string | undefined {
  if (followUp === undefined) return undefined;
  return followUp.kind === "pages"
    ? "Gives one page. Iterate over the call itself, before it is awaited, for the items of all pages."
    : "Does not wait for the end. `result()` of the call, before it is awaited, does.";
}

/** The type of the promise of a call, in a file where types of an operation are known by what `nameOf` says. */
export function promiseText(
  { operation, names }: NamedOperation,
  views: ViewContext,
  imports: Imports,
  nameOf: (type: string, names: OperationNames) => string,
): string {
  const result = nameOf(names.result, names);
  const response = nameOf(names.response, names);
  const followUp = followUpOf(operation, views);
  const runtime = (name: string, module: string): string => imports.type(name, `runtime/${module}`);
  switch (followUp?.kind) {
    case undefined:
      return `${runtime("ApiPromise", "api-promise")}<${result}, ${response}>`;
    case "pages": {
      const { text } = typeText(followUp.paging.item, itemContext(views, imports));
      return `${runtime("PagePromise", "paging")}<${result}, ${text}, ${response}>`;
    }
    case "end": {
      const end = nameOf(followUp.target.names.result, followUp.target.names);
      const others = endsAtOnce(operation, followUp, itemContext(views, imports));
      const final = [end, ...others].join(" | ");
      return `${runtime("PollPromise", "polling")}<${result}, ${final}, ${response}>`;
    }
  }
}

/** The types of the answers after which there is nothing to ask for, as far as they are other types than the end. */
function endsAtOnce(
  operation: Operation,
  { plan }: FollowUp & { readonly kind: "end" },
  context: TypeContext,
): readonly string[] {
  const typeOf = ({ media }: Response, names: TypeContext): string =>
    media.length === 0 ? "undefined" : responseBodyTypes(media, names).text;
  // What is only compared is not to be imported.
  const apart: TypeContext = { ...context, nameOf: (type) => type, runtimeType: (name) => name };
  const usual = successes(plan.target).map((response) => typeOf(response, apart));
  const ends = successes(operation).filter(({ status }) => plan.after?.includes(status) === false);
  const others = ends.filter((response) => !usual.includes(typeOf(response, apart)));
  return [...new Set(others.map((response) => typeOf(response, context)))];
}

function itemContext(views: ViewContext, imports: Imports): TypeContext {
  return {
    views,
    isBinary: false,
    direction: "response",
    isOpen: true,
    nameOf: (type) => imports.type(type, `models/${fileOf(type, views)}`),
    runtimeType: (name, module) => imports.type(name, `runtime/${module}`),
  };
}

/** How the function of an operation calls it: what does, and the last argument, with its comma. */
export interface CallView {
  readonly call: string;
  readonly more: string;
}

/** The call of an operation, with what its follow-up needs. */
export function callView(
  { operation, names }: NamedOperation,
  views: ViewContext,
  imports: Imports,
): CallView {
  const followUp = followUpOf(operation, views);
  switch (followUp?.kind) {
    case undefined:
      return { call: imports.value("call", "runtime/transport"), more: "" };
    case "pages": {
      const { items, way } = followUp.paging;
      const next = wayText(way, names, imports);
      const call = imports.value("callPages", "runtime/paging");
      return { call, more: `, { items: ${pathText(items)}, next: ${next} }` };
    }
    case "end": {
      const call = imports.value("callPolled", "runtime/polling");
      return { call, more: `, ${pollingText(followUp, names, imports)}` };
    }
  }
}

function pathText(path: ValuePath): string {
  return literalText(path);
}

function wayText(way: PagingWay, { fields }: OperationNames, imports: Imports): string {
  if (way.style === "link") return imports.value("byLink", "runtime/paging-addresses");
  if (way.style === "nextUri") {
    return `${imports.value("byUri", "runtime/paging-addresses")}(${pathText(way.next)})`;
  }
  const { style, parameter, ...rest } = way;
  const makers = { page: "byPage", offset: "byOffset", cursor: "byCursor" };
  const maker = imports.value(makers[style], "runtime/paging-parameters");
  const known = Object.entries(rest).flatMap(([key, value]) => {
    // Most count from 1.
    if (key === "start" && value === 1) return [];
    return [`${key}: ${typeof value === "number" ? value : pathText(value)}`];
  });
  const field = stringLiteral(fields.get(parameterKey(parameter)) ?? parameter.name);
  return `${maker}({ ${[`field: ${field}`, ...known].join(", ")} })`;
}

function pollingText(
  { plan, target }: FollowUp & { readonly kind: "end" },
  names: OperationNames,
  imports: Imports,
): string {
  const { given, body, state, done, failed, isSame, after } = plan;
  const ask =
    target.names.group === names.group
      ? target.names.function
      : imports.value(target.names.function, `operations/${target.names.group}`);
  const sources = given.map(({ parameter, source }) => {
    const field = target.names.fields.get(parameterKey(parameter)) ?? parameter.name;
    return `${memberKey(field)}: ${sourceText(source, names, imports)}`;
  });
  if (body !== undefined) sources.push(`body: ${sourceText(body, names, imports)}`);
  const values = (list: readonly Json[]): string => literalText(list);
  const members = [
    `ask: ${ask}`,
    sources.length === 0 ? "from: {}" : `from: { ${sources.join(", ")} }`,
    `state: ${pathText(state)}`,
    `done: ${values(done)}`,
    ...(failed.length === 0 ? [] : [`failed: ${values(failed)}`]),
    ...(isSame ? ["isSame: true"] : []),
    ...(after === undefined ? [] : [`after: ${literalText(after)}`]),
  ];
  return `{ ${members.join(", ")} }`;
}

function sourceText(source: PollingSource, { fields }: OperationNames, imports: Imports): string {
  const use = (maker: string, ...texts: readonly string[]): string =>
    `${imports.value(maker, "runtime/polling")}(${texts.map(stringLiteral).join(", ")})`;
  switch (source.kind) {
    case "parameter":
      return use("fromCall", fields.get(parameterKey(source)) ?? source.name);
    case "requestBody":
      return use("fromCall", "body", ...source.path);
    case "answer":
      return use("fromAnswer", ...source.path);
    case "header":
      return use("fromHeader", source.name);
    case "value":
      return `() => (${literalText(source.value)})`;
  }
}
