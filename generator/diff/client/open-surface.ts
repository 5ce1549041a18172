import type { Config } from "../../config/config.ts";
import type { Api, Model } from "../../model/api.ts";
import { referredIds } from "../../model/directions.ts";
import { everyShape } from "../../model/every-shape.ts";
import type { Body, Operation, Response } from "../../model/operation.ts";
import { type Names, type OperationNames, parameterKey } from "../../names/names.ts";
import { calledBack, calledView } from "../../view/called-view.ts";
import { errorBodyPage } from "../../view/error-body-page.ts";
import { promiseText } from "../../view/follow-up-view.ts";
import type { Imports } from "../../view/imports.ts";
import { type DeclarationView, modelPage } from "../../view/model-page.ts";
import { typeContext } from "../../view/operation-view.ts";
import type { MemberView } from "../../view/page.ts";
import { mustBeGiven } from "../../view/path-default.ts";
import { paramsView } from "../../view/params-view.ts";
import { resultView, successes } from "../../view/result-view.ts";
import { transportPage } from "../../view/transport-page.ts";
import { type NamedOperation, openViews, type ViewContext } from "../../view/view-context.ts";
import { namedWebhooks } from "../../view/webhooks-page.ts";
import { parseMembers, parseType } from "./parse-type.ts";
import type { ClientCall, DeclaredType, Origin, Surface } from "./surface.ts";
import type { TsType } from "./ts-type.ts";

/** What the generated package of an API exports, made of the same views as the package itself. */
export function openSurface(api: Api, names: Names, config: Config): Surface {
  const views = openViews(api, names, { ...config, ...allOutputs });
  const unmet = unmetModels(views);
  const operations = views.groups.flatMap((group) => group.operations);
  const types = [
    ...api.models.flatMap((model) => modelTypes(model, views, unmet)),
    ...operations.flatMap((named) => operationTypes(named, views)),
    ...namedWebhooks(views).flatMap(({ called, type }) => calledTypes(called, type, views)),
    errorType(views),
    optionsType(views),
  ];
  return {
    names,
    types: new Map(types.map((type) => [type.name, type])),
    calls: operations.map((named) => callOf(named, views)),
    groups: new Map(views.groups.map(({ group }) => [group.property, group.type])),
    models: views.models,
    directions: views.directions,
    discriminators: views.discriminators,
  };
}

const allOutputs: Pick<Config, "outputs"> = { outputs: ["client", "models"] };

/** Names that are the same wherever they are printed. */
const plainImports: Imports = { type: (name) => name, value: (name) => name, list: () => [] };

/** The ids of the models that no operation leads to, and of all that these lead to. */
function unmetModels({ models, directions }: ViewContext): ReadonlySet<string> {
  const isMet = (id: string): boolean => {
    const { request = false, response = false } = directions.get(id) ?? {};
    return request || response;
  };
  const found = new Set([...models.keys()].filter((id) => !isMet(id)));
  // A set that grows while it is walked through is walked through to its end.
  for (const id of found) {
    const shape = models.get(id)?.shape;
    if (shape !== undefined)
      for (const inner of everyShape(shape).flatMap(referredIds)) if (models.has(inner)) found.add(inner);
  }
  return found;
}

function modelTypes(model: Model, views: ViewContext, unmet: ReadonlySet<string>): readonly DeclaredType[] {
  const { type, input } = views.names.models.get(model.id) ?? { type: model.id };
  const { request = false, response = false } = views.directions.get(model.id) ?? {};
  const origin = { place: model.place, shape: model.shape, schema: model.key };
  const page = once(() => modelPage(model, views).view.declarations);
  const declaration = (name: string, index: number): Omit<DeclaredType, "made" | "read"> => {
    const made = (): DeclarationView | undefined => page()[index];
    const common = { subject: model, values: () => valuesOf(made()) };
    return { ...declared(name, () => made() ?? { text: "unknown" }, origin), ...common };
  };
  // What no operation leads to can only be read.
  if (input === undefined)
    return [{ ...declaration(type, 0), made: request, read: response || unmet.has(model.id) }];
  return [
    { ...declaration(type, 0), made: false, read: true },
    { ...declaration(input, 1), made: true, read: false },
  ];
}

function valuesOf(view: DeclarationView | undefined): ReadonlyMap<string, string> | undefined {
  return view?.hasValues === true ? new Map(view.values.map(({ key, text }) => [key, text])) : undefined;
}

