import { format } from "prettier";
import { expect, it } from "vitest";
import { codeBlock, codeSpan } from "../../../generator/view/docs/code-text.ts";
import { htmlComment } from "../../../generator/view/docs/html-comment.ts";
import { markdownList } from "../../../generator/view/docs/markdown-list.ts";
import { markdownTable } from "../../../generator/view/docs/markdown-table.ts";
import {
  blockText,
  cellText,
  codeLink,
  firstSentence,
  headingAnchors,
  itemTextAfter,
  lineText,
  linkPath,
  webAddress,
} from "../../../generator/view/docs/markdown-text.ts";

it.each([
  [
    "raw HTML becomes text",
    "a <b>bold</b> <!-- x --> <script>alert(1)</script>",
    "a &lt;b>bold&lt;/b> &lt;!-- x --> &lt;script>alert(1)&lt;/script>",
  ],
  ["HTML behind a URL becomes text", "https://a.b/c\\<img src=x>", "<https://a.b/c>&lt;img src=x>"],
  [
    "a URL ends where its author ends it",
    "https://a.b/c`<i>` www.a.b`<i>` (see https://a.b/c).",
    "<https://a.b/c>`<i>` www\\.a.b`<i>` (see https://a.b/c).",
  ],
  ["what is taken away joins no HTML", "<[script](javascript:x)>", "&lt;script>"],
  ["less than stays", "1 < 2", "1 < 2"],
  [
    "code, bold and emphasis live",
    "`a<b>` **bold** __bold__ *thin* _thin_",
    "`a<b>` **bold** **bold** _thin_ _thin_",
  ],
  [
    "marks that stand alone are text",
    "2 * 3 and ** and snake_case and _x",
    "2 \\* 3 and \\*\\* and snake_case and \\_x",
  ],
  [
    "links to the web live",
    '[a](https://b.c/d "t") <https://e.f> https://g.h/i_j',
    "[a](https://b.c/d) <https://e.f> https://g.h/i_j",
  ],
  ["other links are their labels", "[a](javascript:alert(1)) [b](./c.md) [d](#e) [f](data:x)", "a b d f"],
  ["a label cannot open a link", "[a [b](https://c.d)", "\\[a [b](https://c.d)"],
  ["a target cannot leave its link", "[a](https://b.c/(d)e|f)", "[a](https://b.c/%28d%29e%7Cf)"],
  [
    "references and definitions are text",
    "[a][b]\n\n[b]: javascript:alert(1)",
    "\\[a]\\[b]\n\n\\[b]: javascript:alert(1)",
  ],
  ["headings become bold", "# One\n\nTwo\n---\n\n### **Three** `x`", "**One**\n\n**Two**\n\n**Three `x`**"],
  ["lists keep their shape", "* a\n* b\n  1) c\n  2) d\n+ e", "- a\n- b\n  1. c\n  2. d\n- e"],
  ["an item with two paragraphs sets all apart", "- a\n\n  b\n- c", "- a\n\n  b\n\n- c"],
  ["fences live and are closed", "```sh\n<b> # no heading", "```sh\n<b> # no heading\n```"],
  ["a fence holds a fence", "~~~\n```\n~~~", "````\n```\n````"],
  ["formatters leave an author's code alone", "```js\na ( )\n```", "```JS\na ( )\n```"],
  ["code by indentation gets a fence", "a\n\n    b < c", "a\n\n```\nb < c\n```"],
  [
    "tables are drawn anew",
    "a|b\n-|-\n`x\\|y`|<i>",
    "| a      | b      |\n| ------ | ------ |\n| `x\\|y` | &lt;i> |",
  ],
  ["an item holds a quote and a list", "- a\n\n  > b\n\n  - c", "- a\n\n  > b\n  - c"],
  [
    "an author's table keeps its empty columns",
    "|a|b|\n|-|-|\n||c|",
    "| a   | b   |\n| --- | --- |\n|     | c   |",
  ],
  ["quotes live", "> a\n> > b", "> a\n>\n> > b"],
  ["lines that look like blocks are text", "a\n12. b\n= c", "a 12. b\n\\= c"],
  ["what looks like a formula is text", "$a$ and $5", "\\$a\\$ and \\$5"],
  ["one price is no formula", "about $5", "about $5"],
  ["what nobody sees is gone", "a\u202eb\u0000c\u2028d", "a b c d"],
  ["rules are gone", "a\n\n***\n\nb", "a\n\nb"],
])("keeps Markdown and nothing else: %s", async (_case, text, expected) => {
  const printed = blockText(text);
  expect(printed).toBe(expected);
  expect(await asFormatted(printed)).toBe(printed);
});

