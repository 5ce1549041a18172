import type { OutputName } from "../config/config.ts";
import { authPages } from "./auth-page.ts";
import { clientPage } from "./client-page.ts";
import { docsPages } from "./docs/docs-pages.ts";
import { errorBodyPage } from "./error-body-page.ts";
import { int64Pages } from "./int64-page.ts";
import { indexPage } from "./index-page.ts";
import { licensePages } from "./license-page.ts";
import { modelPage } from "./model-page.ts";
import { operationsPage } from "./operations-page.ts";
import { packagePage, tsconfigPage } from "./package-page.ts";
import type { Page } from "./page.ts";
import { runtimePages } from "./runtime-page.ts";
import { transportPage } from "./transport-page.ts";
import { validationPages } from "./validation-page.ts";
import type { ViewContext } from "./view-context.ts";
import { webhooksPages } from "./webhooks-page.ts";

/** Every file that a template draws, for the outputs that are asked for. */
export function buildPages(views: ViewContext): readonly Page[] {
  const makes = (output: OutputName): boolean => views.config.outputs.includes(output);
  const client = makes("client")
    ? [
        clientPage(views),
        transportPage(views),
        ...authPages(views),
        errorBodyPage(views),
        ...int64Pages(views),
        ...runtimePages(views),
        ...validationPages(views),
        ...views.groups.map((group) => operationsPage(group, views)),
      ]
    : [];
  // A client without the types that it speaks of would not compile.
  const hasModels = makes("client") || makes("models");
  const models = hasModels
    ? [...views.api.models.map((model) => modelPage(model, views)), ...webhooksPages(views), indexPage(views)]
    : [];
  const sources =
    hasModels || makes("schema") ? [packagePage(views), tsconfigPage(), ...licensePages(views)] : [];
  const docs = makes("docs") ? docsPages(views) : [];
  return [...client, ...models, ...sources, ...docs];
}
