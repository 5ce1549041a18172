// Part of the runtime that specwright ships with each client. Do not edit.
import type { BodyWriter } from "./operation.js";

/** Writes a JSON body. RFC 8259. */
export const jsonBody: BodyWriter = (value, contentType) => ({ body: JSON.stringify(value), contentType });
