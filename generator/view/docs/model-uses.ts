import type { OperationRole, Use } from "./collect-uses.ts";
import { type DocsContext, wayToModel, wayToOperation } from "./docs-context.ts";
import { markdownList } from "./markdown-list.ts";
import { codeLink } from "./markdown-text.ts";

/** Who refers to a model, a line for each: operations with what it is to them, then models. Empty if nobody does. */
export function modelUses(id: string, docs: DocsContext): string {
  return markdownList((docs.uses.get(id) ?? []).flatMap((use) => useLine(use, docs)));
}

function useLine(use: Use, { entries, views }: DocsContext): readonly string[] {
  if (use.by === "model") {
    const type = views.names.models.get(use.id)?.type;
    return type === undefined ? [] : [codeLink(type, wayToModel(type, "docs/models/"))];
  }
  const entry = entries.get(use.key);
  if (entry === undefined) return [];
  const link = codeLink(entry.call, wayToOperation(entry, "docs/models/"));
  return [`${link}: ${use.as.map((role) => roles[role]).join(", ")}`];
}

const roles: Readonly<Record<OperationRole, string>> = {
  parameter: "in a parameter",
  body: "in the body",
  result: "in the result",
  header: "in a header",
  error: "in errors",
};
