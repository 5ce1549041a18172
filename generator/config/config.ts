/** The outputs that can be asked for, in the order in which they are made. */
export const outputNames = ["client", "models", "docs", "schema"] as const;

export type OutputName = (typeof outputNames)[number];

/** What a team has set for its spec; paths as they stand in the configuration, defaults filled in. */
export interface Config {
  /** The file that the spec starts with. */
  readonly spec: string;
  /** The output folder. */
  readonly out: string;
  /** A folder of templates that take the place of ours of the same path. */
  readonly templates: string | undefined;
  readonly outputs: readonly OutputName[];
  /** The operations that are wanted, by `tag:`, `path:` or `operation:`; none means all. */
  readonly include: readonly string[];
  /** The operations that are not wanted, whatever `include` says. */
  readonly exclude: readonly string[];
  readonly package: PackageConfig;
  readonly refs: {
    /** The folder that no `$ref` to a file may leave; undefined to look for one. */
    readonly root: string | undefined;
  };
  /** Whether a warning counts as an error. */
  readonly strict: boolean;
}

/** What the generated package.json says; all of it may be left out. */
export interface PackageConfig {
  /** A valid npm name. Undefined: made from the title of the API, and the package is private. */
  readonly name: string | undefined;
  /** A semantic version. */
  readonly version: string;
  readonly description: string | undefined;
  /** An SPDX expression. */
  readonly license: string | undefined;
  readonly author: string | undefined;
  /** Whose it is, for the LICENSE file. */
  readonly copyright: string | undefined;
  readonly repository: string | undefined;
  readonly homepage: string | undefined;
  readonly keywords: readonly string[];
}

/** What holds where nothing is set. */
export const defaultConfig: Config = {
  spec: "spec/openapi.yaml",
  out: "generated",
  templates: undefined,
  outputs: outputNames,
  include: [],
  exclude: [],
  package: {
    name: undefined,
    version: "0.0.0",
    description: undefined,
    license: undefined,
    author: undefined,
    copyright: undefined,
    repository: undefined,
    homepage: undefined,
    keywords: [],
  },
  refs: { root: undefined },
  strict: false,
};