interface Declaration {
  readonly isInterface?: boolean;
  readonly members?: readonly MemberView[];
  readonly text?: string;
}

/** A type that is printed when somebody asks for it: most types of two versions are the same without that. */
function declared(
  name: string,
  print: () => Declaration,
  origin: Origin,
): Omit<DeclaredType, "made" | "read" | "subject"> {
  const printed = once(print);
  const text = once(() => {
    const { isInterface = false, members = [], text: alias = "" } = printed();
    return isInterface ? members.map((member) => `${member.key}: ${member.text};`).join("\n") : `= ${alias}`;
  });
  const type = once(() => {
    const { isInterface = false, members = [], text: alias = "" } = printed();
    return isInterface ? parseMembers(members) : parseType(alias);
  });
  return { name, text, type, origin, values: () => undefined };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function operationTypes({ operation, names }: NamedOperation, views: ViewContext): readonly DeclaredType[] {
  const context = typeContext(views, plainImports);
  const result = once(() =>
    resultView(operation, names, { ...context, direction: "response", isOpen: true }),
  );
  const params = (): Declaration =>
    paramsView(operation, names, { ...context, direction: "request", isOpen: false });
  const answer = answerOrigin(operation);
  const sent = { place: operation.place, members: fieldOrigins(operation, names), operation };
  const read = { made: false, read: true, subject: operation };
  return [
    { ...declared(names.params, params, sent), made: true, read: false, subject: operation },
    { ...declared(names.result, () => ({ text: result().text }), answer), ...read },
    { ...declared(names.response, () => ({ text: result().responseText }), answer), ...read },
    ...calledBack(operation, names).flatMap(({ called, type }) => calledTypes(called, type, views)),
  ];
}

function fieldOrigins(operation: Operation, { fields }: OperationNames): ReadonlyMap<string, Origin> {
  const origins = new Map<string, Origin>();
  for (const parameter of operation.parameters) {
    const field = fields.get(parameterKey(parameter)) ?? parameter.name;
    origins.set(field, { place: parameter.place, shape: parameter.shape, operation });
  }
  if (operation.body !== undefined) origins.set("body", bodyOrigin(operation.body, operation));
  return origins;
}

function bodyOrigin({ place, media }: Body, operation: Operation): Origin {
  return { place, shape: media[0]?.shape, operation };
}

/** Several answers are told by their operation. */
function answerOrigin(operation: Operation): Origin {
  const good = successes(operation);
  const [only] = good;
  return only === undefined || good.length > 1
    ? { place: operation.place, operation }
    : responseOrigin(only, operation);
}

function responseOrigin({ place, media }: Response, operation: Operation): Origin {
  return { place, shape: media[0]?.shape, operation };
}

/** What the API sends is read, and what it is answered is made. */
function calledTypes(called: Operation, name: string, views: ViewContext): readonly DeclaredType[] {
  const origin: Origin = {
    place: called.place,
    members: new Map(called.body === undefined ? [] : [["body", bodyOrigin(called.body, called)]]),
    operation: called,
  };
  const print = (): Declaration => {
    const { members } = calledView(called, name, [], typeContext(views, plainImports));
    return { isInterface: true, members };
  };
  return [{ ...declared(name, print, origin), made: true, read: true, subject: called, isCalled: true }];
}

/** What errors carry; it comes from everywhere. */
function errorType(views: ViewContext): DeclaredType {
  const origin = { place: { file: "", pointer: "" } };
  const print = (): Declaration => ({ text: errorBodyPage(views).view.text });
  return { ...declared("ErrorResponseBody", print, origin), made: false, read: true, subject: undefined };
}

function optionsType(views: ViewContext): DeclaredType {
  const { schemes, servers } = views.api;
  const place = schemes[0]?.place ??
    servers[0]?.place ?? { file: "", pointer: "/components/securitySchemes" };
  const print = (): Declaration => ({ isInterface: true, members: transportPage(views).view.options });
  return { ...declared("ClientOptions", print, { place }), made: true, read: false, subject: undefined };
}

function callOf({ operation, names }: NamedOperation, views: ViewContext): ClientCall {
  return {
    operation,
    names,
    isOptional: !operation.parameters.some(mustBeGiven) && operation.body?.required !== true,
    promise: once((): TsType => {
      return parseType(promiseText({ operation, names }, views, plainImports, (type) => type));
    }),
  };
}
