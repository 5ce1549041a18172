import { Argument, Command, CommanderError, InvalidArgumentError } from "commander";
import { formatterNames, int64Types, type OutputName, outputNames } from "../config/config.ts";
import { nearestWord } from "../nearest-word.ts";
import type { DiffFlags, FailOn } from "./diff-command.ts";
import { explainFailure, jsonFailure } from "./explain-failure.ts";
import { ownPackage } from "./own-package.ts";
import type { Flags } from "./project.ts";
import type { Shell } from "./shell.ts";

/** A command once its flags are known; loaded when it runs. */
type Run = (flags: Flags, shell: Shell) => Promise<number>;

/**
 * Run one command line. Gives the exit code: 0 all is well, 1 the answer is no, 2 the question was wrong,
 * 3 specwright itself failed.
 *
 * @param words the arguments, without the names of Node and of the script
 */
export async function runProgram(words: readonly string[], shell: Shell): Promise<number> {
  let exitCode = 0;
  const start = async (run: Promise<Run>, flags: Flags): Promise<void> => {
    exitCode = await (await run)(flags, shell);
  };
  try {
    await describeProgram(shell, start).parseAsync(words, { from: "user" });
    return exitCode;
  } catch (error) {
    // Commander has said what is wrong already; asking for help is not wrong.
    const said = (flag: string): boolean =>
      words.includes(flag) || (flag === "--json" && /(?:^| )--format[ =]json(?: |$)/.test(words.join(" ")));
    if (error instanceof CommanderError) {
      if (error.exitCode !== 0 && said("--json")) shell.terminal.result(jsonFailure(error.message));
      return error.exitCode === 0 ? 0 : 2;
    }
    return explainFailure(error, shell, { json: said("--json"), debug: said("--debug") });
  }
}

type Start = (run: Promise<Run>, flags: Flags) => Promise<void>;

function describeProgram({ terminal }: Shell, start: Start): Command {
  const program = new Command("specwright")
    .description("Turn a hand-written OpenAPI spec into a publishable TypeScript API client.")
    .option(
      "--root <dir>",
      "the folder that no $ref may leave (default: the repository or package of the spec)",
    )
    .option("--strict", "take every warning for an error")
    .option("--json", "print the result as JSON")
    .option("--debug", "show stack traces")
    .version(ownPackage().version, "--version", "print the version")
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ writeOut: terminal.result, writeErr: terminal.note })
    .exitOverride();
  describeGenerate(program, start);
  describeCheck(program, start);
  describeDiff(program, start);
  describeInspect(program, start);
  return program;
}

const specArgument = "[spec]";
const specMeaning = "the file that the spec starts with, - for standard input (default: spec/openapi.yaml)";
const outMeaning = "the output folder (default: generated)";

function describeGenerate(program: Command, start: Start): void {
  program
    .command("generate")
    .description("make the client, its models and its documentation; what is up to date is not touched")
    .argument(specArgument, specMeaning)
    .option("-o, --out <dir>", outMeaning)
    .option("--templates <dir>", "templates that take the place of the built-in ones of the same path")
    .option(
      "--overlays <files>",
      "overlays that change the spec, by commas or one by one, in their order",
      parsePaths,
    )
    .option("--only <outputs>", `make only some of ${outputNames.join(",")}`, parseOutputs)
    .option(
      "--include <selectors>",
      "make only these operations, by commas: tag:NAME, path:/a/**, operation:ID",
      parseSelectors,
    )
    .option("--exclude <selectors>", "leave these operations out", parseSelectors)
    .option("--int64 <type>", "what integers of 64 bits become: number or bigint", (text) =>
      oneOf(text, int64Types),
    )
    .option("--formatter <name>", "what lays TypeScript out: prettier or none", (text) =>
      oneOf(text, formatterNames),
    )
    .option("--watch", "go on and do it again whenever something that it depends on changes")
    .action((spec: string | undefined, _: unknown, command: Command) => {
      const flags = { ...command.optsWithGlobals<Flags>(), spec };
      const run =
        flags.watch === true
          ? import("./watch-command.ts").then(({ watchCommand }) => watchCommand)
          : import("./generate-command.ts").then(({ generateCommand }) => generateCommand);
      return start(run, flags);
    });
}

