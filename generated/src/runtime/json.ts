// Part of the runtime that specwright ships with each client. Do not edit.
import { present } from "./draft.js";
import type { BodyWriter } from "./operation.js";

/** Writes a JSON body. RFC 8259. */
export const jsonBody: BodyWriter = (value, contentType = "application/json", site) => ({
  body: JSON.stringify(present(value, site)),
  contentType,
});
