import { placeKey } from "../../location.ts";
import type { Json } from "../../json.ts";
import type { Operation } from "../../model/operation.ts";
import { type Group, operationKey } from "../../names/names.ts";
import { packageIdentity } from "../package-page.ts";
import type { NamedOperation, ViewContext } from "../view-context.ts";
import { type NamedWebhook, namedWebhooks } from "../webhooks-page.ts";
import { collectExamples } from "./collect-examples.ts";
import { headingAnchors, linkPath } from "./markdown-text.ts";
import { collectUses, type Use } from "./collect-uses.ts";
import { readmeSections } from "./readme-sections.ts";

/** Where an operation is written about, and how it is called. */
export interface OperationEntry extends NamedOperation {
  readonly group: Group;
  readonly anchor: string;
  /** `api.orders.getOrder`. */
  readonly call: string;
}

/** Where a webhook is written about. */
export interface WebhookEntry extends NamedWebhook {
  readonly anchor: string;
}

/** What the pages of the documentation look up. */
export interface DocsContext {
  readonly views: ViewContext;
  /** The name to install and to import. */
  readonly packageName: string;
  /** By `operationKey`, in the order of the pages. */
  readonly entries: ReadonlyMap<string, OperationEntry>;
  /** By `operationKey`, in the order of the spec. */
  readonly webhooks: ReadonlyMap<string, WebhookEntry>;
  /** A value of the spec for each model that some example shows, by the model's id. */
  readonly examples: ReadonlyMap<string, Json>;
  /** Who refers to a model, by its id. */
  readonly uses: ReadonlyMap<string, readonly Use[]>;
  /** The anchors of the README's sections, by their headings. */
  readonly readme: ReadonlyMap<string, string>;
}

/** Look up once what many pages ask for. */
export function openDocs(views: ViewContext): DocsContext {
  const packageName = packageIdentity(views).name;
  const [, ...anchors] = headingAnchors([packageName, ...readmeSections]);
  return {
    views,
    packageName,
    entries: operationEntries(views),
    webhooks: webhookEntries(views),
    examples: collectExamples(views),
    uses: collectUses(views.api),
    readme: new Map(readmeSections.map((heading, index) => [heading, anchors[index] ?? ""])),
  };
}

/** All operations by `operationKey`, in the order of the pages. */
export function operationEntries(views: ViewContext): DocsContext["entries"] {
  return new Map(views.groups.flatMap(groupEntries));
}

function groupEntries({
  group,
  operations,
}: ViewContext["groups"][number]): readonly (readonly [string, OperationEntry])[] {
  const [, ...anchors] = headingAnchors([group.type, ...operations.map(({ names }) => names.function)]);
  return operations.map((named, index) => [
    operationKey(named.operation),
    { ...named, group, anchor: anchors[index] ?? "", call: `api.${group.property}.${named.names.function}` },
  ]);
}

/** The heading of the page of the webhooks. */
export const webhooksTitle = "Webhooks";

function webhookEntries(views: ViewContext): ReadonlyMap<string, WebhookEntry> {
  const webhooks = namedWebhooks(views);
  const [, ...anchors] = headingAnchors([webhooksTitle, ...webhooks.map(({ type }) => type)]);
  return new Map(
    webhooks.map((one, index) => [operationKey(one.called), { ...one, anchor: anchors[index] ?? "" }]),
  );
}

/** The folder that a page stands in, below the package. */
export type Folder = "" | "docs/" | "docs/models/";

/** The way from a folder to a file of the package. */
export function wayTo(path: string, from: Folder): string {
  const target = from !== "" && path.startsWith(from) ? path.slice(from.length) : undefined;
  if (target !== undefined) return linkPath(target);
  if (from === "docs/models/" && path.startsWith("docs/"))
    return `../${linkPath(path.slice("docs/".length))}`;
  return (from === "" ? "" : from === "docs/" ? "../" : "../../") + linkPath(path);
}

/** The way to what is written about an operation. */
export function wayToOperation({ group, anchor }: OperationEntry, from: Folder): string {
  return `${wayTo(`docs/${group.type}.md`, from)}#${encodeURIComponent(anchor)}`;
}

/** The way to what is written about a webhook. */
export function wayToWebhook({ anchor }: WebhookEntry, from: Folder): string {
  return `${wayTo("docs/webhooks.md", from)}#${encodeURIComponent(anchor)}`;
}

/** The way to the page of a model, by the name of its type. */
export function wayToModel(type: string, from: Folder): string {
  return wayTo(`docs/models/${type}.md`, from);
}

/** The way to a section of the README. */
export function wayToReadme(
  heading: (typeof readmeSections)[number],
  docs: DocsContext,
  from: Folder,
): string {
  return `${wayTo("README.md", from)}#${docs.readme.get(heading) ?? ""}`;
}

/** The entry of the operation that a link of the spec names; undefined if there is none. */
export function linkedEntry(
  { operationId, operationRef }: { readonly operationId?: string; readonly operationRef?: string },
  { entries }: DocsContext,
): OperationEntry | undefined {
  const isTarget = ({ operationId: id, place }: Operation): boolean =>
    operationId === undefined ? placeKey(place) === operationRef : id === operationId;
  return [...entries.values()].find(({ operation }) => isTarget(operation));
}
