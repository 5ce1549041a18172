import type { Config } from "../config/config.ts";
import type { Api } from "../model/api.ts";
import type { Operation } from "../model/operation.ts";
import type { Comparison } from "./change.ts";
import { judgeClient } from "./client/judge-client.ts";
import { compareCalls, compareOperation } from "./protocol/compare-operation.ts";
import type { OperationContext } from "./protocol/operation-context.ts";
import { compareModels } from "./protocol/compare-models.ts";
import { compareSchemes } from "./protocol/compare-schemes.ts";
import { concludeChanges } from "./conclude-changes.ts";
import { type Finding, request } from "./protocol/finding.ts";
import { openWalk } from "./walk/open-walk.ts";
import { pairOperations } from "./protocol/pair-operations.ts";
import { removalOf } from "./protocol/removal-of.ts";
import { isSameText } from "./same-text.ts";
import { type Levels, weighChanges } from "./weigh-changes.ts";
import type { WalkNode } from "./walk/walk-node.ts";

export interface CompareApisOptions {
  /** A day as `2027-01-31`; without it nothing that was announced is due. */
  readonly today: string | undefined;
  readonly levels: Levels;
  /** How the package is generated; without it nothing is said of the package. */
  readonly config?: Config | undefined;
}

/**
 * Everything that tells two versions of an API apart, and what it does to a running client. Pure: the same two versions
 * give the same comparison. No two models of the versions may share an id, unless both versions are one object.
 */
export function compareApis(
  before: Api,
  after: Api,
  { today, levels, config }: CompareApisOptions,
): Comparison {
  const models = new Map([...before.models, ...after.models].map((model) => [model.id, model]));
  const walk = openWalk(models, renames(before, after));
  const findings: Finding[] = [];
  const roots = new Map<WalkNode, Set<Operation>>();
  const context: OperationContext = {
    walk,
    today,
    note: (finding) => findings.push(finding),
    begin(node, operation) {
      if (node !== undefined) roots.set(node, (roots.get(node) ?? new Set()).add(operation));
    },
    schemes: { before: byName(before), after: byName(after) },
    sent: "request",
    answered: "response",
  };
  const { kept, moved, removed, added } = pairOperations(before.operations, after.operations);
  for (const pair of kept) compareOperation(context, pair);
  for (const pair of moved) {
    findings.push(movedFinding(pair.before, pair.after));
    compareOperation(context, pair);
  }
  for (const operation of removed) findings.push(removalOf(operation, today));
  findings.push(...added.map(addedFinding));
  compareCalls(
    { ...context, sent: "response", answered: "request" },
    before.webhooks,
    after.webhooks,
    "webhook",
  );
  compareSchemes(
    context,
    kept.map((pair) => pair.after),
  );
  compareModels(walk, context.note, before, after);
  const found = concludeChanges({ walk, findings, roots });
  const operations = [...kept, ...moved];
  const changes =
    config === undefined
      ? found
      : judgeClient(found, { before, after, operations, findings, config, models });
  return weighChanges(changes, levels, isSameText(before, after));
}

/** A component that is still there under its old name was not renamed. */
function renames(before: Api, after: Api): (was: string, is: string) => boolean {
  const keysOf = ({ models }: Api) => new Set(models.flatMap(({ key }) => key ?? []));
  const old = keysOf(before);
  const fresh = keysOf(after);
  return (was, is) => !fresh.has(was) && !old.has(is);
}

function byName({ schemes }: Api) {
  return new Map(schemes.map((scheme) => [scheme.name, scheme]));
}

function keyOf({ method, path }: Operation): string {
  return `${method} ${path}`;
}

function addedFinding(operation: Operation): Finding {
  return {
    code: "operation-added",
    about: keyOf(operation),
    subject: "the operation",
    before: null,
    after: operation.place,
    operations: [operation],
    direction: "none",
  };
}

function movedFinding(before: Operation, after: Operation): Finding {
  return {
    code: "operation-moved",
    about: before.operationId ?? keyOf(before),
    subject: "the operation",
    before: before.place,
    after: after.place,
    operations: [after],
    direction: "request",
    old: keyOf(before),
    new: keyOf(after),
    witness: request(before, {}, true),
  };
}
