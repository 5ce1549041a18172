import { authHelpers } from "../auth-helpers.ts";
import { isSent } from "../descriptor-view.ts";
import { headerLine } from "../header.ts";
import type { Page } from "../page.ts";
import { hasValidationPage } from "../validation-page.ts";
import { isAsked } from "./auth-samples.ts";
import { authenticationWay } from "./authentication-page.ts";
import { codeBlock } from "./code-text.ts";
import { type DocsContext, type Folder, wayTo, wayToReadme } from "./docs-context.ts";
import { htmlComment } from "./html-comment.ts";
import { headingAnchors, linkTo } from "./markdown-text.ts";
import { type RequestsSamples, requestsSamples } from "./requests-samples.ts";
import { clientOptions, clientStatement, importLine } from "./sample-code.ts";
import { easiestCall } from "./sample-program.ts";

/** The guide to what happens to requests on their way; each word is Markdown in final form. */
export interface RequestsView {
  readonly header: string;
  readonly samples: RequestsSamples;
  readonly optionsLink: string;
  readonly errorsLink: string;
  readonly hasAuth: boolean;
  readonly authLink: string;
  readonly hasGrants: boolean;
  /** A sample; empty where no body is JSON. */
  readonly validation: string;
}

const path = "docs/requests.md";

/** The page that every package has. */
export function requestsPage(docs: DocsContext): Page<RequestsView> {
  const { views } = docs;
  const entry = easiestCall([...docs.entries.values()], views);
  const options = clientOptions(views, entry?.operation ?? { servers: views.api.servers, security: [] });
  return {
    path,
    template: "docs/requests.md.hbs",
    view: {
      header: htmlComment(headerLine(views)),
      samples: requestsSamples(entry, options, docs),
      optionsLink: linkTo("The map", `${wayTo("docs/api.md", "docs/")}#options-of-the-client`),
      errorsLink: linkTo("error", wayToReadme("Errors", docs, "docs/")),
      hasAuth: views.api.schemes.some(isSent),
      authLink: views.api.schemes.some((scheme) => isSent(scheme) && isAsked(scheme))
        ? linkTo("Authentication", authenticationWay("docs/"))
        : "",
      hasGrants: authHelpers(views).length > 0,
      validation: hasValidationPage(views) ? validationSample(docs.packageName, options) : "",
    },
  };
}

function validationSample(packageName: string, options: ReturnType<typeof clientOptions>): string {
  const withFetch = new Map(options).set("fetch", { expression: 'withValidation({ responses: "warn" })' });
  const lines = [
    importLine(["createClient"], packageName),
    importLine(["withValidation"], `${packageName}/validation`),
    "",
    clientStatement(withFetch),
  ];
  return codeBlock(lines.join("\n"), "ts");
}

/** The sections of the page that others point to. */
export type RequestsSection =
  | "Retries"
  | "Whole answers"
  | "Logging"
  | "Middleware"
  | "Proxies and certificates"
  | "Clients with other options"
  | "Calls that the spec does not name"
  | "Testing";

/** The way to a section of the page, or to the page. */
export function wayToRequests(from: Folder, heading?: RequestsSection): string {
  const [anchor] = heading === undefined ? [] : headingAnchors([heading]);
  return `${wayTo(path, from)}${anchor === undefined ? "" : `#${anchor}`}`;
}