function describeCheck(program: Command, start: Start): void {
  program
    .command("check")
    .description("say whether the spec is valid and the generated files are fresh; writes nothing")
    .argument(specArgument, specMeaning)
    .option("-o, --out <dir>", outMeaning)
    .action((spec: string | undefined, _: unknown, command: Command) => {
      const run = import("./check-command.ts").then(({ checkCommand }) => checkCommand);
      return start(run, { ...command.optsWithGlobals<Flags>(), spec });
    });
}

const diffFormats = ["text", "markdown", "json", "github", "html", "changelog"] as const;
const failures: readonly FailOn[] = ["breaking", "warning", "none"];

function describeDiff(program: Command, start: Start): void {
  program
    .command("diff")
    .description("say what a change of the spec does to those who use the API and its client")
    .argument("[base]", "a file, REVISION:FILE or a revision; from a branch, the commit where it was left")
    .argument("[revision]", "what became of it, named alike (default: the working tree)")
    .option("--spec <file>", specMeaning.replace(", - for standard input", ""))
    .option("--format <name>", `one of ${diffFormats.join(", ")} (default: text)`, (text) =>
      oneOf(text, diffFormats),
    )
    .option("--fail-on <level>", "what ends with exit code 1: breaking, warning or none", (text) =>
      oneOf(text, failures),
    )
    .option("--consumer <tsconfig>", "a program that uses the client: say where it stops compiling")
    .option("--explain <code>", "say what a rule is about, and compare nothing")
    .option("--today <date>", "the day on which sunsets and accepted changes are judged, as 2027-01-31")
    .action((base: string | undefined, revision: string | undefined, _: unknown, command: Command) => {
      const flags: DiffFlags = { ...command.optsWithGlobals<DiffFlags>(), base, revision };
      const run = import("./diff-command.ts").then(
        ({ diffCommand }): Run =>
          (_flags, shell) =>
            diffCommand(flags, shell),
      );
      return start(run, flags);
    });
}

const inspectable = ["model", "views", "names"] as const;

function describeInspect(program: Command, start: Start): void {
  program
    .command("inspect")
    .description("print what a stage of the pipeline made of the spec, as JSON")
    .addArgument(new Argument("<what>", inspectable.join(", ")).argParser(parseInspectable))
    .argument(specArgument, specMeaning)
    .action((what: (typeof inspectable)[number], spec: string | undefined, _: unknown, command: Command) => {
      const run = import("./inspect-command.ts").then(
        ({ inspectCommand }): Run =>
          (flags, shell) =>
            inspectCommand(what, flags, shell),
      );
      return start(run, { ...command.optsWithGlobals<Flags>(), spec });
    });
}

function parseOutputs(text: string): readonly OutputName[] {
  const wanted = text.split(",").map((word) => oneOf(word.trim(), outputNames));
  // The order is ours: it is not a wish that can be made.
  return outputNames.filter((name) => wanted.includes(name));
}

function parseSelectors(text: string): readonly string[] {
  const selectors = text.split(",").map((word) => word.trim());
  const wrong = selectors.find((selector) => !/^(?:tag|path|operation):./.test(selector));
  if (wrong === undefined) return selectors;
  throw new InvalidArgumentError(`"${wrong}" must start with tag:, path: or operation:.`);
}

/** A list by commas, behind those of the same flag before it. */
function parsePaths(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, ...text.split(",").map((path) => path.trim())];
}

function parseInspectable(text: string): (typeof inspectable)[number] {
  return oneOf(text, inspectable);
}

function oneOf<Word extends string>(text: string, words: readonly Word[]): Word {
  const word = words.find((candidate) => candidate === text);
  if (word !== undefined) return word;
  const like = nearestWord(text, words);
  throw new InvalidArgumentError(
    like === undefined ? `It must be one of ${words.join(", ")}.` : `Did you mean ${like}?`,
  );
}
