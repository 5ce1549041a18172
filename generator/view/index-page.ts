import { grantExports, type RootExport, rootClient, rootRuntime } from "../names/root-exports.ts";
import { authNames, hasAuthPage } from "./auth-page.ts";
import { callbackTypes } from "./called-view.ts";
import { headerLine } from "./header.ts";
import { hasValues } from "./model-page.ts";
import type { ExportView, Page } from "./page.ts";
import { stringLiteral } from "./text.ts";
import type { ViewContext } from "./view-context.ts";

export interface IndexView {
  readonly header: string;
  readonly exports: readonly ExportView[];
}

/** The public surface: named exports only, so that each new name shows as a word in a diff. */
export function indexPage(views: ViewContext): Page<IndexView> {
  const hasClient = views.config.outputs.includes("client");
  return {
    path: "src/index.ts",
    template: "client/index.ts.hbs",
    view: {
      header: headerLine(views),
      exports: [...(hasClient ? clientExports(views) : []), ...webhookExports(views), ...modelExports(views)],
    },
  };
}

function clientExports(views: ViewContext): readonly ExportView[] {
  const { groups } = views;
  const hasGrants = hasAuthPage(views);
  const functions = new Set(
    groups.flatMap(({ operations: listed }) => listed.map(({ names }) => names.function)),
  );
  // Who calls an operation like one of them finds it in `./auth` only.
  const helpers = authNames(views).filter((name) => !functions.has(name));
  const operations = groups.flatMap(({ group, operations: listed }) => {
    const module = `operations/${group.property}`;
    const types = listed.flatMap(({ names }) => [
      names.params,
      names.response,
      names.result,
      ...callbackTypes(names.callbacks),
    ]);
    return [
      statement(
        listed.map(({ names }) => names.function),
        module,
        false,
      ),
      statement(types, module, true),
    ];
  });
  return [
    ...rootClient.map((one) =>
      one.module === "client" && one.isType
        ? statement([...one.names, ...groups.map(({ group }) => group.type)], one.module, true)
        : rootStatement(one),
    ),
    ...(helpers.length === 0 ? [] : [statement(helpers, "auth", false)]),
    ...operations,
    ...rootRuntime.map((one) => rootStatement(one, (name) => hasGrants || !grantExports.has(name))),
  ];
}

function webhookExports({ names }: ViewContext): readonly ExportView[] {
  const { list, body, types } = names.webhooks;
  return types.size === 0 ? [] : [statement([list, body, ...types.values()], "webhooks", true)];
}

function modelExports({ api, names }: ViewContext): readonly ExportView[] {
  const files = api.models.flatMap((model) => {
    const named = names.models.get(model.id);
    return named === undefined ? [] : [{ ...named, isValue: hasValues(model) }];
  });
  const sorted = [...files].sort((a, b) => (a.type < b.type ? -1 : 1));
  return sorted.flatMap(({ type, input, isValue }) => {
    const module = `models/${type}`;
    const inputs = input === undefined ? [] : [input];
    if (!isValue) return [statement([type, ...inputs], module, true)];
    const values = statement([type], module, false);
    return inputs.length === 0 ? [values] : [values, statement(inputs, module, true)];
  });
}

function rootStatement(
  { names, module, isType }: RootExport,
  isWanted = (_name: string) => true,
): ExportView {
  return statement(names.filter(isWanted), module, isType);
}

function statement(names: readonly string[], module: string, isType: boolean): ExportView {
  const sorted = [...names].sort((a, b) => (a < b ? -1 : 1));
  return { names: sorted.join(", "), from: stringLiteral(`./${module}.js`), isType };
}
