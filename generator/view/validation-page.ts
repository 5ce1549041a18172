import { isMap, type Json } from "../json.ts";
import type { Operation } from "../model/operation.ts";
import {
  answers,
  describeBodies,
  groupedBy,
  isJsonAnswer,
  judgedOperations,
  sentJson,
} from "./describe-bodies.ts";
import { headerLine } from "./header.ts";
import { type Imports, openImports } from "./imports.ts";
import { requestBodyType, responseBodyType } from "./media-type-text.ts";
import { typeContext } from "./operation-view.ts";
import type { ImportView, Page } from "./page.ts";
import { literalText, memberKey, stringLiteral } from "./text.ts";
import type { ViewContext } from "./view-context.ts";

/** Validation on demand: the schemas of all JSON bodies, as data for the runtime and as objects for everyone. */
export interface ValidationView {
  readonly header: string;
  readonly imports: readonly ImportView[];
  /** The models that the operations lead to, by name. */
  readonly models: readonly MemberText[];
  readonly operations: readonly OperationBodiesView[];
  /** The names that the file has for what is of the runtime. */
  readonly names: Readonly<Record<"description" | "fetch" | "make" | "options" | "validate", string>>;
}

interface MemberText {
  readonly key: string;
  readonly text: string;
}

/** The bodies of one operation: what they hold, and the types of the objects that judge them. */
export interface OperationBodiesView extends MemberText {
  readonly members: readonly MemberText[];
}

/** The file that nothing of the client imports; none where no body is JSON. */
export function validationPages(views: ViewContext): readonly Page<ValidationView>[] {
  if (!hasValidationPage(views)) return [];
  const taken = [...views.names.models.values()].flatMap(({ type, input }) => [type, input ?? type]);
  const imports = openImports("", new Set(taken));
  const { operations, models } = describeBodies(views);
  const types = new Map(
    judgedOperations(views).map(({ operation, names }) => [
      names.function,
      schemaTypes(operation, views, imports),
    ]),
  );
  const runtime = "runtime/validation";
  const view = {
    header: headerLine(views),
    models: models.map(([name, schema]) => ({ key: memberKey(name), text: openText(schema) })),
    operations: operations.map(([name, bodies]) => ({
      key: memberKey(name),
      text: literalText(bodies),
      members: types.get(name) ?? [],
    })),
    names: {
      description: imports.type("Description", runtime),
      options: imports.type("ValidationOptions", runtime),
      fetch: imports.type("Fetch", "runtime/options"),
      make: imports.value("standardSchemas", runtime),
      validate: imports.value("validatingFetch", runtime),
    },
    imports: imports.list(),
  };
  return [{ path: "src/validation.ts", template: "client/validation.ts.hbs", view }];
}

/** A member on each line of what holds more than scalars, so that one more changes no other. */
function openText(value: Json): string {
  if (!isMap(value) || ![...value.values()].some(isMap)) return literalText(value);
  const members = [...value].map(([key, member]) => `${memberKey(key)}: ${openText(member)},\n`);
  return `{\n${members.join("")}}`;
}

/** Whether there is such a file. */
export function hasValidationPage(views: ViewContext): boolean {
  return views.config.outputs.includes("client") && judgedOperations(views).length > 0;
}

/** What the first JSON of each body is judged by. */
function schemaTypes(operation: Operation, views: ViewContext, imports: Imports): readonly MemberText[] {
  const context = typeContext(views, imports);
  const [sent] = sentJson(operation);
  const received = answers(operation).flatMap(({ status, media }) => {
    const first = media.find(isJsonAnswer);
    if (first === undefined) return [];
    return [
      { status, type: responseBodyType(first, { ...context, direction: "response", isOpen: true }).text },
    ];
  });
  const answered = groupedBy(received, ({ type }) => type).map((alike) => {
    const statuses = alike.map(({ status }) => stringLiteral(status)).join(" | ");
    return `${imports.type("AnswerSchemas", "runtime/standard-schema")}<${statuses}, ${alike[0]?.type}>`;
  });
  const request = sent && requestBodyType(sent, { ...context, direction: "request", isOpen: false }).text;
  return [
    ...(request === undefined
      ? []
      : [
          {
            key: "request",
            text: `${imports.type("StandardSchema", "runtime/standard-schema")}<${request}>`,
          },
        ]),
    ...(answered.length === 0 ? [] : [{ key: "responses", text: answered.join(" & ") }]),
  ];
}
