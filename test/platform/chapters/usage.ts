import type { ApiUsageQuery, ApiUsageQueryResult, Client } from "../../../generated/src/index.ts";
import { check, failing, same } from "../stage.ts";

/** Counts what a client has done: by a query of every kind, and as a summary. */
export async function usage(api: Client, clientId: string): Promise<void> {
  const body: ApiUsageQuery = {
    interval: "2026-01-01/2026-02-01",
    granularity: "Day",
    groupBy: ["OAuthClientId", "HttpMethod"],
    metrics: ["Requests", "Status200", "Status400"],
  };
  const started = await api.oauth.postOauthClientUsageQuery({ clientId, body }).withResponse();
  same(started.status, 202);
  const { states, result } = await polled(api, clientId, started.data.executionId);
  same(states, ["Running", "Running", "Complete"]);
  const posts = result.results?.find(({ httpMethod }) => httpMethod === "POST");
  check((posts?.requests ?? 0) > 0 && posts?.templateUri === "", "its posts are counted, by method only");
  same([posts?.clientId, posts?.status500], [clientId, undefined]);
  const again = await api.oauth.postOauthClientUsageQuery({ clientId, body }).withResponse();
  same([again.status, again.data.executionId], [200, started.data.executionId]);

  const tooOld = { interval: "2017-01/2017-02" };
  const failed = await api.oauth.postOauthClientUsageQuery({ clientId, body: tooOld });
  const end = await polled(api, clientId, failed.executionId);
  same([end.states.at(-1), end.result.results], ["Failed", undefined]);
  const wrong = { interval: "2026-02-01/2026-01-01" };
  const refused = await failing(
    api.oauth.postOauthClientUsageQuery({ clientId, body: wrong }),
    "BadRequestError",
  );
  same(refused.body?.code, "invalid.date");
  await failing(polled(api, clientId, "no-such-run"), "NotFoundError");
  await summary(api, clientId);
  await waits(api, clientId);
}

/** Lets the client ask until there is an end. */
async function waits(api: Client, clientId: string): Promise<void> {
  const looks: (string | undefined)[] = [];
  const onPoll = ({ queryStatus }: ApiUsageQueryResult): void => void looks.push(queryStatus);
  const body = { interval: "2026-03/2026-04" };
  const begun = api.oauth.postOauthClientUsageQuery({ clientId, body });
  const { results = [] } = await begun.result({ interval: 10, onPoll });
  same([looks, results.length], [["Running", "Running", "Complete"], 1]);
  same((await begun).executionId?.length, 36);
  const summed = await api.oauth
    .getOauthClientUsageSummary({ clientId, days: "90" })
    .result({ interval: 10 });
  same(summed.queryStatus, "Complete");
  const tooOld = { interval: "2016-01/2016-02" };
  const failed = await failing(
    api.oauth.postOauthClientUsageQuery({ clientId, body: tooOld }).result({ interval: 10 }),
    "PollError",
  );
  same(failed.body, { queryStatus: "Failed" });
  const long = api.oauth.getOauthClientUsageSummary({ clientId, days: "365" });
  await failing(long.result({ timeout: 50 }), "TimeoutError");
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 20);
  await failing(long.result({ signal: controller.signal }), "AbortError");
}

async function summary(api: Client, clientId: string): Promise<void> {
  const { executionId } = await api.oauth.getOauthClientUsageSummary({ clientId });
  const { result } = await polled(api, clientId, executionId);
  check((result.results?.[0]?.requests ?? 0) > 0, "the summary counts");
  const month = await api.oauth.getOauthClientUsageSummary({ clientId, days: "30" }).withResponse();
  same(month.status, 202);
  check(month.data.executionId !== executionId, "another summary is another run");
  const refused = await failing(
    api.oauth.getOauthClientUsageSummary({ clientId, days: "a week" }),
    "BadRequestError",
  );
  same(refused.body?.code, "invalid.query.param.value");
}

/** Asks until there is an end, as a program of its own would. */
async function polled(
  api: Client,
  clientId: string,
  executionId = "",
): Promise<{ readonly states: readonly (string | undefined)[]; readonly result: ApiUsageQueryResult }> {
  const states = [];
  for (;;) {
    const result = await api.oauth.getOauthClientUsageQueryResult({ clientId, executionId });
    states.push(result.queryStatus);
    if (result.queryStatus !== "Running") return { states, result };
    check(states.length < 10, "the run ends");
  }
}
