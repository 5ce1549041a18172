import Handlebars from "handlebars";
import { describe, expect, it } from "vitest";
import { readTree } from "../generator/disk.ts";
import { guard } from "../generator/render/guard.ts";
import { renderPages } from "../generator/render/render-pages.ts";
import type { Page } from "../generator/view/page.ts";
import { pagesOfEveryStory } from "./stories.ts";

const templates = [...readTree("templates")].filter(([path]) => path.endsWith(".hbs"));

type Node = hbs.AST.Node & {
  readonly path?: hbs.AST.PathExpression;
  readonly name?: hbs.AST.PathExpression;
  readonly params?: readonly hbs.AST.Expression[];
  readonly hash?: hbs.AST.Hash;
  readonly program?: hbs.AST.Program;
  readonly inverse?: hbs.AST.Program;
  readonly body?: readonly hbs.AST.Node[];
};

function statementsIn(node: Node | undefined): readonly Node[] {
  if (node === undefined) return [];
  const inner = [...(node.body ?? []), node.program, node.inverse].filter(
    (one) => one !== undefined && one !== null,
  );
  return [node, ...inner.flatMap((one) => statementsIn(one as Node))];
}

describe.each(templates)("%s", (_, text) => {
  const statements = statementsIn(Handlebars.parse(text));

  it("prints, repeats and leaves out, and computes nothing", () => {
    for (const { type, path, params = [], hash } of statements) {
      if (type === "BlockStatement") expect(["if", "unless", "each"]).toContain(path?.original);
      if (type === "MustacheStatement") expect([params.length, hash]).toEqual([0, undefined]);
      const values = [...params, ...(hash?.pairs ?? []).map(({ value }) => value)];
      for (const value of values) expect(value.type).toBe("PathExpression");
    }
  });

  it("is short enough to take in at once", () => {
    expect(text.split("\n").length).toBeLessThanOrEqual(
      text.includes("{{") && !text.startsWith("MIT") ? 120 : 30,
    );
  });
});

it("prints every word of every template for some story", async () => {
  const asked = new Set<string>();
  const pages = await pagesOfEveryStory();
  const watched = pages.map((page): Page => ({ ...page, view: watch(page.view, asked) as object }));
  renderPages(watched, readTree("templates"));
  const words = templates.flatMap(([path, text]) =>
    statementsIn(Handlebars.parse(text))
      .flatMap(({ type, path: word, params = [], hash }) => [
        ...(type === "MustacheStatement" ? [word] : []),
        ...(params as readonly hbs.AST.PathExpression[]),
        ...(hash?.pairs ?? []).map(({ value }) => value as hbs.AST.PathExpression),
      ])
      .flatMap((word) => (word === undefined || word.data || word.parts.length === 0 ? [] : word.parts))
      .map((word) => `${path}: ${word}`),
  );
  expect(words.filter((word) => !asked.has(word.slice(word.indexOf(": ") + 2)))).toEqual([]);
});

/** A view that writes down which of its words are asked for. */
function watch(value: unknown, asked: Set<string>): unknown {
  if (typeof value !== "object" || value === null) return value;
  return new Proxy(value, {
    get(target, key) {
      if (typeof key === "string") asked.add(key);
      return watch(Reflect.get(target, key), asked);
    },
  });
}

it.each([
  ["{{missing}}"],
  ["{{#if missing}}x{{/if}}"],
  ["{{#each missing}}x{{/each}}"],
  ["{{#unless missing}}x{{/unless}}"],
])("refuses %s where the view has no such word", (template) => {
  const pages = [{ path: "a", template: "a.hbs", view: { present: "" } }];
  expect(() => renderPages(pages, new Map([["a.hbs", template]]))).toThrow(/missing/);
});

it("refuses helpers, and templates that are not there", () => {
  const page = { path: "a", template: "a.hbs", view: { word: "x" } };
  for (const template of [
    "{{lookup word 1}}",
    "{{upper word}}",
    "{{#with word}}x{{/with}}",
    "{{log word}}",
  ]) {
    expect(() => renderPages([page], new Map([["a.hbs", template]]))).toThrow(/./);
  }
  expect(() => renderPages([page], new Map())).toThrow("There is no template a.hbs.");
});

it("escapes nothing: every word comes through the door of its language", () => {
  const page = { path: "a", template: "a.hbs", view: { word: "<a & 'b'>" } };
  expect(renderPages([page], new Map([["a.hbs", "{{word}}"]]))).toEqual([{ path: "a", text: "<a & 'b'>" }]);
});

it("names the word and the view in the message", () => {
  expect(() => (guard({ a: { b: 1 } }, "x.hbs") as unknown as { a: { c: unknown } }).a.c).toThrow(
    "x.hbs.a.c is not in the view.",
  );
});
