import { posix } from "node:path";
import type { Diagnostic, Outcome } from "../../generator/diagnostic.ts";
import type { Generated } from "../../generator/generate.ts";
import { codesOfKind } from "./known-failures.ts";
import type { TortureSpec } from "./torture-spec.ts";

/** What a run of the generator does not do that its spec demands; empty if nothing is missing. */
export function demandFaults(
  { demands, markedLines }: TortureSpec,
  { value, diagnostics }: Outcome<Generated>,
  seconds: number,
): readonly string[] {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const isRejected = demands.outcome === "reject" || (demands.outcome !== "ok" && errors.length > 0);
  const lines = diagnostics.map((one) => lineOf(one, value));
  return [
    ...(isRejected ? rejectionFaults(demands, errors, value) : acceptanceFaults(errors, value)),
    ...markedLines.filter((line) => !lines.includes(line)).map((line) => `nothing is said of line ${line}`),
    ...(demands.warns ?? [])
      .filter((kind) => !diagnostics.some((one) => isOfKind(one, kind) && lineOf(one, value) !== undefined))
      .map((kind) => `no warning of the kind ${kind}`),
    ...(demands.verbatim ?? [])
      .filter((text) => !value.files.some((file) => file.text.includes(text)))
      .map((text) => `nowhere stands ${text}`),
    ...value.files
      .filter(({ path }) => posix.isAbsolute(path) || posix.normalize(path) !== path || path.startsWith(".."))
      .map(({ path }) => `${path} lies outside`),
    ...(seconds > (demands.secondsMax ?? 10) ? [`it took ${seconds} s`] : []),
  ];
}

function rejectionFaults(
  { about, hint }: TortureSpec["demands"],
  errors: readonly Diagnostic[],
  { files }: Generated,
): readonly string[] {
  const said = errors.map(({ message, help }) => `${message} ${help}`).join("\n");
  return [
    ...(errors.length === 0 ? ["there is no error"] : []),
    ...(files.length > 0 ? ["there are files all the same"] : []),
    ...(about === undefined || errors.some((one) => isOfKind(one, about))
      ? []
      : [`no error is about ${about}`]),
    ...(hint === undefined || said.includes(hint) ? [] : [`no error says ${hint}`]),
  ];
}

function acceptanceFaults(errors: readonly Diagnostic[], { files }: Generated): readonly string[] {
  return [...errors.map(({ message }) => message), ...(files.length === 0 ? ["there are no files"] : [])];
}

function isOfKind({ code }: Diagnostic, kind: string): boolean {
  return codesOfKind[kind]?.includes(code) === true;
}

/** The line that a complaint points at: one of its own where no text could be parsed. */
function lineOf({ place, on, position }: Diagnostic, { document }: Generated): number | undefined {
  return position?.line ?? document?.locate(place, on).line;
}
