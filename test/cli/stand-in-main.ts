// The CLI with a pipeline that makes what its spec, a piece of JSON, tells it to: the tests of the commands are
// about files, flags and exit codes, and not about OpenAPI.
import type { Engine } from "../../generator/cli/engine.ts";
import { runProgram } from "../../generator/cli/program.ts";
import { processTerminal } from "../../generator/cli/terminal.ts";

export interface Orders {
  readonly files?: Readonly<Record<string, string>>;
  readonly warnings?: readonly string[];
  readonly errors?: readonly string[];
  /** Read these files as well and make them outputs. */
  readonly refs?: readonly string[];
  /** Make outputs of these templates. */
  readonly templates?: readonly string[];
  /** Make an output of what the configuration asks for. */
  readonly tellOutputs?: boolean;
  readonly crash?: boolean;
  /** Print so many operations. */
  readonly operations?: number;
}

const engine: Engine = {
  async generate({ entry, read, templates, config, formatCache }) {
    const orders = JSON.parse(read(entry) ?? "{}") as Orders;
    if (orders.crash === true) throw new TypeError("a stand-in for a bug");
    const texts = { ...orders.files };
    for (const ref of orders.refs ?? [])
      texts[`refs/${ref.replaceAll("/", "_").replaceAll(".", "_")}`] = read(ref) ?? "(not there)";
    for (const path of orders.templates ?? [])
      texts[`templates/${path}`] = templates.get(path) ?? "(not there)";
    if (orders.tellOutputs === true) texts["outputs"] = config.outputs.join();
    const files = Object.entries(texts).map(([path, raw]) => {
      const known = formatCache.lookup(path, raw);
      if (known === undefined) formatCache.store(path, raw, `${raw}\n`);
      if (known !== undefined && process.env["TELL_CACHE"]) console.error(`cached ${path}`);
      return { path, text: known ?? `${raw}\n` };
    });
    const complaint = (severity: "error" | "warning") => (message: string) => ({
      code: "duplicate-operation-id" as const,
      severity,
      message,
      help: "Mend it.",
      place: { file: entry, pointer: "/a" },
      on: "key" as const,
      position: { line: 2, column: 3 },
      related: [],
    });
    const operation = {
      operationId: "a",
      function: "a",
      group: "default",
      method: "get",
      path: "/a",
      parameters: [],
    };
    return {
      value: {
        files,
        operations: Array.from({ length: orders.operations ?? 0 }, () => operation),
        names: orders,
      },
      diagnostics: [
        ...(orders.errors ?? []).map(complaint("error")),
        ...(orders.warnings ?? []).map(complaint("warning")),
      ],
    };
  },
};

process.exitCode = await runProgram(process.argv.slice(2), {
  terminal: processTerminal(),
  loadEngine: () => Promise.resolve(engine),
  patience: 150,
});
