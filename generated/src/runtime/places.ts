// Part of the runtime that specwright ships with each client. Do not edit.
// Where parameters stand in a request, each place on its own so that only those who need it carry it.
import { addCookie, addQuery, setHeaders } from "./draft.js";
import { refusal } from "./error-message.js";
import type { Placer } from "./operation.js";
import { plainText, scalar, scalarPair } from "./parameters.js";

/** What URLs take for "here" and "up", and nothing at all: each would make the path another operation's. */
const misleading = /^(\.|%(25)?2e){0,2}$/i;

/** Fills the template of the path. A value that is empty, `.` or `..` is refused. */
export const inPath: Placer = (draft, { name, field = name, write = scalar }, value) => {
  const text = value == null ? "" : write(name, value);
  if (value === "" || misleading.test(text)) {
    throw refusal(draft, `Give ${field}, not "." or ".."`);
  }
  draft.path = draft.path.replaceAll(`{${name}}`, () => text);
};

export const inQuery: Placer = (draft, { name, write = scalarPair }, value) =>
  value == null ? undefined : addQuery(draft, write(name, value));

/** An empty header is sent, an empty list is none. */
export const inHeader: Placer = (draft, { name, write }, value) => {
  const text = value == null ? "" : write ? write(name, value) : plainText(value);
  if (text || value === "") setHeaders(draft, { [name]: text });
};

export const inCookie: Placer = (draft, { name, write = scalarPair }, value) =>
  value == null ? undefined : addCookie(draft, write(name, value));
