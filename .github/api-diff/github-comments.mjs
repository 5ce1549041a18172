// The few calls of GitHub's API that a comment needs:
// https://docs.github.com/en/rest/issues/comments

/** GitHub did not do what it was asked. */
export class ApiError extends Error {
  /**
   * @param {string} message one line
   * @param {number | undefined} status absent where there was no answer
   */
  constructor(message, status) {
    super(message);
    this.name = "ApiError";
    this.status = status;
  }
}

/**
 * @typedef {{ id: number, html_url: string, body?: string, user?: { login: string } | null }} Comment
 * @typedef {Readonly<Record<string, string | undefined>>} Surroundings
 */

// Whose comments those of a workflow are. No person can be called so.
const author = "github-actions[bot]";

/**
 * The comments below a pull request.
 *
 * @param {number} number that of the pull request
 * @param {Surroundings} surroundings the variables that a runner sets, and the token
 */
export function openComments(number, surroundings) {
  const { GITHUB_API_URL = "https://api.github.com", GITHUB_REPOSITORY = "" } = surroundings;
  const issues = `${GITHUB_API_URL}/repos/${GITHUB_REPOSITORY}/issues`;
  const first = `${issues}/${number}/comments?per_page=100`;

  return {
    /**
     * The first comment of a workflow that is the one.
     *
     * @param {(body: string) => boolean} isIt
     * @returns {Promise<Comment | undefined>}
     */
    async find(isIt) {
      for (let page = first; page !== "";) {
        const { comments, next } = await list(page);
        const found = comments.find(({ user, body }) => user?.login === author && isIt(body ?? ""));
        if (found !== undefined) return found;
        page = next;
      }
      return undefined;
    },

    /**
     * @param {string} body
     * @returns {Promise<Comment>}
     */
    async post(body) {
      const response = await call("POST", `${issues}/${number}/comments`, { body });
      return /** @type {Promise<Comment>} */ (response.json());
    },

    /**
     * @param {number} id
     * @param {string} body
     * @returns {Promise<Comment>}
     */
    async update(id, body) {
      const response = await call("PATCH", `${issues}/comments/${id}`, { body });
      return /** @type {Promise<Comment>} */ (response.json());
    },
  };

  /**
   * @param {string} page
   * @returns {Promise<{ comments: readonly Comment[], next: string }>}
   */
  async function list(page) {
    const response = await call("GET", page);
    const [, next = ""] = /<([^>]*)>;\s*rel="next"/.exec(response.headers.get("link") ?? "") ?? [];
    // The token goes to GitHub and to nobody else.
    if (next !== "" && new URL(next).origin !== new URL(first).origin) {
      throw new ApiError("The next page of comments is said to be on another host.", response.status);
    }
    const comments = /** @type {readonly Comment[]} */ (await response.json());
    return { comments, next };
  }

  /**
   * @param {string} method
   * @param {string} url
   * @param {object} [content]
   * @returns {Promise<Response>}
   */
  async function call(method, url, content) {
    const headers = {
      accept: "application/vnd.github+json",
      authorization: `Bearer ${surroundings["GITHUB_TOKEN"] ?? ""}`,
      "user-agent": "specwright-api-diff",
      "x-github-api-version": "2022-11-28",
    };
    const body = content === undefined ? {} : { body: JSON.stringify(content) };
    const signal = AbortSignal.timeout(30_000);
    const answer = await fetch(url, { method, headers, redirect: "manual", signal, ...body }).catch(() => {
      throw new ApiError("GitHub cannot be reached.", undefined);
    });
    if (answer.ok) return answer;
    throw new ApiError(`GitHub answered ${answer.status}: ${reason(answer)}`, answer.status);
  }
}

/**
 * @param {Response} answer
 * @returns {string} a sentence
 */
function reason({ status, headers }) {
  const isTooMuch =
    status === 429 || headers.has("retry-after") || headers.get("x-ratelimit-remaining") === "0";
  if (status >= 500) return "it has trouble of its own. Run the job again later.";
  if (isTooMuch) return "too much was asked of it. Run the job again later.";
  if (status === 401) return "it does not know the token, which is over with the job that it was made for.";
  if (status === 403) return "the token may not comment. The job needs the permission pull-requests: write.";
  if (status === 404) return "there is no such pull request or comment, or the token may not see it.";
  if (status === 422) return "it does not want the comment like this.";
  return "nobody expected that.";
}
