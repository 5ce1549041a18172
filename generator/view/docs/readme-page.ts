import type { OAuthFlow, SecurityScheme } from "../../model/api.ts";
import { isSent } from "../descriptor-view.ts";
import { headerLine } from "../header.ts";
import { serverNames } from "../server-names.ts";
import { licensePages } from "../license-page.ts";
import type { Page } from "../page.ts";
import { correlationHeaders } from "../transport-page.ts";
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
import { clientVariables, credentialWords } from "./option-words.ts";
import { type ReadmeSamples, readmeSamples } from "./readme-samples.ts";
import { errorClasses } from "./runtime-words.ts";

/** The README of the package; each word is Markdown in final form, empty where there is nothing to say. */
export interface ReadmeView {
  readonly header: string;
  readonly name: string;
  readonly sentence: string;
  readonly install: string;
  readonly samples: ReadmeSamples;
  readonly auth: string;
  readonly schemes: string;
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
      schemes: api.schemes.map((scheme) => schemeBlock(scheme, api.schemes.length)).join("\n\n"),
      variables: markdownList(variableItems(docs)),
      servers: serverList(docs),
      errors: markdownTable(
        ["Class", "When"],
        errorClasses.map(({ name, meaning }) => [codeSpan(name, true), cellText(meaning)]),
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

function authSentences(schemes: readonly SecurityScheme[]): string {
  const [only] = schemes;
  if (only === undefined) return "";
  const lead =
    schemes.length === 1
      ? `${codeSpan("auth")} is ${credentialWords(only)}.`
      : `${codeSpan("auth")} is an object that holds a credential for each scheme that you use.`;
  const isAsked = schemes.some((scheme) => !(scheme.kind === "http" && scheme.scheme === "basic"));
  const asked = "A function is asked before each request, and may answer with a promise.";
  return [lead, ...(isAsked ? [asked] : []), "A call that lacks its credential is not sent."].join(" ");
}

/** What the spec says about a scheme: in its author's words, and where tokens come from. */
function schemeBlock(scheme: SecurityScheme, count: number): string {
  const how = isSent(scheme)
    ? credentialWords(scheme)
    : "not sent by this client; see to it in your own `fetch`";
  const title = count === 1 ? "" : `**${codeSpan(scheme.name)}**: ${how}.`;
  const flows = scheme.kind === "oauth2" ? scheme.flows : [];
  const places = flows.length === 0 ? [] : ["Tokens come from:", markdownList(flows.map(flowLine))];
  return [title, blockText(scheme.description), ...places, scopeTable(flows)]
    .filter((text) => text !== "")
    .join("\n\n");
}

const flowNames: Readonly<Record<OAuthFlow["kind"], string>> = {
  implicit: "Implicit",
  password: "Password",
  clientCredentials: "Client credentials",
  authorizationCode: "Authorization code",
  deviceAuthorization: "Device authorization",
};

function flowLine({
  kind,
  authorizationUrl,
  tokenUrl,
  deviceAuthorizationUrl,
  refreshUrl,
}: OAuthFlow): string {
  const places = [
    ["sign in at", authorizationUrl],
    ["start at", deviceAuthorizationUrl],
    ["get a token at", tokenUrl],
    ["renew it at", refreshUrl],
  ].flatMap(([words, url]) => (url === undefined ? [] : [`${words} ${codeSpan(url)}`]));
  return `${flowNames[kind]}${places.length === 0 ? "" : `: ${places.join(", ")}`}.`;
}

function scopeTable(flows: readonly OAuthFlow[]): string {
  const scopes = new Map(
    flows.flatMap((flow) => flow.scopes.map(({ name, description }) => [name, description])),
  );
  return markdownTable(
    ["Scope", "Meaning"],
    [...scopes].map(([name, description]) => [codeSpan(name, true), cellText(description)]),
  );
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
  const map = `${linkTo("The whole surface", wayTo("docs/api.md", ""))} on one page, each model with a page of its own.`;
  return [map, ...groups, ...(docs.webhooks.size === 0 ? [] : [webhooks])];
}

function licenseSentence({ views }: DocsContext): string {
  const { license } = views.config.package;
  if (license === undefined) return "";
  const words = codeSpan(license);
  // Documentation alone is no package, and comes without the file.
  const isPackage = views.config.outputs.some((output) => output !== "docs");
  return isPackage && licensePages(views).length > 0 ? linkTo(words, wayTo("LICENSE", "")) : words;
}
