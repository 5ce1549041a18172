/** What is wrong with a YAML text, in words for the person who wrote it. */
export interface Explanation {
  readonly why: string;
  readonly hint: string;
}

interface Known extends Explanation {
  readonly code: string;
  /** Tells apart what shares a code: the parser's own words, or the line from where it stopped. */
  readonly says?: RegExp;
  readonly line?: RegExp;
}

/**
 * Explain why a text is no YAML.
 *
 * @param code and message are the parser's
 * @param line what the text holds from where the parser stopped to the end of that line
 */
export function explainYaml(code: string, message: string, line: string): Explanation {
  const known = explanations.find(
    (one) => one.code === code && (one.says?.test(message) ?? true) && (one.line?.test(line) ?? true),
  );
  return known ?? { why: "this is out of place here", hint: "Compare the indentation and the punctuation." };
}

const quoteIt = "Put the text in quotes.";
const quoteTwice = "Inside single quotes a single quote is written twice.";
const keyAndValue = "Write `key: value`, with a space after the colon.";
const bracketHint =
  "Close it with } or ], and start each of its lines further to the right than the key that holds it.";

// The first that fits explains.
const explanations: readonly Known[] = [
  {
    code: "TAB_AS_INDENT",
    why: "a tab is used to indent",
    hint: "Indent with spaces: YAML forbids tabs there.",
  },
  {
    code: "BAD_INDENT",
    says: /same column/,
    why: "this line is indented unlike its siblings",
    hint: "The keys of one object, and the items of one list, all start in the same column.",
  },
  { code: "BAD_INDENT", says: /sufficiently/, why: "this bracket is not closed", hint: bracketHint },
  {
    code: "BAD_INDENT",
    why: "a line of the text after | or > is indented too little",
    hint: "Start each line of the text further to the right than the key above it.",
  },
  {
    code: "MULTILINE_IMPLICIT_KEY",
    line: /^-[^\s-]/,
    why: "a space is missing after the dash",
    hint: "Write `- item`, with a space between.",
  },
  {
    code: "MULTILINE_IMPLICIT_KEY",
    line: /^[^\s:]+:\S/,
    why: "a space is missing after the colon",
    hint: keyAndValue,
  },
  {
    code: "MULTILINE_IMPLICIT_KEY",
    says: /flow/,
    why: "a comma or a closing bracket is missing after this",
    hint: "Separate the items of a list with commas, and close it with ].",
  },
  { code: "MULTILINE_IMPLICIT_KEY", why: "the colon after this key is missing", hint: keyAndValue },
  {
    code: "MISSING_CHAR",
    says: /^Implicit map keys/,
    why: "this looks like a key, but no colon follows",
    hint: `${keyAndValue} If it continues the text above, indent it further, or put the text in quotes.`,
  },
  {
    code: "BLOCK_AS_IMPLICIT_KEY",
    says: /Nested mappings/,
    line: /:(?:\s|$)/,
    why: "the text after the colon holds a second colon and a space",
    hint: `${quoteIt} Or write | after the first colon, and the text below.`,
  },
  {
    code: "BLOCK_AS_IMPLICIT_KEY",
    says: /Nested mappings/,
    why: "the line below this value is indented further, as if it were part of it",
    hint: "Start the key in the line below in the same column as the key of this line.",
  },
  {
    code: "BLOCK_AS_IMPLICIT_KEY",
    why: "a list stands where a key should be",
    hint: "Start a list in a line of its own, below the key that it belongs to.",
  },
  {
    code: "MISSING_CHAR",
    says: /closing ["']/,
    why: "this quote is never closed",
    hint: `Close it with the same kind of quote. ${quoteTwice}`,
  },
  { code: "MISSING_CHAR", says: /must end with/, why: "this bracket is never closed", hint: bracketHint },
  {
    code: "MISSING_CHAR",
    says: /^Missing , /,
    why: "a comma is missing before this",
    hint: "Separate what stands between brackets with commas.",
  },
  {
    code: "MISSING_CHAR",
    says: /^Comments/,
    why: "a space is missing before the #",
    hint: "Put a space before a comment. If the # belongs to the text, put the text in quotes.",
  },
  {
    code: "MISSING_CHAR",
    says: /without - indicator/,
    why: "this line belongs neither to the list item above nor to the list",
    hint: "Start it below the item's first key, or give it a dash in the column of the other dashes.",
  },
  {
    code: "MISSING_CHAR",
    says: /leading empty lines/,
    why: "a text after | or > starts with a line of more spaces than its first words",
    hint: "Take the spaces out of the empty lines before the text.",
  },
  {
    code: "MISSING_CHAR",
    says: /^Block collection cannot/,
    why: "an object or a list starts on the line of ---",
    hint: "Start it on the next line.",
  },
  {
    code: "MISSING_CHAR",
    says: /directives-end/,
    why: "after a line that starts with %, a line with --- is missing",
    hint: "Add the line ---, or delete the line that starts with %.",
  },
  {
    code: "MISSING_CHAR",
    says: /^Tags and anchors/,
    why: "a space is missing after a name that starts with & or !",
    hint: `Put a space after it. If & or ! begins a text: ${quoteIt}`,
  },
  {
    code: "MISSING_CHAR",
    says: /^Missing newline/,
    why: "a name that starts with & or ! stands on the line of a dash",
    hint: "Put it behind the dash, or above it, on the line of the key.",
  },
  {
    code: "BLOCK_IN_FLOW",
    why: "between brackets, a comma is missing before this",
    hint: "Separate what stands between { and } with commas; a list inside is written with [ and ].",
  },
  {
    code: "UNEXPECTED_TOKEN",
    says: /at node end/,
    why: "more text follows although the value has ended",
    hint: `If the quotes or brackets belong to the text, put all of it in quotes. ${quoteTwice}`,
  },
  {
    code: "UNEXPECTED_TOKEN",
    says: /^Unexpected (?:,|empty)/,
    why: "there is a comma too many",
    hint: "Delete it, or put an item before it.",
  },
  {
    code: "UNEXPECTED_TOKEN",
    says: /block-seq-ind/,
    why: "a list starts on the line of its key",
    hint: `Start the list below its key, or write it as [ ]. If the dash belongs to a text: ${quoteIt}`,
  },
  {
    code: "UNEXPECTED_TOKEN",
    says: /flow-(?:map|seq)-end|flow-error-end/,
    why: "nothing opened the bracket that is closed here",
    hint: "Delete it, or open it further up.",
  },
  {
    code: "UNEXPECTED_TOKEN",
    says: /^Not a YAML token|block scalar header/i,
    why: "the text after | or > starts on the same line",
    hint: "Start the text on the next line, indented further than its key.",
  },
  {
    code: "BAD_SCALAR_START",
    why: "a text without quotes cannot start with this character",
    hint: quoteIt,
  },
  {
    code: "BAD_DQ_ESCAPE",
    why: "between double quotes this backslash means nothing",
    hint: "Write two backslashes for one, or put the text in single quotes, where a backslash is one.",
  },
  {
    code: "BAD_ALIAS",
    why: "& names a value and * repeats it, but the name is missing",
    hint: `Add the name. If the character belongs to a text: ${quoteIt}`,
  },
  {
    code: "ALIAS_PROPS",
    why: "a value that * repeats is given a second name or a tag",
    hint: "Put & and ! only before the value itself.",
  },
  {
    code: "MULTIPLE_ANCHORS",
    why: "the value has two names that start with &",
    hint: "Keep one of the two.",
  },
  { code: "MULTIPLE_TAGS", why: "the value has two tags that start with !", hint: "Keep one of the two." },
  {
    code: "BAD_PROP_ORDER",
    why: "a name that starts with & or ! stands before the sign that it belongs behind",
    hint: "Put it behind the dash or the colon.",
  },
  {
    code: "TAG_RESOLVE_FAILED",
    why: "this tag cannot be read",
    hint: `Delete the word that starts with !. If it begins a text: ${quoteIt}`,
  },
  {
    code: "BAD_DIRECTIVE",
    why: "this line starts with %, but gives no order that YAML knows",
    hint: `Delete it. If it is part of a text: ${quoteIt}`,
  },
  {
    code: "KEY_OVER_1024_CHARS",
    why: "a key has more than 1024 characters",
    hint: "Shorten it. If it is a text, the quote before or behind it is missing.",
  },
  {
    code: "MULTIPLE_DOCS",
    why: "a second document starts here",
    hint: "Keep one document in a file: delete the line ---, or move what follows to another file.",
  },
];
