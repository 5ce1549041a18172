import type { Diagnostic } from "../diagnostic.ts";
import type { SpecDocument } from "../load/document.ts";
import { checkStructure } from "./check-structure.ts";
import { orderDiagnostics } from "./order-diagnostics.ts";
import type { Rule } from "./rule.ts";
import { address } from "./rules/address.ts";
import { bodyOnGet } from "./rules/body-on-get.ts";
import { collectionFormats } from "./rules/collection-formats.ts";
import { crossedBounds } from "./rules/crossed-bounds.ts";
import { discriminatorMapping } from "./rules/discriminator-mapping.ts";
import { duplicateEnumValue } from "./rules/duplicate-enum-value.ts";
import { duplicateOperationId } from "./rules/duplicate-operation-id.ts";
import { duplicateParameter } from "./rules/duplicate-parameter.ts";
import { duplicateResponseHeader } from "./rules/duplicate-response-header.ts";
import { duplicateTag } from "./rules/duplicate-tag.ts";
import { dynamicReference } from "./rules/dynamic-reference.ts";
import { emptyOperationId } from "./rules/empty-operation-id.ts";
import { enumExtensions } from "./rules/enum-extensions.ts";
import { enumOutsideType } from "./rules/enum-outside-type.ts";
import { extensionShapes } from "./rules/extension-shapes.ts";
import { extensionValues } from "./rules/extension-values.ts";
import { fileOutsideForm } from "./rules/file-outside-form.ts";
import { identicalPaths } from "./rules/identical-paths.ts";
import { invalidPattern } from "./rules/invalid-pattern.ts";
import { links } from "./rules/links.ts";
import { listOfAnything } from "./rules/list-of-anything.ts";
import { malformedPath } from "./rules/malformed-path.ts";
import { missingResponses } from "./rules/missing-responses.ts";
import { nothingDescribed } from "./rules/nothing-described.ts";
import { parameterWithoutSchema } from "./rules/parameter-without-schema.ts";
import { pathParameterNotRequired } from "./rules/path-parameter-not-required.ts";
import { pathParameters } from "./rules/path-parameters.ts";
import { pathWithoutSlash } from "./rules/path-without-slash.ts";
import { readOnlyAndWriteOnly } from "./rules/read-only-and-write-only.ts";
import { referenceTargets } from "./rules/reference-targets.ts";
import { referredOperation } from "./rules/referred-operation.ts";
import { reservedHeaderParameter } from "./rules/reserved-header-parameter.ts";
import { securityRequirements } from "./rules/security-requirements.ts";
import { securitySchemeFields } from "./rules/security-scheme-fields.ts";
import { serverVariables } from "./rules/server-variables.ts";
import { severalBodies } from "./rules/several-bodies.ts";
import { sharedOperationId } from "./rules/shared-operation-id.ts";
import { unfoldedSize } from "./rules/unfolded-size.ts";
import { unknownRequiredProperty } from "./rules/unknown-required-property.ts";
import { unsendableMethod } from "./rules/unsendable-method.ts";
import { wrongComponentName } from "./rules/wrong-component-name.ts";
import { wrongMediaType } from "./rules/wrong-media-type.ts";
import { wrongStatus } from "./rules/wrong-status.ts";
import { openSubject } from "./subject.ts";

const rules: readonly Rule[] = [
  checkStructure,
  address,
  bodyOnGet,
  collectionFormats,
  crossedBounds,
  discriminatorMapping,
  duplicateEnumValue,
  duplicateOperationId,
  duplicateParameter,
  duplicateResponseHeader,
  duplicateTag,
  dynamicReference,
  emptyOperationId,
  enumExtensions,
  enumOutsideType,
  extensionShapes,
  extensionValues,
  fileOutsideForm,
  identicalPaths,
  invalidPattern,
  links,
  listOfAnything,
  malformedPath,
  missingResponses,
  nothingDescribed,
  parameterWithoutSchema,
  pathParameterNotRequired,
  pathParameters,
  pathWithoutSlash,
  readOnlyAndWriteOnly,
  referenceTargets,
  referredOperation,
  reservedHeaderParameter,
  securityRequirements,
  securitySchemeFields,
  serverVariables,
  severalBodies,
  sharedOperationId,
  unfoldedSize,
  unknownRequiredProperty,
  unsendableMethod,
  wrongComponentName,
  wrongMediaType,
  wrongStatus,
];

/** Everything that a spec gets wrong, at once and in the order in which it is written. */
export function validateSpec(document: SpecDocument): readonly Diagnostic[] {
  const subject = openSubject(document);
  return orderDiagnostics(
    document,
    rules.flatMap((rule) => [...rule(subject)]),
  );
}
