import type { Operation } from "../model/operation.ts";
import { docComment } from "./doc-comment.ts";
import { codeSpan } from "./facts.ts";
import { calledBack, type CalledView, calledView } from "./called-view.ts";
import { descriptorFields } from "./descriptor-view.ts";
import { type CallView, callView, followUpOf, followUpWords, promiseText } from "./follow-up-view.ts";
import type { Imports } from "./imports.ts";
import { type ParamsView, paramsView } from "./params-view.ts";
import type { FieldView } from "./read-fields.ts";
import { type ResultView, resultView } from "./result-view.ts";
import type { TypeContext } from "./type-context.ts";
import { fileOf, type NamedOperation, type ViewContext } from "./view-context.ts";

/** One operation: the types that belong to it, how it travels, and the function that calls it. */
export interface OperationView extends CallView {
  readonly name: string;
  readonly doc: readonly string[];
  readonly params: ParamsView;
  readonly result: ResultView;
  /** What it makes the API call. */
  readonly callbacks: readonly CalledView[];
  /** The constant that holds the fields. `$` stands in no name of the spec. */
  readonly descriptor: string;
  readonly fields: readonly FieldView[];
  /** `params: GetOrderParams, options?: CallOptions`. */
  readonly signature: string;
  /** `ApiPromise<GetOrderResult, GetOrderResponse>`. */
  readonly promise: string;
}

/** Everything that the file of a group says about one operation. */
export function operationView(named: NamedOperation, views: ViewContext, imports: Imports): OperationView {
  const { operation, names } = named;
  const context = typeContext(views, imports);
  const params = paramsView(operation, names, { ...context, direction: "request", isOpen: false });
  const result = resultView(operation, names, { ...context, direction: "response", isOpen: true });
  return {
    name: names.function,
    doc: operationDoc(operation, followUpWords(followUpOf(operation, views))),
    params,
    result,
    callbacks: calledBack(operation, names).map(({ called, type }) =>
      calledView(called, type, operationDoc(called), context),
    ),
    descriptor: `${names.function}$`,
    fields: descriptorFields(operation, names, views, imports),
    ...callView(named, views, imports),
    signature: signatureText(params, imports, (type) => type),
    promise: promiseText(named, views, imports, (type, { group }) =>
      group === names.group ? type : imports.type(type, `operations/${group}`),
    ),
  };
}

/** The parameters of a call, in a file where types are known by what `nameOf` says. */
export function signatureText(
  params: Pick<ParamsView, "name" | "isOptional">,
  imports: Imports,
  nameOf: (type: string) => string,
): string {
  const optional = params.isOptional ? "?" : "";
  const options = imports.type("CallOptions", "runtime/transport");
  return `params${optional}: ${nameOf(params.name)}, options?: ${options}`;
}

/** A context that prints types into a file beside the models. */
export function typeContext(views: ViewContext, imports: Imports): Omit<TypeContext, "direction" | "isOpen"> {
  return {
    views,
    isBinary: false,
    nameOf: (type) => imports.type(type, `models/${fileOf(type, views)}`),
    runtimeType: (name, module) => imports.type(name, `runtime/${module}`),
  };
}

/** What an operation does, what can come after its answer, what its caller needs, and what it is on the wire. */
export function operationDoc(operation: Operation, followUp?: string): readonly string[] {
  const { summary, description, method, path, deprecated } = operation;
  const title = summary === undefined ? undefined : summary.trim().replace(/(?<![.!?:…])$/, ".");
  return docComment(
    [title, description, followUp, permissionWords(operation), codeSpan(`${method} ${path}`)],
    deprecated === true ? ["@deprecated"] : [],
  );
}

/** The permissions that a caller needs, as a sentence of Markdown; undefined if there are none. */
export function permissionWords({ permissions }: Operation): string | undefined {
  if (permissions === undefined) return undefined;
  const names = permissions.names.map(codeSpan);
  if (names.length === 1) return `Needs the permission ${names.join("")}.`;
  const how = permissions.mode === "all" ? "all" : "any";
  return `Needs ${how} of the permissions ${names.join(", ")}.`;
}