it("nests as deep as it goes, and is text from there on", () => {
  expect(blockText(`${"> ".repeat(5000)}x`).length).toBeGreaterThan(5000);
  expect(blockText(`${"- ".repeat(5000)}x`).length).toBeGreaterThan(5000);
  expect(blockText("[".repeat(50_000)).length).toBe(100_000);
  expect(blockText(`a${"`".repeat(50_000)}`).length).toBe(100_001);
});

it.each([
  ["text", "a\nb\n\n- c", "x: a\nb\n\n- c"],
  ["a heading", "# a", "x: **a**"],
  ["code", "```\n[a](javascript:b)\n```", "x:\n\n```\n[a](javascript:b)\n```"],
  ["a list", "- a", "x:\n\n- a"],
  ["a table and a list", "|a|\n|-|\n\n- b", "x:\n\n| a   |\n| --- |\n- b"],
  ["nothing", "***", "x:"],
])("goes on behind words of ours with %s", async (_case, text, expected) => {
  expect(itemTextAfter("x:", text)).toBe(expected);
  const list = markdownList([itemTextAfter("x:", text), "y"]);
  expect(await asFormatted(list)).toBe(list);
});

it.each([
  ["paragraphs", "a\n\nb\nc", "a<br>b c"],
  ["bars", "a | b `c|d` https://e.f/g", "a \\| b `c\\|d` https://e.f/g"],
  ["items", "Two:\n\n- a\n- b\n  - c", "Two:<br>• a<br>• b<br>• c"],
  ["code", "```\na|b\nc\n```", "`a\\|b`<br>`c`"],
  ["a heading", "# a\n\nb", "**a**<br>b"],
  ["rows", "|a|b|\n|-|-|\n|c|d|", "a \\| b<br>c \\| d"],
])("puts %s in one cell", async (_case, text, expected) => {
  expect(cellText(text)).toBe(expected);
  const table = markdownTable(["x", "y"], [[cellText(text), "z"]]);
  expect(table.split("\n")).toHaveLength(3);
  expect(await asFormatted(table)).toBe(table);
});

it.each([
  ["Reads one. Then more.", "Reads one."],
  ["Uses e.g. a `x. y` and [z. a](https://b.c). Then more.", "Uses e.g. a `x. y` and [z. a](https://b.c)."],
  ["All of these:\n\n- a", "All of these."],
  ["**Beware.** More.", "**Beware.**"],
  ["**One. Two.**", "\\*\\*One."],
  ["Version 1.2 is it", "Version 1.2 is it"],
  ["# Title\n\nText.", "Title"],
  [undefined, ""],
])("takes the first sentence of %j", (text, expected) => {
  expect(firstSentence(text)).toBe(expected);
});

it("makes a line of a paragraph that cannot begin a block", () => {
  expect(lineText("- a\n- b\n\nText\nof two lines.")).toBe("Text of two lines.");
  expect(lineText("\\# a")).toBe("\\# a");
  expect(lineText("# # a")).toBe("\\# a");
});

it.each([
  ["a", "`a`"],
  ["a`b", "``a`b``"],
  ["`a", "`` `a ``"],
  ["a``b", "`a``b`"],
  ["a\n b", "`a b`"],
  ["", ""],
])("writes %j as code", async (text, expected) => {
  expect(codeSpan(text)).toBe(expected);
  if (expected !== "") expect(await asFormatted(expected)).toBe(expected);
});

it("writes a bar behind a backslash in a cell as HTML, for Markdown cannot", async () => {
  expect(codeSpan("a\\|<b>", true)).toBe("<code>a&#92;&#124;&#60;b&#62;</code>");
  const table = markdownTable(["x"], [[codeSpan("a\\|<b>_c_*d*", true)]]);
  expect(await asFormatted(table)).toBe(table);
});

it("puts code in a fence that the code cannot close", () => {
  expect(codeBlock("a\n````\nb", "ts")).toBe("`````ts\na\n````\nb\n`````");
});

it("pads tables by what is seen, and leaves empty columns out", async () => {
  const table = markdownTable(
    ["Name", "Nothing", "What"],
    [
      ["漢字", "", "e\u0301"],
      ["👩‍👩‍👧 ✔", "", "a much longer cell"],
      ["", "", "x"],
    ],
  );
  expect(table).not.toContain("Nothing");
  expect(await asFormatted(table)).toBe(table);
  expect(markdownTable(["a"], [])).toBe("");
});

it("names anchors as GitHub does", () => {
  const headings = ["getOrder", "get order!", "Get Order", "getorder", "Ünï-çode_1", "$", "get-order-1"];
  expect(headingAnchors(headings)).toEqual([
    "getorder",
    "get-order",
    "get-order-1",
    "getorder-1",
    "ünï-çode_1",
    "",
    "get-order-1-1",
  ]);
});

it("encodes paths, and takes addresses of the web only", () => {
  expect(linkPath("docs/a (b).md")).toBe("docs/a%20%28b%29.md");
  expect(codeLink("a|b", "c", true)).toBe("[`a\\|b`](c)");
  expect(webAddress("https://a.b/(c)")).toBe("https://a.b/%28c%29");
  expect(webAddress("javascript:alert(1)")).toBeUndefined();
  expect(webAddress("https://a b")).toBeUndefined();
});

it("ends no comment early", () => {
  const inside = htmlComment("a --> <b> --!> <!-- --").slice("<!--".length, -"-->".length);
  expect(inside).not.toMatch(/--|<!/);
});

async function asFormatted(markdown: string): Promise<string> {
  // A rule at the very beginning would be read as front matter.
  const head = "<!-- x -->\n\n";
  const text = await format(`${head}${markdown}\n`, { parser: "markdown", printWidth: 110 });
  return text.slice(head.length, -1);
}
