import type { Diagnostic } from "../diagnostic.ts";
import type { Operation, Parameter, ParameterPlace } from "../model/operation.ts";
import { assignNames, type Candidate } from "./assign-names.ts";
import { camelCase, pascalCase } from "./case.ts";
import { clashDiagnostics, type Named } from "./complain.ts";
import { parameterKey } from "./names.ts";
import { isReservedField } from "./reserved.ts";

/**
 * Name the fields of one operation's parameters. A parameter of the path keeps its name; one of another place
 * that wants the same, or one that wants a field of the call or of any object, says where it stands: `queryBody`.
 */
export function nameFields({ parameters }: Operation): {
  readonly fields: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
} {
  const wanted = new Map(parameters.map((parameter) => [parameterKey(parameter), wantedBy(parameter)]));
  const named = new Map<string, Named>();
  const candidates = parameters.map((parameter): Candidate => {
    const key = parameterKey(parameter);
    const called = `${parameter.in} parameter "${parameter.name}"`;
    named.set(key, { called, place: parameter.place, on: "value" });
    const field = wanted.get(key) ?? key;
    const isTaken = isReservedField(field) || parameters.some((other) => beats(other, parameter, wanted));
    const target = isTaken ? prefixes[parameter.in] + pascalCase(field) : field;
    // The place in the spelling only tells twins apart.
    return {
      spelling: key,
      target,
      isFixed: parameter.field !== undefined,
      isSame: parameter.name === target,
    };
  });
  const { names, clashes } = assignNames(candidates);
  return { fields: names, diagnostics: clashDiagnostics(clashes, named) };
}

const prefixes: Readonly<Record<ParameterPlace, string>> = {
  path: "path",
  query: "query",
  querystring: "query",
  header: "header",
  cookie: "cookie",
};

function wantedBy({ name, field }: Parameter): string {
  return camelCase(field ?? name) || "parameter";
}

/** Whether another parameter keeps the name that both want. */
function beats(other: Parameter, parameter: Parameter, wanted: ReadonlyMap<string, string>): boolean {
  if (other.in === parameter.in || parameter.in === "path") return false;
  return wanted.get(parameterKey(other)) === wanted.get(parameterKey(parameter));
}
