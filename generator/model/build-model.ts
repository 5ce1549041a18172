import type { SpecDocument } from "../load/document.ts";
import { items, member, members, textOf } from "../load/node.ts";
import { sharedAnchors } from "../load/shared-anchors.ts";
import type { Api, Model, Tag } from "./api.ts";
import { buildDocs, buildExtensions } from "./build-notes.ts";
import { buildPathItem, type OperationContext } from "./build-operation.ts";
import { buildSchemes, buildSecurity } from "./build-security.ts";
import { buildServers } from "./build-server.ts";
import { buildShape } from "./build-shape.ts";
import { present } from "./present.ts";
import { listHeirs } from "./list-heirs.ts";
import { openReferences } from "./references.ts";
import { buildSwaggerSchemes } from "./swagger/build-swagger-schemes.ts";
import { buildSwaggerServers } from "./swagger/build-swagger-servers.ts";

/**
 * Build the model of a whole spec. Total: whatever the spec gets wrong is left out, and `validate` has told
 * the author. Every list is in the order of the spec.
 *
 * @param mark what the id of every model begins with, so that those of two versions of a spec can stand side by side
 */
export function buildModel(document: SpecDocument, mark = ""): Api {
  const { root } = document;
  const info = member(root, "info");
  const isSwagger = document.version === "2.0";
  const servers = isSwagger ? buildSwaggerServers(root) : (buildServers(member(root, "servers")) ?? []);
  const context: OperationContext = {
    document,
    references: openReferences(document, mark),
    heirs: listHeirs(document),
    sharedAnchors: sharedAnchors(document),
    servers,
    security: buildSecurity(root) ?? [],
  };
  const outside: OperationContext = { ...context, servers: [], security: [] };
  const operations = members(member(root, "paths"))
    .filter(([path]) => path.startsWith("/"))
    .flatMap(([path, item]) => buildPathItem(context, path, item));
  const webhooks = members(member(root, "webhooks")).flatMap(([name, item]) =>
    buildPathItem(outside, name, item),
  );
  return present<Api>({
    title: textOf(info, "title") ?? "",
    version: textOf(info, "version") ?? "",
    summary: textOf(info, "summary"),
    description: textOf(info, "description"),
    termsOfService: textOf(info, "termsOfService"),
    contact: buildContact(document),
    license: buildLicense(document),
    docs: buildDocs(root),
    servers,
    tags: buildTags(document),
    schemes: isSwagger ? buildSwaggerSchemes(document) : buildSchemes(document),
    operations,
    webhooks,
    // Last, when every reference has been met; building a model may meet more.
    models: buildModels(context),
    extensions: buildExtensions(root),
  });
}

function buildModels(context: OperationContext): readonly Model[] {
  const models: Model[] = [];
  for (const { id, node, key } of context.references.targets()) {
    models.push(present<Model>({ id, place: node.place, key, shape: buildShape(context, node) }));
  }
  return models;
}

function buildContact(document: SpecDocument): Api["contact"] {
  const contact = member(member(document.root, "info"), "contact");
  return (
    contact &&
    present<NonNullable<Api["contact"]>>({
      name: textOf(contact, "name"),
      url: textOf(contact, "url"),
      email: textOf(contact, "email"),
    })
  );
}

function buildLicense(document: SpecDocument): Api["license"] {
  const license = member(member(document.root, "info"), "license");
  const name = textOf(license, "name");
  if (name === undefined) return undefined;
  return present<NonNullable<Api["license"]>>({
    name,
    identifier: textOf(license, "identifier"),
    url: textOf(license, "url"),
  });
}

function buildTags(document: SpecDocument): readonly Tag[] {
  return items(member(document.root, "tags")).flatMap((node) => {
    const name = textOf(node, "name");
    if (name === undefined) return [];
    return [
      present<Tag>({
        name,
        property: textOf(node, "x-name"),
        summary: textOf(node, "summary"),
        description: textOf(node, "description"),
        docs: buildDocs(node),
        parent: textOf(node, "parent"),
        extensions: buildExtensions(node, ["x-name"]),
      }),
    ];
  });
}
