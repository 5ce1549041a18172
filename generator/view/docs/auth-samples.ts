import type { SecurityScheme } from "../../model/api.ts";
import { type Helper, isGrant } from "../auth-helpers.ts";
import { isSent } from "../descriptor-view.ts";
import { propertyKey } from "../text.ts";
import type { DocsContext } from "./docs-context.ts";
import { callLines } from "./example-call.ts";
import {
  callWith,
  clientLines,
  grantProgram,
  grantStatement,
  optionsWith,
  takenFrom,
} from "./grant-samples.ts";
import { clientOptions, clientStatement, clientWithLines } from "./sample-code.ts";
import { programBlock } from "./sample-program.ts";
import type { ExampleValue } from "./value-layout.ts";

/** The first thing to read of authentication: a grant where the API has one, else a function, else what there is. */
export function firstAuthProgram(
  helpers: readonly Helper[],
  options: ReadonlyMap<string, ExampleValue>,
  docs: DocsContext,
): string {
  const first = helpers.find(({ kind }) => isGrant(kind));
  if (first !== undefined) return grantProgram(first, helpers, docs);
  if (!options.has("auth")) return "";
  return (
    ownTokenProgram(docs) ||
    programBlock({ [docs.packageName]: ["createClient"] }, [clientStatement(options)])
  );
}

/** A client that is given its credential as it is; empty where no operation takes any. */
export function plainProgram({ views, entries, packageName }: DocsContext): string {
  const all = [...entries.values()].map(({ operation }) => clientOptions(views, operation));
  const options = all.find((one) => one.has("auth"));
  return options === undefined
    ? ""
    : programBlock({ [packageName]: ["createClient"] }, [clientStatement(options)]);
}

/** A function that is told what has been refused; empty where no credential is given by one. */
export function ownTokenProgram(docs: DocsContext): string {
  const { views, packageName } = docs;
  const scheme = views.api.schemes.find((one) => isSent(one) && isAsked(one));
  if (scheme === undefined) return "";
  const entry = callWith(scheme, docs);
  const place = clientOptions(views, {
    servers: entry?.operation.servers ?? views.api.servers,
    security: [],
  });
  return programBlock({ [packageName]: ["createClient"] }, [
    'let kept = "";',
    "",
    ...clientWithAuth(place, scheme, docs),
    ...(entry === undefined ? [] : ["", ...callLines(entry, views)]),
  ]);
}

/** Whether a scheme's credential may be a function. */
export function isAsked(scheme: SecurityScheme): boolean {
  return !(scheme.kind === "http" && scheme.scheme === "basic");
}

const renewing = [
  "async ({ rejected }) => {",
  '  if (kept === "" || kept === rejected) {',
  '    const response = await fetch("https://tokens.example.com");',
  "    kept = await response.text();",
  "  }",
  "  return kept;",
  "},",
];

function clientWithAuth(
  place: ReadonlyMap<string, ExampleValue>,
  { name }: SecurityScheme,
  { views }: DocsContext,
): readonly string[] {
  if (views.api.schemes.filter(isSent).length === 1) return [clientWithLines(place, "auth", renewing)];
  const [first = "", ...others] = renewing;
  const members = [`  ${propertyKey(name)}: ${first}`, ...others.map((line) => `  ${line}`)];
  return [clientWithLines(place, "auth", ["{", ...members, "},"])];
}

/** A store that keeps the token of a grant where the caller wants it. */
export function storeProgram(helper: Helper, docs: DocsContext): string {
  const lines = [
    "// In the place of a file, a database or localStorage.",
    "const kept = new Map<string, Token>();",
    "",
    "const tokens: TokenStore = {",
    '  get: async () => kept.get("my-service"),',
    "  set: async (token) => {",
    '    kept.set("my-service", token);',
    "  },",
    "};",
    grantStatement(helper, { store: { expression: "tokens" } }),
    ...clientLines(helper, "grant", docs),
  ];
  const types = { [`${docs.packageName}/auth`]: ["Token", "TokenStore"] };
  return programBlock(takenFrom(docs, [helper.name]), lines, types);
}

/** What a program does about a token that it is not given; empty where the token alone calls nothing. */
export function refusalProgram(helper: Helper, docs: DocsContext): string {
  const entry = callWith(helper.scheme, docs);
  if (entry === undefined) return "";
  const { views, packageName } = docs;
  const taken = takenFrom(docs, [helper.name]);
  const credential = { expression: "grant" };
  return programBlock({ ...taken, [packageName]: [...(taken[packageName] ?? []), "OAuthError"] }, [
    grantStatement(helper),
    clientStatement(optionsWith(helper.scheme.name, credential, entry.operation.servers, views)),
    "",
    "try {",
    ...callLines(entry, views, 2),
    "} catch (error) {",
    "  if (!(error instanceof OAuthError)) throw error;",
    "  console.error(error.error, error.error_description);",
    "}",
  ]);
}
