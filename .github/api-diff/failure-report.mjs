/** The line by which the comment is found again: the first one that `specwright diff` prints as Markdown. */
export const marker = "<!-- specwright-diff -->";

/** What a comparison that was made may come to. */
export const verdicts = ["breaking", "warning", "compatible", "none"];

// What is complained of most stands first, and a comment has to stay readable.
const mostQuoted = 10_000;

/**
 * The report of a comparison that was not made. It must not be taken for one that found nothing.
 *
 * @param {string} complaint what was said instead, with pieces of a spec perhaps
 * @param {Readonly<Record<string, string | undefined>>} surroundings the variables that a runner sets
 * @returns {string} Markdown
 */
export function failureReport(complaint, surroundings) {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = surroundings;
  const where = run === undefined ? "the run" : `[the run](${server}/${repository}/actions/runs/${run})`;
  const blocks = [
    marker,
    "## The API could not be compared",
    `So nobody knows what this pull request changes. The log of ${where} says more.`,
    complaint.trim() === "" ? "" : fenced(complaint.trim().slice(0, mostQuoted)),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

/**
 * A text as it is: no mention, no link and no HTML in it means anything.
 *
 * @param {string} text
 * @returns {string}
 */
function fenced(text) {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = "`".repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}
