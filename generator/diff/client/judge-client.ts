import type { Config } from "../../config/config.ts";
import type { Api } from "../../model/api.ts";
import { selectOperations } from "../../model/select-operations.ts";
import { buildNames } from "../../names/build-names.ts";
import type { Change } from "../change.ts";
import type { Finding } from "../protocol/finding.ts";
import type { OperationPair } from "../protocol/pair-operations.ts";
import type { Models } from "../../subtype/term.ts";
import { openSameness } from "../walk/same-shape.ts";
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
  readonly models: Models;
}

/** The changes with all that happens to programs which use the generated package. */
export function judgeClient(changes: readonly Change[], judged: JudgedApis): readonly Change[] {
  const { before, after, config, operations, findings, models } = judged;
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
    // A type names another one, so what changed inside that is told there.
    isSame: openSameness(models, (was, is) => was.key !== undefined && was.key === is.key),
  });
  return symbols.length === 0 ? changes : attachClient(changes, symbols);
}
