import { expect, it } from "vitest";
import type { Change, ChangeDirection, Level } from "../../generator/diff/change.ts";
import { type Format, presentComparison } from "../../generator/present/present-comparison.ts";
import type { Presentation } from "../../generator/present/presentation.ts";
import { at, change, hostileName, map, presentation } from "./fixture.ts";
import { plainMarkdown } from "./plain-markdown.ts";
import { elementsOf } from "./html-elements.ts";

const texts = [
  hostileName,
  "a\n::error::injected\n# heading\n<script>alert(1)</script>",
  "a\r::warning::injected",
  "```\n<details>\n@octocat\n~~~\n</details>",
  "`@octocat` ``@octocat`` @octocat, octo/cat#12 GH-12 (@octocat) deadbeef1 a@b.example",
  "![x](https://evil.example/x.png) [y]: https://evil.example www.evil.example <https://evil.example>",
  "--> <!-- </summary></details> | a | b |\n|---|---|",
  "\" onload=\"alert(1)' x=' &lt;script&gt; &#60;b&#62;",
  "$x$ $`x`$ $$y$$ \\[a\\](b) \\",
  "</style></script></title></textarea>]]>",
  "1. one",
  "- item",
  "`",
  "@",
  "",
];

/** A change in which every text that could come from a spec, or from a file of a consumer, is this one. */
function hostileChange(text: string, level: Level, isAccepted: boolean): Change {
  const direction: ChangeDirection = level === "info" ? "none" : "request";
  return change({
    id: text,
    code: text,
    level,
    direction,
    operations: [
      { operation: text, method: text, path: text, direction },
      { operation: `${text}2`, method: "get", path: `/${text}`, direction },
    ],
    schema: level === "warning" ? null : text,
    message: text,
    why: text,
    before: at("/info"),
    after: level === "breaking" ? null : at(`/paths/${text}`),
    witness: {
      kind: level === "breaking" ? "request" : "value",
      value: map({ method: text, path: text, headers: map({ [text]: text }), body: [text] }),
      before: "accepted",
      after: "rejected",
    },
    unproved: text,
    suggestion: text,
    accepted: isAccepted ? { reason: text, expires: text } : null,
    client: [
      { symbol: text, level, message: text, consumer: [{ file: text, line: 1, column: 1, message: text }] },
    ],
  });
}

function hostile(text: string): Presentation {
  const levels = ["breaking", "warning", "info"] as const;
  const changes = levels.flatMap((level) => [
    hostileChange(text, level, false),
    hostileChange(text, level, true),
  ]);
  return presentation(
    { verdict: "breaking", bump: "major", changes },
    {
      base: { revision: text, file: `${text}/a.yaml` },
      revision: { revision: `${text}2`, file: `${text}/b.yaml` },
      idle: [text],
      locate: (side, place) => ({ ...place, file: `${text}/${side}.yaml`, line: 2, column: 3 }),
      sourceLine: () => text,
      linkTo: () => `https://git.example/${text}`,
      callsOf: () => ({ before: text, after: text }),
    },
  );
}

const show = (format: Format, text: string): string =>
  presentComparison(format, hostile(text), { colour: false, width: 60 });

it.each(texts)("keeps %j from moving the cursor of a terminal or commanding a runner", (text) => {
  const shown = show("text", text);
  expect(shown).not.toMatch(/[^\P{C}\n]/u);
  expect(shown).not.toMatch(/^\s*::|##\[/m);
});

it.each(texts)("keeps %j from being more than text in Markdown", (text) => {
  for (const format of ["markdown", "changelog"] as const) {
    const plain = plainMarkdown(show(format, text));
    expect(plain.links.every((url) => url.startsWith("https://git.example/"))).toBe(true);
    expect(plain.tags.filter((tag) => !/^<\/?(?:details(?: open)?|summary|sub)>$/.test(tag))).toEqual([]);
    expect(plain.text).not.toMatch(/[@$]|:\/\/|www\.|#\d|\bGH-\d|(?<!\\)!\[|(?<!\\)`/);
    expect(plain.headings.filter((line) => /^#{1,6} (?:heading|one|item)/.test(line))).toEqual([]);
    expect(plain.tags.filter((tag) => tag === "<details>").length).toBe(
      plain.tags.filter((tag) => tag === "</details>").length,
    );
  }
});

it.each(texts)("keeps %j in the workflow command that it belongs to", (text) => {
  const lines = show("github", text).trimEnd().split("\n");
  expect(lines).toHaveLength(6);
  const command = /^::(?:error|warning|notice) file=[^:,]*,line=\d+,col=\d+,title=[^:,]*::.*$/u;
  expect(lines.filter((line) => !command.test(line))).toEqual([]);
});

it.each(texts)("keeps %j from being a tag of the page", (text) => {
  const elements = elementsOf(show("html", text));
  expect(elements.filter(({ name }) => ["img", "b", "textarea"].includes(name))).toEqual([]);
  expect(elements.filter(({ name }) => name === "script")).toHaveLength(1);
  const events = elements.flatMap(({ attributes }) =>
    [...attributes.keys()].filter((key) => key.startsWith("on")),
  );
  expect(events).toEqual([]);
});

it.each(texts)("keeps %j as it is in JSON, on no line of its own", (text) => {
  const shown = show("json", text);
  const { changes } = JSON.parse(shown) as { changes: readonly Change[] };
  expect(changes.map(({ message }) => message)).toEqual(Array.from({ length: 6 }, () => text));
  expect(shown).not.toMatch(/[^\P{C}\n]|##\[/u);
});

it("makes no link of an address that is none of the web", () => {
  const told = { ...hostile("a"), linkTo: () => "javascript:alert(1)" };
  const page = presentComparison("html", told, { colour: false });
  const comment = presentComparison("markdown", told, { colour: false });
  expect(`${page}${comment}`).not.toContain("javascript:");
});

it("keeps an address within the quotes of its attribute and the brackets of its link", () => {
  const told = { ...hostile("a"), linkTo: () => `https://git.example/"onclick="alert(1)'<b>)[x](y)` };
  const elements = elementsOf(presentComparison("html", told, { colour: false }));
  const targets = new Set(elements.flatMap(({ attributes }) => attributes.get("href") ?? []));
  expect([...targets]).toEqual([
    "#changes",
    "https://git.example/&quot;onclick=&quot;alert(1)&#39;&lt;b&gt;)[x](y)",
  ]);
  const { links } = plainMarkdown(presentComparison("markdown", told, { colour: false }));
  expect([...new Set(links)]).toEqual([
    "https://git.example/%22onclick=%22alert%281%29%27%3Cb%3E%29%5Bx%5D%28y%29",
  ]);
});
