// Every page is in final form, and every link of it leads somewhere.
import { join, posix } from "node:path";
import { format } from "prettier";
import { beforeAll, describe, expect, it } from "vitest";
import type { Outcome } from "../../../generator/diagnostic.ts";
import type { Generated } from "../../../generator/generate.ts";
import type { TextFile } from "../../../generator/render/text-file.ts";
import { configOf, generateFolder, generateOwn, generateTexts, golden, stories } from "../../stories.ts";

// Names that are hard to link to: for files, for anchors, for cells, and those of our own headings.
const awkward = {
  openapi: "3.1.0",
  info: { title: "Errors", version: "1" },
  tags: [{ name: "Größe (m²)", description: "[x](y.md) | z" }],
  paths: Object.fromEntries(
    ["errors", "Errors", "größe", "größeApi", "a_b", "__proto__", "install"].map((operationId) => [
      `/${encodeURIComponent(operationId)}`,
      {
        get: {
          operationId,
          tags: ["Größe (m²)"],
          responses: {
            "200": {
              description: "[a](#nowhere)",
              headers: { "X-A|B": { schema: { $ref: "#/components/schemas/Größe" } } },
              content: { "application/json": { schema: { $ref: "#/components/schemas/Größe" } } },
              links: { again: { operationId: "größe" } },
            },
            "404": { description: "Gone." },
          },
        },
      },
    ]),
  ),
  components: {
    schemas: {
      Größe: { type: "object", properties: { "a|b": { $ref: "#/components/schemas/a.b" } } },
      "a.b": { enum: ["`|`", "__x__", "*y*"] },
    },
  },
};

const onlyDocs = { outputs: ["docs"] } as const;
const empty = { openapi: "3.1.0", info: { title: "", version: "" }, paths: {} };

const specs: readonly (readonly [string, () => Promise<Outcome<Generated>>])[] = [
  ["our own spec", generateOwn],
  ["awkward names", () => generateTexts({ "spec.json": JSON.stringify(awkward) }, onlyDocs)],
  ["a spec that says nothing", () => generateTexts({ "spec.json": JSON.stringify(empty) }, onlyDocs)],
  ...stories.map((story) => {
    const config = { ...configOf(story), ...onlyDocs };
    return [story, () => generateFolder(join(golden, story), "spec/openapi.yaml", config)] as const;
  }),
];

describe.each(specs)("%s", (_name, make) => {
  let files: readonly TextFile[] = [];
  let pages: readonly TextFile[] = [];
  beforeAll(async () => {
    files = (await make()).value.files;
    pages = files.filter(({ path }) => path.endsWith(".md"));
  });

  it("links to files and headings that are there", () => {
    expect(pages.length).toBeGreaterThanOrEqual(2);
    expect(pages.flatMap((page) => brokenLinks(page, files))).toEqual([]);
  });

  it("is as Prettier would have it", async () => {
    const unlike: string[] = [];
    for (const { path, text } of pages) {
      if ((await format(text, { parser: "markdown", printWidth: 110 })) !== text) unlike.push(path);
    }
    expect(unlike).toEqual([]);
  });
});

function brokenLinks({ path, text }: TextFile, files: readonly TextFile[]): readonly string[] {
  const prose = withoutCode(text).replace(/(`+)[^`](?:.*?[^`])?\1(?!`)/g, "code");
  const targets = [...prose.matchAll(/(?<!\\)\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
  return targets
    .filter((target) => !/^(?:https?:|mailto:)/.test(target))
    .filter((target) => {
      const [file = "", anchor] = target.split("#").map(decodeURIComponent);
      const wanted = file === "" ? path : posix.join(posix.dirname(path), file);
      const page = files.find((other) => other.path === wanted);
      return page === undefined || (anchor !== undefined && !anchorsOf(page.text).includes(anchor));
    })
    .map((target) => `${path}: ${target}`);
}

function withoutCode(text: string): string {
  return text.replace(/^(`{3,})[^\n]*\n[^]*?\n\1$/gm, "");
}

/** The anchors of a page as github-slugger, the library that GitHub's own rules are known by, would count them. */
function anchorsOf(text: string): readonly string[] {
  const seen = new Map<string, number>();
  return [...withoutCode(text).matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) => {
    const slug = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
      .replaceAll(" ", "-");
    let anchor = slug;
    while (seen.has(anchor)) {
      seen.set(slug, (seen.get(slug) ?? 0) + 1);
      anchor = `${slug}-${seen.get(slug)}`;
    }
    seen.set(anchor, 0);
    return anchor;
  });
}
