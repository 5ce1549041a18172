import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { pagePolicy } from "../../generator/present/page-policy.ts";
import { pageScript } from "../../generator/present/page-script.ts";
import { pageStyle } from "../../generator/present/page-style.ts";
import { presentComparison } from "../../generator/present/present-comparison.ts";
import { nothing, rich } from "./fixture.ts";
import { elementsOf, type PageElement } from "./html-elements.ts";

const page = presentComparison("html", rich, { colour: false });
const elements = elementsOf(page);

function all(name: string, of = elements): readonly PageElement[] {
  return of.filter((element) => element.name === name);
}

it("allows its own script and style and nothing else", () => {
  const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  expect(pagePolicy).toBe(
    `default-src 'none'; script-src ${hash(pageScript)}; style-src ${hash(pageStyle)}; base-uri 'none'; form-action 'none'`,
  );
  expect(page).toContain(`content="${pagePolicy}"`);
  expect(page).toContain(`<script>${pageScript}</script>`);
  expect(page).toContain(`<style>${pageStyle}</style>`);
});

it("loads nothing", () => {
  const loading = elements.filter(({ attributes }) => attributes.has("src") || attributes.has("srcset"));
  expect(loading).toEqual([]);
  expect(all("link")).toEqual([]);
  expect(`${pageStyle}${pageScript}`).not.toMatch(/url\(|@import|https?:|fetch|innerHTML|eval/);
});

it("has the landmarks, a title and a language", () => {
  expect(all("html")[0]?.attributes.get("lang")).toBe("en");
  expect(all("title").map(({ text }) => text)).toEqual([
    "Breaking: 4 changes break clients that are running · spec/openapi.yaml",
  ]);
  expect(["header", "main", "h1"].map((name) => all(name).length)).toEqual([1, 1, 1]);
  const skip = all("a")[0]?.attributes.get("href")?.slice(1);
  expect(all("main")[0]?.attributes.get("id")).toBe(skip);
});

it("has headings that skip no level", () => {
  const levels = elements.flatMap(({ name }) => (/^h\d$/.test(name) ? [Number(name.slice(1))] : []));
  expect(levels[0]).toBe(1);
  expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
});

it("has ids that are there once, and names only such", () => {
  const ids = elements.flatMap(({ attributes }) => attributes.get("id") ?? []);
  const named = elements.flatMap(({ attributes }) => attributes.get("aria-labelledby") ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  expect(named).toHaveLength(all("section").length);
});

it("labels every control, and lets the keyboard reach what scrolls", () => {
  const controls = elements.filter(({ name }) => name === "input" || name === "select");
  expect(controls).toHaveLength(7);
  expect(controls.filter(({ around }) => !around.includes("label"))).toEqual([]);
  const silent = all("pre").filter(
    ({ attributes }) => attributes.get("tabindex") !== "0" || !attributes.get("aria-label"),
  );
  expect(silent).toEqual([]);
  expect(all("summary").filter(({ text }) => text.trim() === "")).toEqual([]);
});

it("shows each change without a script, and no filter that would do nothing", () => {
  expect(all("article")).toHaveLength(15);
  expect(all("article").filter(({ attributes }) => attributes.has("hidden"))).toEqual([]);
  expect(all("form")[0]?.attributes.has("hidden")).toBe(true);
});

it("offers each operation once, and says which changes reach it", () => {
  const options = all("option").map(({ text, attributes }) => ({
    text,
    value: attributes.get("value") ?? "",
  }));
  expect(options).toHaveLength(1 + 304);
  const orders = options.find(({ text }) => text === "/orders POST")?.value ?? "none";
  const reached = all("article").filter(({ attributes }) =>
    (attributes.get("data-operations") ?? "").split(" ").includes(orders),
  );
  expect(reached).toHaveLength(5);
});

it("has nothing to filter where nothing changed", () => {
  const names = elementsOf(presentComparison("html", nothing, { colour: false })).map(({ name }) => name);
  expect(names).not.toContain("form");
  expect(names).not.toContain("script");
});

it("has colours of enough contrast in both themes (WCAG 2.2, 1.4.3)", () => {
  const themes = [...pageStyle.matchAll(/:root \{([^}]*)\}/g)].map(([, text = ""]) =>
    Object.fromEntries([...text.matchAll(/--([\w-]+): (#\w{6})/g)].map(([, name, colour]) => [name, colour])),
  );
  expect(themes).toHaveLength(2);
  const pairs = ["ink", "quiet", "link", "breaking", "code-only", "warning", "info", "accepted"].flatMap(
    (ink) => [[ink, "paper"] as const, ...(["quiet", "link"].includes(ink) ? [[ink, "code"] as const] : [])],
  );
  for (const theme of themes) {
    const poor = [...pairs, ["ink", "gone"], ["ink", "new"], ["quiet", "gone"], ["quiet", "new"]].filter(
      ([ink = "", paper = ""]) => contrast(theme[ink] ?? "", theme[paper] ?? "") < 4.5,
    );
    expect(poor).toEqual([]);
  }
});

function contrast(a: string, b: string): number {
  const [high = 1, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

/** The relative luminance of a colour like `#a0b1c2`. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((index) => {
    const part = Number.parseInt(colour.slice(index, index + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
