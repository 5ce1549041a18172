import { isSent } from "../descriptor-view.ts";
import { headerLine } from "../header.ts";
import { serverNames } from "../server-names.ts";
import { licensePages } from "../license-page.ts";
import type { Page } from "../page.ts";
import { correlationHeaders } from "../transport-page.ts";
import { grantLinks, authenticationWay } from "./authentication-page.ts";
import { codeBlock, codeSpan } from "./code-text.ts";
import { type DocsContext, wayTo } from "./docs-context.ts";
import { htmlComment } from "./html-comment.ts";
import { markdownList } from "./markdown-list.ts";
import { markdownTable } from "./markdown-table.ts";
import {
  asSentence,
  blockText,
  itemTextAfter,
  cellText,
  codeLink,
  firstSentence,
  lineText,
  linkTo,
} from "./markdown-text.ts";
import { hasOpenValues } from "./model-values.ts";
import { docsLink } from "./operation-words.ts";
import { clientVariables } from "./option-words.ts";
import { type ReadmeSamples, readmeSamples } from "./readme-samples.ts";
import { type RequestsSection, wayToRequests } from "./requests-page.ts";
import { errorWords } from "./runtime-words.ts";
import { authSentences } from "./scheme-words.ts";

/** The README of the package; each word is Markdown in final form, empty where there is nothing to say. */
export interface ReadmeView {
  readonly header: string;
  readonly name: string;
  readonly sentence: string;
  readonly install: string;
  readonly samples: ReadmeSamples;
  readonly auth: string;
  readonly grants: string;
  readonly authentication: string;
  readonly requests: RequestLinks;
  readonly variables: string;
  readonly servers: string;
  readonly errors: string;
  readonly correlation: string;
  readonly hasOpenValues: boolean;
  readonly about: string;
  readonly reading: string;
  readonly pages: string;
  readonly license: string;
}

/** Ways to sections of the guide to requests. */
interface RequestLinks {
  readonly page: string;
  readonly answers: string;
  readonly retries: string;
  readonly logging: string;
  readonly middleware: string;
  readonly proxies: string;
  readonly otherOptions: string;
  readonly raw: string;
  readonly testing: string;
}

/** The page that a user of the package reads first. */
export function readmePage(docs: DocsContext): Page<ReadmeView> {
  const { views, packageName } = docs;
  const { api, config } = views;
  const called = api.title === "" ? "an API" : `the ${lineText(api.title.replace(/^the /i, ""))}`;
  return {
    path: "README.md",
    template: "package/README.md.hbs",
    view: {
      header: htmlComment(headerLine(views)),
      name: packageName,
      sentence: asSentence(lineText(config.package.description ?? api.summary) || `A client of ${called}`),
      install: codeBlock(`npm install ${packageName}`, "sh"),
      samples: readmeSamples(docs),
      auth: authSentences(api.schemes.filter(isSent)),
      grants: markdownList(grantLinks(docs, "")),
      authentication: linkTo("The guide to authentication", authenticationWay("")),
      requests: requestLinks(docs),
      variables: markdownList(variableItems(docs)),
      servers: serverList(docs),
      errors: markdownTable(
        ["Class", "When"],
        errorWords(views).map(({ name, meaning }) => [codeSpan(name, true), cellText(meaning)]),
      ),
      correlation: correlationSentence(docs),
      hasOpenValues: hasOpenValues(views),
      about: blockText(api.description),
      reading: docsLink(api.docs),
      pages: markdownList(pageLines(docs)),
      license: licenseSentence(docs),
    },
  };
}

function requestLinks({ entries }: DocsContext): RequestLinks {
  const link = (words: string, heading: RequestsSection): string => linkTo(words, wayToRequests("", heading));
  return {
    page: linkTo("The guide to requests", wayToRequests("")),
    answers: entries.size === 0 ? "" : link("The guide", "Whole answers"),
    retries: link("what is sent again, and when", "Retries"),
    logging: link("Logging", "Logging"),
    middleware: link("Middleware", "Middleware"),
    proxies: link("Proxies and certificates", "Proxies and certificates"),
    otherOptions: link("Clients with other options", "Clients with other options"),
    raw: link("Calls that the spec does not name", "Calls that the spec does not name"),
    testing: entries.size === 0 ? "" : link("Testing", "Testing"),
  };
}

function variableItems({ views }: DocsContext): readonly string[] {
  return clientVariables(views).map(({ option, variable }) => {
    const { description = "", values = [], default: fallback } = variable;
    const isTold = values.every((value) => description.includes(value));
    const list = isTold ? "" : `One of ${values.map((value) => codeSpan(value)).join(", ")}.`;
    const lead = `${codeSpan(option)}, ${codeSpan(fallback)} if absent.`;
    return [itemTextAfter(lead, description), list].filter((text) => text !== "").join("\n\n");
  });
}

function serverList({ views }: DocsContext): string {
  const servers = serverNames(views.api.servers);
  return markdownList(
    [...servers].map(([name, { url, description }]) => {
      const words = firstSentence(description);
      const isTold = words === "" || words.replace(/\.$/, "") === name;
      const lead = name === url ? codeSpan(url) : `${codeSpan(JSON.stringify(name))}, ${codeSpan(url)}`;
      return `${lead}${isTold ? "" : `: ${words}`}`;
    }),
  );
}

function correlationSentence({ views }: DocsContext): string {
  const headers = correlationHeaders(views.api).map((name) => codeSpan(name));
  if (headers.length === 0) return "";
  return `${codeSpan("correlationId")}, from the header ${headers.join(" or ")}, names the call in the server's logs.`;
}

function pageLines(docs: DocsContext): readonly string[] {
  const groups = docs.views.groups.map(({ group, description }) => {
    const words = firstSentence(description);
    return `${codeLink(group.type, wayTo(`docs/${group.type}.md`, ""))}${words === "" ? "" : `: ${words}`}`;
  });
  const webhooks = `${linkTo("Webhooks", wayTo("docs/webhooks.md", ""))}: the requests that the API sends by itself.`;
  const guides = [
    ...(docs.views.api.schemes.length === 0
      ? []
      : [
          `${linkTo("Authentication", authenticationWay(""))}: every way to get a token, and what happens to it.`,
        ]),
    `${linkTo("Requests", wayToRequests(""))}: retries, timeouts, logging, middleware, proxies, testing.`,
  ];
  const map = `${linkTo("The whole surface", wayTo("docs/api.md", ""))} on one page, each model with a page of its own.`;
  return [...guides, map, ...groups, ...(docs.webhooks.size === 0 ? [] : [webhooks])];
}

function licenseSentence({ views }: DocsContext): string {
  const { license } = views.config.package;
  if (license === undefined) return "";
  const words = codeSpan(license);
  // Documentation alone is no package, and comes without the file.
  const isPackage = views.config.outputs.some((output) => output !== "docs");
  return isPackage && licensePages(views).length > 0 ? linkTo(words, wayTo("LICENSE", "")) : words;
}
