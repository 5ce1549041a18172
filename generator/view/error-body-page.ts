import { headerLine } from "./header.ts";
import { openImports } from "./imports.ts";
import { isUnknown } from "./is-unknown.ts";
import { typeContext } from "./operation-view.ts";
import type { ImportView, Page } from "./page.ts";
import { successes } from "./result-view.ts";
import { typeText } from "./type-text.ts";
import { unionOf } from "./type-context.ts";
import type { ViewContext } from "./view-context.ts";
import { answerKind } from "./wire-text.ts";

export interface ErrorBodyView {
  readonly header: string;
  readonly imports: readonly ImportView[];
  readonly text: string;
}

/** The file that says what errors carry: the union of all schemas that the spec declares for them. */
export function errorBodyPage(views: ViewContext): Page<ErrorBodyView> {
  const imports = openImports("", new Set(["ErrorResponseBody"]));
  const types = { ...typeContext(views, imports), direction: "response", isOpen: true } as const;
  const shapes = views.api.operations.flatMap((operation) => {
    const good = successes(operation);
    const errors = operation.responses.filter((response) => !good.includes(response));
    return errors.flatMap(({ media }) => media).filter((one) => answerKind(one) === "json");
  });
  const told = shapes.flatMap(({ shape }) => (shape === undefined ? [] : [shape]));
  const isAnything = told.length === 0 || told.some((shape) => isUnknown(shape, types));
  return {
    path: "src/error-body.ts",
    template: "client/error-body.ts.hbs",
    view: {
      header: headerLine(views),
      text: isAnything ? "unknown" : unionOf(told.map((shape) => typeText(shape, types))).text,
      imports: imports.list(),
    },
  };
}
