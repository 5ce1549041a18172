import type { SecurityScheme } from "../../model/api.ts";
import { type Helper, loginPlace } from "../auth-helpers.ts";
import { isSent } from "../descriptor-view.ts";
import { stringLiteral } from "../text.ts";
import type { ViewContext } from "../view-context.ts";
import type { DocsContext, OperationEntry } from "./docs-context.ts";
import { callLines } from "./example-call.ts";
import { callStatement, clientOptions, clientStatement } from "./sample-code.ts";
import { easiestCall, programBlock, suffices, type Taken } from "./sample-program.ts";
import type { ExampleValue } from "./value-layout.ts";

const redirectUri = "https://app.example.com/callback";
const client = { clientId: "your client id", clientSecret: "your client secret" };

/** What each grant is made with; the authorization code takes two steps, and the implicit grant is none. */
const given: Readonly<Partial<Record<Helper["kind"], Readonly<Record<string, ExampleValue>>>>> = {
  clientCredentials: client,
  password: { clientId: client.clientId, username: "your name", password: "your password" },
  refreshToken: { clientId: client.clientId, refreshToken: "the refresh token of an earlier login" },
  saml2Bearer: { ...client, assertion: "the assertion in base64" },
  customGrant: {
    ...client,
    grantType: "urn:ietf:params:oauth:grant-type:jwt-bearer",
    form: { expression: '() => ({ assertion: "a signed JWT" })' },
  },
};

/** A program that gets a token by a helper and calls something with it. */
export function grantProgram(helper: Helper, helpers: readonly Helper[], docs: DocsContext): string {
  if (helper.kind === "authorizationCode") return codeProgram(helper, helpers, docs);
  if (helper.kind === "readImplicitRedirect") return implicitProgram(helper, docs);
  return programBlock(takenFrom(docs, [helper.name]), [
    grantStatement(helper),
    ...clientLines(helper, "grant", docs),
  ]);
}

/** Whether a grant is made in one step. */
export function isPlain({ kind }: Helper): boolean {
  return given[kind] !== undefined;
}

/** Makes such a grant. */
export function grantStatement(
  { kind, name }: Helper,
  more: Readonly<Record<string, ExampleValue>> = {},
): string {
  const object = new Map(Object.entries({ ...given[kind], ...more }));
  return callStatement({ assign: "const grant =", callee: name, before: [], object, after: [] });
}

/** An operation that is called like a helper takes its place at the root of the package. */
export function takenFrom({ views, packageName }: DocsContext, helpers: readonly string[]): Taken {
  const functions = new Set(
    views.groups.flatMap(({ operations }) => operations.map(({ names }) => names.function)),
  );
  const others = helpers.filter((name) => functions.has(name));
  return {
    [packageName]: ["createClient", ...helpers.filter((name) => !functions.has(name))],
    ...(others.length === 0 ? {} : { [`${packageName}/auth`]: others }),
  };
}

/** The client that is given what an expression says, and a call where the credential is enough for one. */
export function clientLines(
  { scheme }: Pick<Helper, "scheme">,
  expression: string,
  docs: DocsContext,
): readonly string[] {
  const { views } = docs;
  const entry = callWith(scheme, docs);
  return [
    clientStatement(optionsWith(scheme.name, { expression }, entry?.operation.servers, views)),
    ...(entry === undefined ? [] : ["", ...callLines(entry, views)]),
  ];
}

/** The easiest call that one credential is enough for. */
export function callWith(
  { name }: SecurityScheme,
  { views, entries }: DocsContext,
): OperationEntry | undefined {
  const fitting = [...entries.values()].filter(({ operation }) => suffices(name, operation));
  return easiestCall(fitting, views);
}

/** What a client is made with whose credential of one scheme is given. */
export function optionsWith(
  scheme: string,
  credential: ExampleValue,
  servers: Parameters<typeof clientOptions>[1]["servers"] | undefined,
  views: ViewContext,
): ReadonlyMap<string, ExampleValue> {
  const place = clientOptions(views, { servers: servers ?? views.api.servers, security: [] });
  const auth = views.api.schemes.filter(isSent).length > 1 ? new Map([[scheme, credential]]) : credential;
  return new Map([...place, ["auth", auth]]);
}

function codeProgram(helper: Helper, helpers: readonly Helper[], docs: DocsContext): string {
  const { scheme, name } = helper;
  const sender = helpers.find((one) => one.kind === "authorizationUrl" && one.scheme === scheme)?.name ?? "";
  const place = optionsWith("", "", undefined, docs.views);
  const variables = loginPlace(helper.flow, docs.views).variables.flatMap((variable) => {
    const option = docs.views.names.variables.get(variable.name) ?? "";
    const value = place.get(option);
    return typeof value === "string" ? [`${option}: ${stringLiteral(value)}`] : [];
  });
  return programBlock(takenFrom(docs, [name, sender]), [
    `const login = { clientId: ${stringLiteral(client.clientId)}, redirectUri: ${stringLiteral(redirectUri)} };`,
    "",
    "// Step 1: send the person to `url`, and keep the rest in the person's session.",
    ...spreadCall("const { url, ...kept } =", `await ${sender}`, ["...login", ...variables]),
    'console.log("Sign in at", url);',
    "",
    "// Step 2: the person comes back with a code.",
    "const callbackUrl = `${login.redirectUri}?code=from-the-server&state=${kept.state}`;",
    ...spreadCall("const grant =", name, ["...login", "...kept", "callbackUrl"]),
    ...clientLines(helper, "grant", docs),
  ]);
}

/** A call with one object, on one line where that fits. */
function spreadCall(assign: string, callee: string, members: readonly string[]): readonly string[] {
  const line = `${assign} ${callee}({ ${members.join(", ")} });`;
  if (line.length <= 110) return [line];
  return [`${assign} ${callee}({`, ...members.map((member) => `  ${member},`), "});"];
}

function implicitProgram(helper: Helper, docs: DocsContext): string {
  const { packageName } = docs;
  return programBlock({ [packageName]: ["createClient"], [`${packageName}/auth`]: [helper.name] }, [
    "// Where the person came back to, and the state that the person was sent away with.",
    `const callbackUrl = ${stringLiteral(`${redirectUri}#access_token=from-the-server&state=a-state`)};`,
    `const { accessToken } = ${helper.name}(callbackUrl, "a-state");`,
    ...clientLines(helper, "accessToken", docs),
  ]);
}
