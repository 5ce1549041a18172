import type { Config } from "../config/config.ts";
import type { Api, Model } from "../model/api.ts";
import type { Directions } from "../model/directions.ts";
import { discriminatorOf, modelDirections } from "../model/directions.ts";
import { everyShapeOf } from "../model/every-shape.ts";
import type { Operation } from "../model/operation.ts";
import { longModels } from "./exact-integers.ts";
import { type Group, type Names, operationKey, type OperationNames } from "../names/names.ts";

/** What every view may look at. */
export interface ViewContext {
  readonly api: Api;
  readonly names: Names;
  readonly config: Config;
  /** The spec's first file, relative to the root. */
  readonly source: string;
  readonly models: ReadonlyMap<string, Model>;
  readonly directions: ReadonlyMap<string, Directions>;
  /** The models that hold a bigint somewhere; none where the configuration wants numbers. */
  readonly longModels: ReadonlySet<string>;
  /** The property and the model (`id property`) that some union tells its branches apart by. */
  readonly discriminators: ReadonlySet<string>;
  readonly groups: readonly GroupedOperations[];
  /** The file of each type that stands in another type's file. */
  readonly fileByInput: ReadonlyMap<string, string>;
}

/** The file, below `models`, that holds a type: that of requests stands beside the other one. */
export function fileOf(type: string, { fileByInput }: ViewContext): string {
  return fileByInput.get(type) ?? type;
}

export interface GroupedOperations {
  readonly group: Group;
  readonly description: string | undefined;
  readonly operations: readonly NamedOperation[];
}

export interface NamedOperation {
  readonly operation: Operation;
  readonly names: OperationNames;
}

/** Look up once what many views ask for. */
export function openViews(api: Api, names: Names, config: Config, source = config.spec): ViewContext {
  const named = api.operations.flatMap((operation): NamedOperation[] => {
    const found = names.operations.get(operationKey(operation));
    return found === undefined ? [] : [{ operation, names: found }];
  });
  const models = new Map(api.models.map((model) => [model.id, model]));
  return {
    api,
    names,
    config,
    source,
    models,
    longModels: config.int64 === "bigint" ? longModels(models) : new Set(),
    directions: modelDirections(api),
    discriminators: discriminatorsOf(api),
    groups: names.groups.map((group) => ({
      group,
      description: api.tags.find(({ name }) => name === group.tag)?.description,
      operations: named.filter((one) => one.names.group === group.property),
    })),
    fileByInput: new Map(
      [...names.models.values()].flatMap(({ type, input }) => (input === undefined ? [] : [[input, type]])),
    ),
  };
}

function discriminatorsOf(api: Api): ReadonlySet<string> {
  const found = new Set<string>();
  for (const shape of everyShapeOf(api)) {
    const { property, mapping } = discriminatorOf(shape) ?? { property: "", mapping: [] };
    for (const { id } of mapping) found.add(`${id} ${property}`);
  }
  return found;
}
