import { authHelpers, type Helper, isGrant } from "../auth-helpers.ts";
import { isSent } from "../descriptor-view.ts";
import { headerLine } from "../header.ts";
import type { Page } from "../page.ts";
import { headerKeys } from "../transport-page.ts";
import { ownTokenProgram, plainProgram, refusalProgram, storeProgram } from "./auth-samples.ts";
import { codeSpan } from "./code-text.ts";
import { type DocsContext, type Folder, wayTo } from "./docs-context.ts";
import { grantProgram, isPlain } from "./grant-samples.ts";
import { grantOptions, type GrantWords, grantWords } from "./grant-words.ts";
import { htmlComment } from "./html-comment.ts";
import { markdownTable } from "./markdown-table.ts";
import { codeLink, headingAnchors } from "./markdown-text.ts";
import type { Word } from "./runtime-words.ts";
import { authSentences, schemeBlock } from "./scheme-words.ts";

/** The guide to authentication; each word is Markdown in final form, empty where there is nothing to say. */
export interface AuthenticationView {
  readonly header: string;
  readonly auth: string;
  readonly hasSeveral: boolean;
  readonly redirects: string;
  readonly ownToken: string;
  /** A credential as it is, where none is given by a function. */
  readonly sample: string;
  readonly grants: readonly {
    readonly title: string;
    readonly words: string;
    readonly sample: string;
    readonly others: string;
    readonly options: string;
  }[];
  readonly grantOptions: string;
  readonly store: string;
  readonly refusal: string;
  readonly schemes: string;
}

const path = "docs/authentication.md";

/** The page; none for an API that asks for no credential. */
export function authenticationPages(docs: DocsContext): readonly Page<AuthenticationView>[] {
  const { views } = docs;
  const { schemes } = views.api;
  if (schemes.length === 0) return [];
  const helpers = authHelpers(views);
  const ways = waysOf(helpers);
  const plain = helpers.find(isPlain);
  const sent = schemes.filter(isSent);
  const ownToken = ownTokenProgram(docs);
  return [
    {
      path,
      template: "docs/authentication.md.hbs",
      view: {
        header: htmlComment(headerLine(views)),
        auth: authSentences(sent),
        hasSeveral: sent.length > 1,
        redirects: redirectWords(headerKeys(views.api)),
        ownToken,
        sample: ownToken === "" ? plainProgram(docs) : "",
        grants: ways.map(([helper, words]) => ({
          title: words.title,
          words: words.words,
          sample: grantProgram(helper, helpers, docs),
          others: otherNames(helper, helpers),
          options: optionTable(words.options),
        })),
        grantOptions: helpers.some(({ kind }) => isGrant(kind)) ? optionTable(grantOptions) : "",
        store: plain === undefined ? "" : storeProgram(plain, docs),
        refusal: plain === undefined ? "" : refusalProgram(plain, docs),
        schemes: schemes
          .map((scheme) => schemeBlock(scheme, schemes.length, views.api.servers[0]))
          .join("\n\n"),
      },
    },
  ];
}

/** Where keys in headers of the API's own do not go. */
function redirectWords(keys: readonly string[]): string {
  if (keys.length === 0) return "";
  const isOne = keys.length === 1;
  const names = `the header${isOne ? "" : "s"} ${keys.map((key) => codeSpan(key)).join(" and ")}`;
  const which = isOne ? "the header" : "one of them";
  return `A redirect to another origin is followed without ${names}, as it is without \`Authorization\` and \`Cookie\`. A browser tells no program where a redirect leads, so a call there that sends ${which} and is redirected rejects with a \`ConnectionError\`.`;
}

/** The ways to get a token in the order in which they are told, each once: of several schemes the first one's. */
function waysOf(helpers: readonly Helper[]): readonly (readonly [Helper, GrantWords])[] {
  return Object.entries(grantWords).flatMap(([kind, words]) => {
    const helper = helpers.find((one) => one.kind === kind);
    return helper === undefined ? [] : [[helper, words] as const];
  });
}

/** What the other schemes call the same. */
function otherNames(helper: Helper, helpers: readonly Helper[]): string {
  const others = helpers.filter(({ kind, name }) => kind === helper.kind && name !== helper.name);
  if (others.length === 0) return "";
  const words = others.map(({ name, scheme }) => `${codeSpan(name)} for ${codeSpan(scheme.name)}`);
  return `This is for ${codeSpan(helper.scheme.name)}; there is ${words.join(", ")}.`;
}

function optionTable(options: readonly Word[]): string {
  return markdownTable(
    ["Option", "Meaning"],
    options.map(({ name, meaning }) => [codeSpan(name, true), meaning]),
  );
}

/** The way to a section of the page, or to the page. */
export function authenticationWay(from: Folder, heading?: string): string {
  const [anchor] = heading === undefined ? [] : headingAnchors([heading]);
  return `${wayTo(path, from)}${anchor === undefined ? "" : `#${anchor}`}`;
}

/** The grants that the package has, each with where it is told. */
export function grantLinks(docs: DocsContext, from: Folder): readonly string[] {
  const grants = authHelpers(docs.views).filter(({ kind }) => isGrant(kind));
  return waysOf(grants).map(([helper, { title, purpose }]) => {
    return `${codeLink(helper.name, authenticationWay(from, title))}: ${purpose}.`;
  });
}
