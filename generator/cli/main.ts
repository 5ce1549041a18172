#!/usr/bin/env node
import { runProgram } from "./program.ts";
import { processTerminal } from "./terminal.ts";

process.exitCode = await runProgram(process.argv.slice(2), {
  terminal: processTerminal(),
  loadEngine: () => import("../generate.ts"),
  patience: 10_000,
});
