import { defaultConfig } from "../../generator/config/config.ts";
import type { Api } from "../../generator/model/api.ts";
import { buildNames } from "../../generator/names/build-names.ts";
import { describeBodies } from "../../generator/view/describe-bodies.ts";
import { openViews } from "../../generator/view/view-context.ts";
import type { Description } from "../../templates/runtime/validation.ts";
import { plain } from "../values/spec.ts";

/** What the generated client says of the bodies of an API. */
export function descriptionOf(api: Api): Description {
  const { operations, models } = describeBodies(
    openViews(api, buildNames(api).value, defaultConfig, "openapi.yaml"),
  );
  const made: unknown = {
    operations: Object.fromEntries(operations.map(([name, bodies]) => [name, plain(bodies)])),
    $defs: Object.fromEntries(models.map(([name, schema]) => [name, plain(schema)])),
  };
  return made as Description;
}
