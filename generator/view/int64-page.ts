import { headerLine } from "./header.ts";
import { openImports } from "./imports.ts";
import { planText } from "./int64-plan.ts";
import type { ImportView, Page } from "./page.ts";
import type { ViewContext } from "./view-context.ts";

export interface Int64View {
  readonly header: string;
  readonly imports: readonly ImportView[];
  readonly type: string;
  readonly plans: readonly { readonly name: string; readonly text: string }[];
}

/** The constant that says where a model holds integers of 64 bits. The name of no type ends so. */
export function planName(id: string, { names }: ViewContext): string {
  return `${names.models.get(id)?.type ?? id}$int64`;
}

/** The file that says of models where they hold bigints, if any do; models that no answer holds are dropped by bundlers. */
export function int64Pages(views: ViewContext): readonly Page<Int64View>[] {
  const models = views.api.models.filter(({ id }) => views.longModels.has(id));
  if (models.length === 0) return [];
  const imports = openImports("", new Set());
  const type = imports.type("Int64s", "runtime/operation");
  const planOf = (id: string): string => `() => ${planName(id, views)}`;
  const plans = models.map(({ id, shape }) => ({
    name: planName(id, views),
    text: planText(shape, { views, planOf }) ?? "[]",
  }));
  return [
    {
      path: "src/int64.ts",
      template: "client/int64.ts.hbs",
      view: { header: headerLine(views), type, plans, imports: imports.list() },
    },
  ];
}
