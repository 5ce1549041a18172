import type { astToString, GlobalContext, resolveRef } from "openapi-typescript";
import type { Json } from "../json.ts";
import { escapeUnseen } from "../unseen.ts";
import { hidePercentSigns, showPercentSigns } from "./percent-signs.ts";
import { plainSpec } from "./plain-spec.ts";

/** The types of a spec, or in one line why there are none. */
export interface SchemaText {
  readonly text: string | undefined;
  readonly problem: string | undefined;
}

/** Every switch is off: types as the spec has them, in its order. */
const options = {
  additionalProperties: false,
  alphabetize: false,
  arrayLength: false,
  conditionalEnums: false,
  dedupeEnums: false,
  // Else a property with a default would have to be sent.
  defaultNonNullable: false,
  emptyObjectsUnknown: false,
  enum: false,
  enumValues: false,
  excludeDeprecated: false,
  exportType: false,
  generatePathParams: false,
  immutable: false,
  makePathsEnum: false,
  pathParamsAsTypes: false,
  propertiesRequiredByDefault: false,
  readWriteMarkers: false,
  rootTypes: false,
  rootTypesKeepCasing: false,
  rootTypesNoSchemaPrefix: false,
  silent: true,
  postTransform: undefined,
  transform: undefined,
  transformProperty: undefined,
} as const;

/**
 * What we use of openapi-typescript. Its own types also ask for the settings of its linter, and for the fields of a spec
 * that make no types: these are only read where it lints.
 */
interface Maker {
  readonly astToString: typeof astToString;
  readonly resolveRef: typeof resolveRef;
  transformSchema(spec: object, context: Omit<GlobalContext, "redoc">): Parameters<typeof astToString>[0];
}

/**
 * Make the wire types of a bundled spec with openapi-typescript: the text of a module that exports `paths`,
 * `operations` and `components`. Its linter, which prints, reads files and takes longest, has no part in this: the
 * spec is checked and bundled already. What it cannot do makes a problem and no exception.
 */
export async function schemaText(bundle: Json): Promise<SchemaText> {
  const spec = hidePercentSigns(plainSpec(bundle));
  try {
    const maker: Maker = await import("openapi-typescript");
    const types = maker.transformSchema(spec, {
      ...options,
      discriminators: { objects: {}, refsHandled: [] },
      injectFooter: [],
      resolve: (reference) => maker.resolveRef(spec, reference, { silent: true }),
    });
    return { text: showPercentSigns(escapeUnseen(maker.astToString(types))), problem: undefined };
  } catch (error) {
    const [problem = ""] = String(error instanceof Error ? error.message : error).split("\n");
    return { text: undefined, problem };
  }
}
