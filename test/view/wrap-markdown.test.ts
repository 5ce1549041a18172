import { expect, it } from "vitest";
import { wrapMarkdown } from "../../generator/view/wrap-markdown.ts";

it.each([
  ["fills a paragraph anew", "one two\nthree four five six", ["one two three four", "five six"]],
  ["keeps paragraphs apart by one empty line", "one\n\n\n\ntwo", ["one", "", "two"]],
  [
    "hangs what follows under the text of its item",
    "- one two three four five\n- six",
    ["- one two three four", "  five", "- six"],
  ],
  ["takes a lazy line into its item", "1. one\ntwo", ["1. one two"]],
  [
    "keeps code as it is",
    "```\na   b   c   d   e   f   g\n```\nx",
    ["```", "a   b   c   d   e   f   g", "```", "x"],
  ],
  ["ends code that its author left open", "```\ncode", ["```", "code", "```"]],
  ["ends code only at a fence of its kind", "~~~\n```\n~~~\nx y", ["~~~", "```", "~~~", "x y"]],
  [
    "keeps headings, tables, quotes and indented code",
    "# a b c d e f g h i j k\n| a | b |\n> q\n\n    code",
    ["# a b c d e f g h i j k", "| a | b |", "> q", "", "    code"],
  ],
  [
    "never makes a list, a heading or a quote by breaking a line",
    "aaaaaaaaaaaaaaaaaa - bbb",
    ["aaaaaaaaaaaaaaaaaa -", "bbb"],
  ],
  [
    "does not break a long word",
    "a https://example.com/a/very/long/path b",
    ["a", "https://example.com/a/very/long/path", "b"],
  ],
  ["keeps a line break that means one", "one  \ntwo", ["one\\", "two"]],
  [
    "keeps one that a backslash makes",
    "one\\\ntwo\n- three\\\n  four",
    ["one\\", "two", "- three\\", "  four"],
  ],
  ["takes two backslashes for a sign", "one\\\\\ntwo", ["one\\\\ two"]],
  ["reads all line ends alike", "one\r\ntwo\rthree", ["one two three"]],
])("%s", (_, text, lines) => {
  expect(wrapMarkdown(text, 20)).toEqual(lines);
});

it("changes nothing the second time", () => {
  const text =
    "A paragraph that is long enough to be wrapped more than once here.\n\n- an item that is long too, and wraps\n- b";
  const once = wrapMarkdown(text, 30);
  expect(wrapMarkdown(once.join("\n"), 30)).toEqual(once);
});
