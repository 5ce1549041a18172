import type { Operation } from "../model/operation.ts";
import { operationKey } from "../names/names.ts";
import { type CalledView, calledView } from "./called-view.ts";
import { docComment } from "./doc-comment.ts";
import { headerLine } from "./header.ts";
import { openImports } from "./imports.ts";
import { operationDoc, typeContext } from "./operation-view.ts";
import type { ImportView, MemberView, Page } from "./page.ts";
import { propertyKey } from "./text.ts";
import type { ViewContext } from "./view-context.ts";

export interface WebhooksView {
  readonly header: string;
  readonly imports: readonly ImportView[];
  readonly webhooks: readonly CalledView[];
  /** The type that lists them. */
  readonly name: string;
  readonly doc: readonly string[];
  readonly members: readonly MemberView[];
  /** The type of what any of them sends. */
  readonly body: string;
  readonly bodyDoc: readonly string[];
}

/** A webhook with the name of its type. */
export interface NamedWebhook {
  readonly called: Operation;
  readonly type: string;
}

/** The webhooks that have a type, in the order of the spec. */
export function namedWebhooks({ api, names }: ViewContext): readonly NamedWebhook[] {
  return api.webhooks.flatMap((called) => {
    const type = names.webhooks.types.get(operationKey(called));
    return type === undefined ? [] : [{ called, type }];
  });
}

/** The file that tells what the API sends by itself; none where it sends nothing. Types only. */
export function webhooksPages(views: ViewContext): readonly Page<WebhooksView>[] {
  const webhooks = namedWebhooks(views);
  if (webhooks.length === 0) return [];
  const { list, body, types } = views.names.webhooks;
  const models = [...views.names.models.values()].flatMap(({ type, input }) => [type, input ?? type]);
  const imports = openImports("", new Set([...models, list, body, ...types.values()]));
  const context = typeContext(views, imports);
  const page: Page<WebhooksView> = {
    path: "src/webhooks.ts",
    template: "models/webhooks.ts.hbs",
    view: {
      header: headerLine(views),
      webhooks: webhooks.map(({ called, type }) => calledView(called, type, operationDoc(called), context)),
      name: list,
      doc: docComment([{ own: "The requests that the API sends by itself, by their names." }]),
      members: listMembers(webhooks),
      body,
      bodyDoc: docComment([{ own: `The body of any of the {@link ${list}}.` }]),
      imports: imports.list(),
    },
  };
  return [page];
}

/** One member for each name; the method tells apart the requests that share it. */
function listMembers(webhooks: readonly NamedWebhook[]): readonly MemberView[] {
  const types = new Map<string, string[]>();
  for (const { called, type } of webhooks) {
    const known = types.get(called.path);
    if (known === undefined) types.set(called.path, [type]);
    else known.push(type);
  }
  return [...types].map(([name, all]) => ({ doc: [], key: propertyKey(name), text: all.join(" | ") }));
}
