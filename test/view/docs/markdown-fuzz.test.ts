// Texts that nobody would write, put together by chance from pieces that mean something to Markdown.
import { format } from "prettier";
import { expect, it } from "vitest";
import { codeSpan } from "../../../generator/view/docs/code-text.ts";
import { markdownList } from "../../../generator/view/docs/markdown-list.ts";
import { markdownTable } from "../../../generator/view/docs/markdown-table.ts";
import {
  blockText,
  itemTextAfter,
  cellText,
  firstSentence,
  lineText,
} from "../../../generator/view/docs/markdown-text.ts";

const pieces = [
  ..."a|bar_baz|Foo.| |  |- |* |1. |2) |# |> |`|``|*|**|***|_|__|~~|$|$$|<|&lt;|&|[|]|(|)|\\|=|-|+|é|漢字|😀|: |'|\"|!".split(
    "|",
  ),
  ..."\n;\n\n;\n    ;\t;\\\n;```\n;```js\n;~~~\n;---\n;===\n;|;\\|;| a | b |\n|---|---|\n| 1 | 2 |\n".split(
    ";",
  ),
  ..."<b> </b> <script>alert(1)</script> <!-- --> `a\\|b` {{x}} {%y%} [[w]] [^1] $ref a@b.c".split(" "),
  ..."[x](javascript:alert(1)) [x](https://e.com/a_b*c) [a]:https://x.y ![i](http://i.j/k.png) <https://a.b/c_d>".split(
    " ",
  ),
  ..."https://a.b/_c_ www.x.y ftp://a.b **bold** *em* _em_ `code` \u202e".split(" "),
];

/** A generator of numbers below 1 that starts anew in each run (Numerical Recipes, chapter 7). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const next = chance(20);
const texts = Array.from({ length: 400 }, () =>
  Array.from({ length: 1 + Math.floor(next() * 14) }, () => pieces[Math.floor(next() * pieces.length)]).join(
    "",
  ),
);

it.each([
  ["blocks", blockText],
  ["blocks in a list", (text: string) => markdownList([itemTextAfter("x:", text), "y"])],
  ["a line", lineText],
  ["a sentence in a list", (text: string) => `- x: y ${firstSentence(text)}`.trimEnd()],
  ["a cell", (text: string) => markdownTable(["x"], [[`x${cellText(text)}`], [`x${codeSpan(text, true)}`]])],
  ["code", (text: string) => codeSpan(text)],
])(
  "prints any text as %s in final form, without HTML and without links that run something",
  async (_door, print) => {
    for (const text of texts) {
      const page = `<!-- x -->\n\n${print(text)}\n`;
      if (page.trim().endsWith("-->")) continue;
      expect(await format(page, { parser: "markdown", printWidth: 110 })).toBe(page);
      const prose = page
        .slice("<!-- x -->".length)
        .replace(/^(`{3,})[^\n]*\n[^]*?\n\1$/gm, "")
        .replace(/(?<![\\`])(`+)(?!`)[^]*?[^`]\1(?!`)/g, "");
      expect(prose).not.toMatch(/<(?!br>|\/?code>|(?:https?|ftp):)[a-z/!?]/i);
      expect(prose).not.toMatch(/(?<!\\)\[[^\]]*\]\((?!https?:)/);
    }
  },
);
