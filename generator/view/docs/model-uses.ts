import type { OperationRole, Use, WebhookRole } from "./collect-uses.ts";
import { type DocsContext, wayToModel, wayToOperation, wayToWebhook } from "./docs-context.ts";
import { markdownList } from "./markdown-list.ts";
import { codeLink } from "./markdown-text.ts";

/** Who refers to a model, a line for each: operations and webhooks with what it is to them, then models. Empty if nobody does. */
export function modelUses(id: string, docs: DocsContext): string {
  return markdownList((docs.uses.get(id) ?? []).flatMap((use) => useLine(use, docs)));
}

function useLine(use: Use, { entries, webhooks, views }: DocsContext): readonly string[] {
  if (use.by === "model") {
    const type = views.names.models.get(use.id)?.type;
    return type === undefined ? [] : [codeLink(type, wayToModel(type, "docs/models/"))];
  }
  const said = use.as.map((role) => roles[role]).join(", ");
  if (use.by === "webhook") {
    const webhook = webhooks.get(use.key);
    if (webhook === undefined) return [];
    return [`${codeLink(webhook.type, wayToWebhook(webhook, "docs/models/"))}: ${said}`];
  }
  const entry = entries.get(use.key);
  if (entry === undefined) return [];
  const link = codeLink(entry.call, wayToOperation(entry, "docs/models/"));
  return [`${link}: ${said}`];
}

const roles: Readonly<Record<OperationRole | WebhookRole, string>> = {
  parameter: "in a parameter",
  body: "in the body",
  result: "in the result",
  header: "in a header",
  error: "in errors",
  callback: "in a callback",
  answer: "in your answer",
};
