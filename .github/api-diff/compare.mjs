// Compares the API of a pull request with that of its base:
//
//   node compare.mjs path/to/specwright/dist/cli/main.js
//
// The working folder is the clone with what is proposed. Prints annotations, and leaves `verdict`, `bump` and
// `report` (Markdown, packed to fit into a variable) in the file that $GITHUB_OUTPUT names. Exit code: that
// of `specwright diff`.
import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { appendFileSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { failureReport, verdicts } from "./failure-report.mjs";
import { say } from "./say.mjs";

// A program is started with at most 128 KiB in one variable.
const mostPacked = 120_000;

const [, , cli = ""] = process.argv;
const { GITHUB_EVENT_PATH: eventPath = "", GITHUB_OUTPUT: outputs = "" } = process.env;
const event = JSON.parse(readFileSync(eventPath, "utf8"));
const base = `origin/${event.pull_request.base.ref}`;

const [json, markdown, annotations] = await Promise.all([diff("json"), diff("markdown"), diff("github")]);
const judged = readJudgement(json);
const isCompared = [json, markdown, annotations].every(({ code }) => code < 2) && judged !== undefined;

quote(markdown.stderr);
if (isCompared) {
  process.stdout.write(annotations.stdout);
  finish(judged.verdict, judged.bump, markdown.stdout);
  process.exitCode = json.code;
} else {
  say("::error title=API diff::The API could not be compared. The reason stands above.");
  finish("failed", "unknown", failureReport(markdown.stderr, process.env));
  process.exitCode = Math.max(2, json.code);
}

/**
 * Run the comparison once.
 *
 * @param {string} format
 * @returns {Promise<{ code: number, stdout: string, stderr: string }>}
 */
function diff(format) {
  const words = [cli, "diff", base, "--format", format];
  return new Promise((resolve) => {
    execFile(process.execPath, words, { maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
      // What was killed or could not be started has no exit code.
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : 3;
      resolve({ code, stdout, stderr });
    });
  });
}

/**
 * The verdict, if there is one that can be trusted.
 *
 * @param {{ code: number, stdout: string }} answer
 * @returns {{ verdict: string, bump: string } | undefined}
 */
function readJudgement({ code, stdout }) {
  if (code > 1) return undefined;
  try {
    const { verdict, bump } = JSON.parse(stdout);
    return verdicts.includes(verdict) && /^[a-z]+$/.test(bump) ? { verdict, bump } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Show what was complained of. A spec may be quoted in it, and no line of a spec may command the runner.
 *
 * @param {string} text
 */
function quote(text) {
  if (text === "") return;
  const end = randomUUID();
  say(`::stop-commands::${end}\n${text.trimEnd()}\n::${end}::`);
}

/**
 * @param {string} verdict
 * @param {string} bump
 * @param {string} report
 */
function finish(verdict, bump, report) {
  const whole = pack(report);
  const packed = whole.length > mostPacked ? pack(shortened(report)) : whole;
  appendFileSync(outputs, `verdict=${verdict}\nbump=${bump}\nreport=${packed}\n`);
}

/**
 * @param {string} text
 * @returns {string} one line of letters, digits and the like
 */
function pack(text) {
  return gzipSync(text, { level: 9 }).toString("base64");
}

/**
 * The marker and the headline, which fit in any case.
 *
 * @param {string} report
 * @returns {string}
 */
function shortened(report) {
  const top = report.split("\n").slice(0, 5).join("\n").slice(0, 2000);
  return `${top}\n\nThe report is too long to be shown here. Run \`specwright diff\` to read it.\n`;
}
