// What authors and attackers call things: words of the language, of its globals and prototypes, of our own package;
// letters of all the world, signs of every syntax, and words that differ in their case alone.

const reserved = ["class", "default", "function", "await", "enum", "new", "import", "yield", "let", "static"];
const prototypes = ["constructor", "__proto__", "toString", "hasOwnProperty", "prototype", "then", "toJSON"];
const globals = ["Object", "Array", "Promise", "Date", "Map", "Record", "Blob", "Error", "Request", "fetch"];
const types = ["string", "any", "unknown", "never", "undefined", "null", "NaN", "Partial", "Readonly"];
const ours = [
  "body",
  "accept",
  "contentType",
  "options",
  "transport",
  "Client",
  "ApiError",
  "client",
  "Input",
];
const cases = ["foo", "Foo", "FOO", "fOO", "foo_bar", "fooBar", "foo-bar", "foo bar", "FooBar", "foo.bar"];
const derived = ["FooInput", "FooParams", "FooResult", "getFoo", "GetFooParams", "Foo_2", "$", "_", "$ref"];
const unicode = ["Grüße", "日本語", "İstanbul", "ß", "é", "e\u0301", "Ω", "𝒳", "ﬁ", "\u200bx"];
const signs = [
  "a b",
  "a/b",
  "a~b",
  "1st",
  "42",
  "0",
  "-",
  "'",
  '"',
  "`",
  "a\\b",
  "%41",
  "#",
  "?q",
  "&",
  "@x",
];
const syntax = [
  "*/",
  "//",
  "${x}",
  "{{x}}",
  "</script>",
  "<b>",
  "a\nb",
  "a\r\nb",
  "\u2028",
  "🔥",
  "\t",
  " x ",
];

/** Names without signs that a name of a component, a header or a path may not have. */
export const plainWords: readonly string[] = [
  ...reserved,
  ...prototypes,
  ...globals,
  ...types,
  ...ours,
  ...cases,
  ...derived,
].filter((word) => /^[\w.-]+$/.test(word));

/** Names of every kind. */
export const awkwardWords: readonly string[] = [
  ...new Set([...plainWords, ...cases, ...derived, ...unicode, ...signs, ...syntax]),
];

/** Texts that people read: a description, a title. */
export const awkwardTexts: readonly string[] = [
  "An order.",
  "Two lines,\nof which this is the second.\n\n- and\n- a list",
  "ends a comment */ export const x = 1; /*",
  "`code` and ${x} and {{y}} and <script>alert(1)</script>",
  "a | table | row\n|---|---|",
  "```ts\nnot.closed(",
  "@deprecated {@link Foo} @param x",
  " \n ",
  "# A heading\n## Another",
  "\"quoted\" and 'quoted' \\ and \\n",
  "\u202egnol a dna 🔥 é",
  "x".repeat(300),
];
