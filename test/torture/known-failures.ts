import type { DiagnosticCode } from "../../generator/diagnostic.ts";

/** What the torture specs call a complaint, and the codes that it has here. */
export const codesOfKind: Readonly<Record<string, readonly DiagnosticCode[]>> = {
  // Of errors.
  "alias-expansion": ["alias-bomb"],
  "duplicate-key": ["duplicate-key"],
  "not-openapi": ["not-an-openapi-document"],
  "ref-cycle": ["endless-reference"],
  "unknown-field": ["unknown-field", "unknown-keyword"],
  "unknown-security-scheme": ["unknown-security-scheme"],
  "unresolved-ref": ["unresolved-reference"],
  "wrong-type": ["wrong-type", "wrong-word"],
  "yaml-syntax": ["syntax-error"],
  // Of warnings.
  "body-on-get": ["body-on-get"],
  "default-type": ["default-does-not-fit"],
  "discriminator-property-missing": ["discriminator-property-missing"],
  "duplicate-header": ["duplicate-header"],
  "duplicate-operationid-via-ref": ["shared-operation-id"],
  "empty-responses": ["missing-responses"],
  "name-collision": ["name-clash"],
  "reserved-header-parameter": ["reserved-header-parameter"],
  "unsatisfiable-allof": ["unsatisfiable-all-of"],
};

/** What does not hold yet, by the title of its test: every fault that it has, and why. */
export const knownFailures: Readonly<
  Record<string, { readonly faults: readonly string[]; readonly why: string }>
> = {};
