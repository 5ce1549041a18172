#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";
import { runProgram } from "./program.ts";
import { processTerminal } from "./terminal.ts";

// Most runs are over within a second. By default V8 spends a third of such a run on optimizing code that is about to
// be done; code that runs for longer is optimized all the same, a little later.
setFlagsFromString("--interrupt-budget=1000000");

process.exitCode = await runProgram(process.argv.slice(2), {
  terminal: processTerminal(),
  loadEngine: () => import("../generate.ts"),
  patience: 10_000,
});
