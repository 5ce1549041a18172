import type { Page } from "../page.ts";
import type { ViewContext } from "../view-context.ts";
import { apiPage } from "./api-page.ts";
import { authenticationPages } from "./authentication-page.ts";
import { openDocs } from "./docs-context.ts";
import { groupPage } from "./group-page.ts";
import { modelDocsPage } from "./model-docs-page.ts";
import { readmePage } from "./readme-page.ts";
import { requestsPage } from "./requests-page.ts";
import { webhooksDocsPages } from "./webhooks-docs-page.ts";

/** The pages of the documentation: the README of the package, the guides, the map, one for each group, one for webhooks, one for each model. */
export function docsPages(views: ViewContext): readonly Page[] {
  const docs = openDocs(views);
  return [
    readmePage(docs),
    ...authenticationPages(docs),
    requestsPage(docs),
    apiPage(docs),
    ...views.groups.map((group) => groupPage(group, docs)),
    ...webhooksDocsPages(docs),
    ...views.api.models.map((model) => modelDocsPage(model, docs)),
  ];
}
