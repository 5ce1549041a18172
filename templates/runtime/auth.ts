import { refusal } from "./error-message.js";
import type { ApiDescription, Operation, SecurityScheme } from "./operation.js";
import { writeDefault } from "./parameters.js";
import type { Piece } from "./request.js";

/** A token, or a function that is asked for one before each request. */
export type BearerCredential = string | (() => string | Promise<string>);

export interface BasicCredential {
  readonly username: string;
  readonly password: string;
}

/** A key, or a function that is asked for one before each request. */
export type ApiKeyCredential = string | (() => string | Promise<string>);

/**
 * What the caller's credentials add to a request: those of the first alternative that they satisfy, nothing
 * where only an empty one is left. Throws an `SdkError` that names what is needed where none is.
 */
export async function authorize(
  { schemes }: ApiDescription,
  operation: Operation,
  auth: unknown,
): Promise<readonly Piece[]> {
  const [only = "", ...others] = Object.keys(schemes);
  const credentials = new Map<string, unknown>(others[0] ? Object.entries(auth ?? {}) : [[only, auth]]);
  const alternatives = operation.security?.length ? operation.security : [[]];
  const fitting = alternatives.filter((names) => names.every((name) => credentials.get(name)));
  const names = fitting.find(([first]) => first) ?? fitting[0];
  if (!names) {
    const wanted = alternatives.map((some) => some.join(" and ")).join(", or ");
    throw refusal(operation, others[0] ? `auth must hold ${wanted}` : `Give auth, the credential of ${only}`);
  }
  const pieces: Piece[] = [];
  for (const name of names) {
    const scheme = schemes[name];
    const piece = scheme && (await pieceOf(scheme, credentials.get(name)));
    if (!piece) throw refusal(operation, `auth gives no ${name}`);
    pieces.push(piece);
  }
  return pieces;
}

/** The one place where a credential becomes what travels; `undefined` where it is none of its kind. */
async function pieceOf(scheme: SecurityScheme, credential: unknown): Promise<Piece | undefined> {
  if (scheme.type === "basic") return basicPiece(Object(credential));
  const text: unknown = typeof credential === "function" ? await credential() : credential;
  if (typeof text !== "string" || text === "") return undefined;
  if (scheme.type === "bearer") return ["header", "authorization", `Bearer ${text}`];
  const { in: place, name } = scheme;
  // Most keys that travel as a cookie are encoded already.
  return [place, name, place === "cookie" ? `${name}=${text}` : writeDefault(place, name, text)];
}

/** In UTF-8, RFC 7617 section 2.1. */
function basicPiece({ username, password }: Partial<BasicCredential>): Piece | undefined {
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  return username === undefined || password === undefined
    ? undefined
    : ["header", "authorization", `Basic ${btoa(String.fromCharCode(...bytes))}`];
}
