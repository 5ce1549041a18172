import type { Parameter } from "../model/operation.ts";

/**
 * What stands in a path where the caller gives nothing: the parameter's default, since a path cannot do without.
 * Elsewhere a default is what the server assumes, and nothing travels (OpenAPI 3.1, "Parameter Object").
 */
export function pathDefault({ in: place, shape }: Parameter): string | undefined {
  const value = shape.notes?.default;
  if (place !== "path" || value === null || typeof value === "object" || value === "") return undefined;
  return value === undefined ? undefined : String(value);
}

/** Whether a call has to give a parameter. */
export function mustBeGiven(parameter: Parameter): boolean {
  return parameter.required && pathDefault(parameter) === undefined;
}
