import { printJson } from "../json.ts";
import { escapeUnseen } from "../unseen.ts";
import { hasAuthPage } from "./auth-page.ts";
import type { Page } from "./page.ts";
import { hasValidationPage } from "./validation-page.ts";
import type { ViewContext } from "./view-context.ts";

/** How the generated package is called, and which version it has. */
export interface PackageIdentity {
  readonly name: string;
  readonly version: string;
  /** Nobody chose the name, so nothing may be published under it. */
  readonly isPrivate: boolean;
}

/** From the configuration, else made from the title of the API. */
export function packageIdentity({ api, config }: ViewContext): PackageIdentity {
  const { name, version } = config.package;
  return { name: name ?? npmName(api.title), version, isPrivate: name === undefined };
}

/** A title as a name that npm takes: lower case, words joined by hyphens. */
function npmName(title: string): string {
  const plain = title.normalize("NFKD").toLowerCase();
  const name = plain
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 200);
  return name === "" || name === "node-modules"
    ? "api-client"
    : `${name}-client`.replace(/-client-client$/, "-client");
}

export interface JsonView {
  readonly json: string;
}

/** The compiler that the package is built with; a major release may emit differently. */
const compiler = "5.9.3";

/** The package.json of the generated package. */
export function packagePage(views: ViewContext): Page<JsonView> {
  const { config, api } = views;
  const { name, version, isPrivate } = packageIdentity(views);
  const { description, license, author, repository, homepage, keywords } = config.package;
  const hasIndex = config.outputs.includes("client") || config.outputs.includes("models");
  const hasSchema = config.outputs.includes("schema");
  const entry = (module: string): object => ({
    types: `./dist/${module}.d.ts`,
    default: `./dist/${module}.js`,
  });
  const manifest = {
    name,
    version,
    private: isPrivate ? true : undefined,
    description: description ?? api.summary ?? (api.title === "" ? undefined : `Client of the ${api.title}.`),
    keywords: keywords.length === 0 ? undefined : keywords,
    homepage,
    license,
    author,
    repository: typeof repository === "string" ? { type: "git", url: repository } : repository,
    type: "module",
    sideEffects: false,
    exports: {
      // Wire types alone have no index: a bare import finds them.
      ".": entry(hasIndex ? "index" : "schema"),
      "./auth": hasAuthPage(views) ? entry("auth") : undefined,
      "./runtime": config.outputs.includes("client") ? entry("runtime") : undefined,
      "./schema": hasSchema ? entry("schema") : undefined,
      "./validation": hasValidationPage(views) ? entry("validation") : undefined,
      "./package.json": "./package.json",
    },
    files: ["dist", "src", "docs", "openapi.yaml", "CHANGELOG.md"],
    engines: { node: ">=20.19" },
    scripts: { build: "tsc -p tsconfig.json", prepack: "npm run build" },
    devDependencies: { typescript: compiler },
  };
  return jsonPage("package.json", manifest);
}

/** The tsconfig.json that the package is built with. */
export function tsconfigPage(): Page<JsonView> {
  return jsonPage("tsconfig.json", {
    compilerOptions: {
      target: "es2022",
      module: "nodenext",
      lib: ["es2022", "dom", "dom.iterable"],
      types: [],
      rootDir: "src",
      outDir: "dist",
      declaration: true,
      declarationMap: true,
      sourceMap: true,
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      verbatimModuleSyntax: true,
      isolatedModules: true,
      isolatedDeclarations: true,
      erasableSyntaxOnly: true,
      skipLibCheck: false,
    },
    include: ["src"],
  });
}

function jsonPage(path: string, value: unknown): Page<JsonView> {
  return { path, template: "package/json.hbs", view: { json: escapeUnseen(printJson(value)) } };
}
