// Says below a pull request what compare.mjs found, in one comment that is kept up to date:
//
//   VERDICT=... BUMP=... REPORT=... GITHUB_TOKEN=... node report.mjs
//
// Where the token may not write, the report goes into the summary of the run. Leaves `verdict`, `bump` and
// `comment-url` in the file that $GITHUB_OUTPUT names. Exit code 1 if GitHub did not do what it was asked.
import { appendFileSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { failureReport, marker, verdicts } from "./failure-report.mjs";
import { ApiError, openComments } from "./github-comments.mjs";
import { say } from "./say.mjs";

// GitHub refuses a longer comment.
const mostCharacters = 65_536;

const {
  GITHUB_EVENT_PATH: eventPath = "",
  GITHUB_OUTPUT: outputs = "",
  GITHUB_REPOSITORY: repository = "",
  GITHUB_STEP_SUMMARY: summary = "",
} = process.env;
const { pull_request: pullRequest } = JSON.parse(readFileSync(eventPath, "utf8"));
const { verdict, bump, report } = readFindings();

const url = await publish().catch((/** @type {unknown} */ error) => {
  if (!(error instanceof ApiError)) throw error;
  const isForbidden = error.status === 403;
  toSummary(isForbidden ? "warning" : "error", error.message);
  process.exitCode = isForbidden ? 0 : 1;
  return "";
});
appendFileSync(outputs, `verdict=${verdict}\nbump=${bump}\ncomment-url=${url}\n`);

/** @returns {Promise<string>} the address of the comment, empty if there is none */
async function publish() {
  if (pullRequest.head.repo?.full_name !== repository) {
    toSummary("notice", "The pull request comes from another repository, so its token cannot comment.");
    return "";
  }
  const comments = openComments(pullRequest.number, process.env);
  const old = await comments.find((body) => body.startsWith(marker));
  if (old === undefined && verdict === "none") {
    say("The API is as it was, and no comment says otherwise.");
    return "";
  }
  const body = report.length > mostCharacters ? shortened() : report;
  if (body !== report) toSummary("notice", "The report is too long for a comment.");
  const { html_url } = await (old === undefined ? comments.post(body) : comments.update(old.id, body));
  const address = new URL(html_url).href;
  say(`${old === undefined ? "Commented" : "Updated the comment"}: ${address}`);
  return address;
}

/** What was found; anything but a whole report with a verdict is a comparison that failed. */
function readFindings() {
  const { VERDICT = "", BUMP = "", REPORT = "" } = process.env;
  const unpacked = unpack(REPORT);
  if (unpacked?.startsWith(marker) && /^[a-z]+$/.test(BUMP)) {
    if (verdicts.includes(VERDICT) || VERDICT === "failed") {
      return { verdict: VERDICT, bump: BUMP, report: unpacked };
    }
  }
  return { verdict: "failed", bump: "unknown", report: failureReport("", process.env) };
}

/**
 * @param {string} packed
 * @returns {string | undefined}
 */
function unpack(packed) {
  try {
    return gunzipSync(Buffer.from(packed, "base64")).toString("utf8");
  } catch {
    return undefined;
  }
}

/**
 * Show the report in the summary of the run, and say why it stands there.
 *
 * @param {"notice" | "warning" | "error"} level
 * @param {string} why one line
 */
function toSummary(level, why) {
  say(`::${level} title=API diff::${why} The report is in the summary of the run.`);
  appendFileSync(summary, report);
}

function shortened() {
  const top = report.split("\n").slice(0, 5).join("\n").slice(0, 2000);
  return `${top}\n\nThe report is too long for a comment. It is in the summary of the run.\n`;
}
