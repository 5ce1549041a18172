import { type Diagnostic, diagnostic } from "../diagnostic.ts";
import { childPointer, type Place, placeKey } from "../location.ts";
import type { Api } from "./api.ts";
import { findPaging } from "./find-paging.ts";
import { findPolling } from "./find-polling.ts";

/** A warning for each `x-pagination` and `x-polling` that the client cannot follow. */
export function checkFollowUps(api: Api): readonly Diagnostic[] {
  const models = new Map(api.models.map((model) => [model.id, model]));
  const complaints = api.operations.flatMap((operation): readonly Diagnostic[] => {
    const paging = findPaging(operation, models).fault;
    const polling = findPolling(operation, api, models).fault;
    return [
      ...(paging === undefined ? [] : [complaint("x-pagination", operation.place, paging.field, paging.why)]),
      ...(polling === undefined ? [] : [complaint("x-polling", polling.link.place, "", polling.why)]),
    ];
  });
  // Operations may share a link.
  const byPlace = new Map(complaints.map((one) => [placeKey(one.place), one]));
  return [...byPlace.values()];
}

const examples = {
  "x-pagination": "x-pagination: { style: cursor, items: orders, next: nextCursor, parameter: cursor }",
  "x-polling": 'x-polling: { state: "#/status", done: [ready], failed: [broken] }',
};

function complaint(extension: keyof typeof examples, owner: Place, field: string, why: string): Diagnostic {
  const pointer = childPointer(owner.pointer, extension);
  const place = { file: owner.file, pointer: field === "" ? pointer : childPointer(pointer, field) };
  const what = `\`${field === "" ? extension : `${extension}.${field}`}\``;
  return diagnostic("extension-not-followed", place, { what, why, example: examples[extension] });
}
