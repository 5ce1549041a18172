import { defaultConfig, type PackageConfig } from "../../../generator/config/config.ts";
import { generateTexts } from "../../stories.ts";

/** The pages of the documentation of a spec, by their paths. What the spec does not say is `{ title: "Shop" }`. */
export async function docsOf(
  spec: Readonly<Record<string, unknown>>,
  settings: Partial<PackageConfig> = {},
): Promise<ReadonlyMap<string, string>> {
  const whole = { openapi: "3.1.0", info: { title: "Shop", version: "1" }, paths: {}, ...spec };
  const { value, diagnostics } = await generateTexts(
    { "spec.json": JSON.stringify(whole) },
    { outputs: ["docs"], package: { ...defaultConfig.package, name: "shop", ...settings } },
  );
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  return new Map(
    value.files.flatMap(({ path, text }) => (path.endsWith(".md") ? [[path, text] as const] : [])),
  );
}

/** One page of them. */
export async function pageOf(path: string, ...spec: Parameters<typeof docsOf>): Promise<string> {
  const page = (await docsOf(...spec)).get(path);
  if (page === undefined) throw new Error(`There is no page ${path}.`);
  return page;
}

/** The part of a page that begins with a heading, up to the next one of its level. */
export function sectionOf(page: string, heading: string): string {
  const [, section] = page.split(`\n## ${heading}\n`);
  if (section === undefined) throw new Error(`There is no section ${heading}.`);
  return section.split("\n## ")[0] ?? "";
}

/** An answer with a body of JSON. */
export function answer(schema: unknown, more: object = {}): object {
  return { description: "What was asked for.", content: { "application/json": { schema } }, ...more };
}
