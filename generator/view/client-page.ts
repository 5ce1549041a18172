import { docComment } from "./doc-comment.ts";
import { headerLine } from "./header.ts";
import { type Imports, openImports } from "./imports.ts";
import { followUpOf, followUpWords, promiseText } from "./follow-up-view.ts";
import { operationDoc, signatureText } from "./operation-view.ts";
import type { ImportView, Page } from "./page.ts";
import { mustBeGiven } from "./path-default.ts";
import { stringLiteral } from "./text.ts";
import type { GroupedOperations, NamedOperation, ViewContext } from "./view-context.ts";

export interface ClientView {
  readonly header: string;
  readonly imports: readonly ImportView[];
  readonly doc: readonly string[];
  readonly groups: readonly GroupView[];
  readonly requestOptions: string;
}

/** The operations of one tag as methods of one object. */
export interface GroupView {
  readonly doc: readonly string[];
  readonly property: string;
  readonly type: string;
  /** The name that the module of its functions goes by. */
  readonly functions: string;
  readonly from: string;
  readonly methods: readonly MethodView[];
}

export interface MethodView {
  readonly doc: readonly string[];
  readonly name: string;
  readonly signature: string;
  readonly promise: string;
}

/** The file of `createClient`: an object for each tag, a method for each operation. */
export function clientPage(views: ViewContext): Page<ClientView> {
  const { api, groups } = views;
  // The items of pages are models of the spec.
  const models = [...views.names.models.values()].flatMap(({ type, input }) => [type, input ?? type]);
  const imports = openImports("", new Set(models));
  const drawn = groups.map((one) => groupView(one, views, imports));
  for (const name of ["ClientOptions"]) imports.type(name, "transport");
  imports.value("createTransport", "transport");
  imports.type("Transport", "runtime/transport");
  imports.type("ApiPromise", "runtime/api-promise");
  const requestOptions = imports.type("RequestOptions", "runtime/raw-request");
  imports.value("request", "runtime/raw-request");
  imports.value("instrumented", "runtime/instruments");
  return {
    path: "src/client.ts",
    template: "client/client.ts.hbs",
    view: {
      header: headerLine(views),
      doc: docComment([
        `Calls ${api.title === "" ? "the API" : `the ${api.title.replace(/^the /i, "")}`}. Also a transport for the operations as functions.`,
      ]),
      groups: drawn,
      requestOptions,
      imports: imports.list(),
    },
  };
}

function groupView(
  { group, description, operations }: GroupedOperations,
  views: ViewContext,
  imports: Imports,
): GroupView {
  const { property, type } = group;
  return {
    doc: docComment([description]),
    property,
    type,
    functions: `${property}Operations`,
    from: stringLiteral(`./operations/${property}.js`),
    methods: operations.map((one) => methodView(one, views, imports)),
  };
}

function methodView(named: NamedOperation, views: ViewContext, imports: Imports): MethodView {
  const { operation, names } = named;
  const isOptional = !operation.parameters.some(mustBeGiven) && operation.body?.required !== true;
  const nameOf = (type: string, { group } = names): string => imports.type(type, `operations/${group}`);
  return {
    doc: operationDoc(operation, followUpWords(followUpOf(operation, views))),
    name: names.function,
    signature: signatureText({ name: names.params, isOptional }, imports, (type) => nameOf(type)),
    promise: promiseText(named, views, imports, nameOf),
  };
}
