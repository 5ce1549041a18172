import { randomUUID } from "node:crypto";
import { type Answer, type Call, type Fields, isFields, ok, refusal } from "./answer.ts";
import { type ClientBook, withClient } from "./clients.ts";

/** One request that the platform has answered. */
export interface Counted {
  readonly clientId: string;
  readonly templateUri: string;
  readonly httpMethod: string;
  readonly status: number;
}

/** A count that was asked for. */
interface Run {
  readonly clientId: string;
  readonly from: number;
  readonly granularity?: unknown;
  readonly groupBy: readonly string[];
  readonly metrics: readonly string[];
  /** How often its result will be asked for in vain. */
  left: number;
}

/** All counts, by the key of the query, and what there is to count. */
export interface UsageBook {
  readonly runs: Map<string, Run>;
  readonly known: Map<string, string>;
  readonly counted: Counted[];
}

/** There are no counts of an earlier time; a query for them fails. */
const first = Date.parse("2018-01-01");

const dimensions: Readonly<Record<string, string>> = {
  OAuthClientId: "clientId",
  OrganizationId: "organizationId",
  UserId: "userId",
  TemplateUri: "templateUri",
  HttpMethod: "httpMethod",
};

const metrics = ["Status200", "Status300", "Status400", "Status500", "Status429", "Requests"];

export function openUsageBook(): UsageBook {
  return { runs: new Map(), known: new Map(), counted: [] };
}

export function startQuery(clients: ClientBook, book: UsageBook, call: Call): Answer {
  return withClient(
    clients,
    call.params["clientId"],
    ({ id }) => {
      const { body } = call;
      if (!isFields(body)) return refusal(400, "bad.request", "The body is no object.");
      const [from, to] = String(body["interval"] ?? "")
        .split("/")
        .map((date) => Date.parse(date));
      if (from === undefined || to === undefined || !(from < to))
        return refusal(400, "invalid.date", "The interval is none.", "interval");
      const groupBy = listOf(body, "groupBy", ["OAuthClientId"]);
      if (!groupBy.every((one) => Object.hasOwn(dimensions, one)))
        return refusal(400, "invalid.value", "Nothing is counted by that.", "groupBy");
      const wanted = listOf(body, "metrics", metrics);
      if (!wanted.every((one) => metrics.includes(one)))
        return refusal(400, "invalid.value", "Nobody counts that.", "metrics");
      const { granularity } = body;
      return begin(book, JSON.stringify([id, body]), {
        clientId: id,
        from,
        groupBy,
        metrics: wanted,
        granularity,
        left: 2,
      });
    },
    "not.found",
  );
}

export function startSummary(clients: ClientBook, book: UsageBook, call: Call): Answer {
  return withClient(
    clients,
    call.params["clientId"],
    ({ id }) => {
      const days = call.query.get("days") ?? "7";
      if (!/^[1-9]\d{0,3}$/.test(days))
        return refusal(400, "invalid.query.param.value", "days is a number of days.", "days");
      const from = Date.now() - Number(days) * 86_400_000;
      return begin(book, JSON.stringify([id, days]), {
        clientId: id,
        from,
        groupBy: ["OAuthClientId"],
        metrics,
        left: 2,
      });
    },
    "not.found",
  );
}

/** A query that was counted before is there at once: 200 instead of 202. */
function begin({ runs, known }: UsageBook, key: string, run: Run): Answer {
  const id = known.get(key) ?? randomUUID();
  const isReady = runs.get(id)?.left === 0;
  if (!runs.has(id)) runs.set(id, run);
  known.set(key, id);
  const resultsUri = `/api/v2/oauth/clients/${run.clientId}/usage/query/results/${id}`;
  return ok({ executionId: id, resultsUri }, isReady ? 200 : 202);
}

export function readResult(book: UsageBook, { params: { clientId, executionId = "" } }: Call): Answer {
  const run = book.runs.get(executionId);
  if (run === undefined || run.clientId !== clientId)
    return refusal(404, "not.found", `There is no query ${executionId}.`);
  if (run.left-- > 0) return ok({ queryStatus: "Running" });
  run.left = 0;
  if (run.from < first) return ok({ queryStatus: "Failed" });
  return ok({ queryStatus: "Complete", results: rowsOf(run, book.counted) });
}

function rowsOf({ clientId, groupBy, metrics: wanted, granularity, from }: Run, all: readonly Counted[]) {
  const groups = new Map<string, Counted[]>();
  for (const one of all.filter((each) => each.clientId === clientId)) {
    const key = JSON.stringify(groupBy.map((by) => Object(one)[dimensions[by] ?? ""] ?? ""));
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups].map(([key, some]) => {
    const empty = Object.fromEntries([...Object.values(dimensions), "clientName"].map((name) => [name, ""]));
    const values: readonly string[] = JSON.parse(key);
    const named = Object.fromEntries(groupBy.map((by, index) => [dimensions[by], values[index]]));
    const date = granularity === undefined ? {} : { date: new Date(from).toISOString() };
    const counts = wanted.map((metric) => [metric[0]?.toLowerCase() + metric.slice(1), count(metric, some)]);
    return { ...empty, ...named, ...date, ...Object.fromEntries(counts) };
  });
}

function count(metric: string, some: readonly Counted[]): number {
  if (metric === "Requests") return some.length;
  const wanted = Number(metric.slice(6));
  return some.filter(
    ({ status }) => status === wanted || (wanted % 100 === 0 && status - (status % 100) === wanted),
  ).length;
}

function listOf(body: Fields, field: string, otherwise: readonly string[]): readonly string[] {
  const given = body[field];
  return Array.isArray(given) ? given.map(String) : otherwise;
}
