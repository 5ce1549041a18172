import type { Config } from "../../config/config.ts";
import type { Api } from "../../model/api.ts";
import { selectOperations } from "../../model/select-operations.ts";
import { buildNames } from "../../names/build-names.ts";
import type { Bump, Change, Comparison } from "../change.ts";
import type { Finding } from "../protocol/finding.ts";
import type { OperationPair } from "../protocol/pair-operations.ts";
import type { IsSame } from "../walk/same-shape.ts";
import { attachClient } from "./attach-client.ts";
import { compareClients } from "./compare-clients.ts";
import { openSurface } from "./open-surface.ts";
import type { Surface } from "./surface.ts";

/** Two versions, and what was found to belong together. */
export interface JudgedApis {
  readonly before: Api;
  readonly after: Api;
  readonly operations: readonly OperationPair[];
  readonly findings: readonly Finding[];
  readonly config: Config;
  readonly isSame: IsSame;
}

/** The comparison with all that happens to programs which use the generated package. */
export function judgeClient(comparison: Comparison, judged: JudgedApis): Comparison {
  const { before, after, config, operations, findings, isSame } = judged;
  const renames = findings.flatMap(({ code, old, new: now }) =>
    code === "schema-renamed" && old !== undefined && now !== undefined ? [[old, now] as const] : [],
  );
  const surfaceOf = (whole: Api): Surface => {
    const { api } = selectOperations(whole, config);
    return openSurface(api, buildNames(api).value, config);
  };
  const symbols = compareClients(surfaceOf(before), surfaceOf(after), {
    operations,
    schemas: new Map(renames),
    isSame,
  });
  if (symbols.length === 0) return comparison;
  const changes = attachClient(comparison.changes, symbols);
  return {
    verdict: comparison.verdict === "none" ? "compatible" : comparison.verdict,
    bump: bumpOf(changes, comparison.bump),
    changes,
  };
}

function bumpOf(changes: readonly Change[], bump: Bump): Bump {
  const isBreaking = changes.some(({ client }) => client.some(({ level }) => level === "breaking"));
  return isBreaking ? "major" : bump;
}
