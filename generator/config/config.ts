/** The outputs that can be asked for, in the order in which they are made. */
export const outputNames = ["client", "models", "docs", "schema"] as const;

export type OutputName = (typeof outputNames)[number];

/** How an integer of 64 bits is known in TypeScript. */
export const int64Types = ["number", "bigint"] as const;

export type Int64Type = (typeof int64Types)[number];

/** What lays the generated TypeScript out. */
export const formatterNames = ["prettier", "none"] as const;

export type FormatterName = (typeof formatterNames)[number];

/** How bad a change is; `off`: nobody wants to hear of it. */
export const diffLevels = ["breaking", "warning", "info", "off"] as const;

export type DiffLevel = (typeof diffLevels)[number];

/** What a team has set for its spec; paths as they stand in the configuration, defaults filled in. */
export interface Config {
  /** The file that the spec starts with. */
  readonly spec: string;
  /** Files of changes to the spec, in the order in which they are made. */
  readonly overlays: readonly string[];
  /** The output folder. */
  readonly out: string;
  /** A folder of templates that take the place of ours of the same path. */
  readonly templates: string | undefined;
  readonly outputs: readonly OutputName[];
  /** The operations that are wanted, by `tag:`, `path:` or `operation:`; none means all. */
  readonly include: readonly string[];
  /** The operations that are not wanted, whatever `include` says. */
  readonly exclude: readonly string[];
  /** The type of `format: int64` and `uint64`. */
  readonly int64: Int64Type;
  /** What others call our extensions: their name to ours. */
  readonly extensions: Readonly<Record<string, string>>;
  readonly formatter: FormatterName;
  readonly package: PackageConfig;
  readonly refs: {
    /** The folder that no `$ref` to a file may leave; undefined to look for one. */
    readonly root: string | undefined;
    /** The hosts, with their ports if those are not the usual ones, that a `$ref` may lead to. */
    readonly hosts: readonly string[];
  };
  /** How two versions of the spec are judged. */
  readonly diff: {
    /** The level of a rule, by its code. */
    readonly levels: Readonly<Record<string, DiffLevel>>;
    /** The file of changes that somebody has accepted. */
    readonly accepted: string;
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
  readonly repository: string | Repository | undefined;
  readonly homepage: string | undefined;
  readonly keywords: readonly string[];
}

/** Where the source is, as npm wants to know it. */
export interface Repository {
  readonly type: string;
  readonly url: string;
  /** The folder of the package in it. */
  readonly directory: string | undefined;
}

/** What holds where nothing is set. */
export const defaultConfig: Config = {
  spec: "spec/openapi.yaml",
  overlays: [],
  out: "generated",
  templates: undefined,
  outputs: outputNames,
  include: [],
  exclude: [],
  int64: "number",
  extensions: {},
  formatter: "prettier",
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
  refs: { root: undefined, hosts: [] },
  diff: { levels: {}, accepted: "spec/accepted-changes.yaml" },
  strict: false,
};
