import type { ClientBook } from "./clients.ts";
import type { Login } from "./login.ts";
import type { AuthorizationServer } from "../oauth/authorization-server.ts";

/** Something that goes wrong with the next calls of an operation. */
export interface Fault {
  readonly operation: string;
  readonly times: number;
  /** The status of an answer from before the platform does anything. */
  readonly status?: number;
  readonly retryAfter?: string;
  /** How long the answer is held back, in milliseconds; the work is done before. */
  readonly wait?: number;
  /** The connection breaks once the work is done. */
  readonly cut?: boolean;
}

/** So many requests of a token in that many seconds. */
export interface Budget {
  readonly allowed: number;
  readonly seconds: number;
}

/** What a story may ask of the platform that no API would do for it. */
export interface Wish {
  readonly fault?: Fault;
  /** Nothing goes wrong any more. */
  readonly calm?: boolean;
  readonly budget?: Budget;
  /** In seconds, of the tokens to come. */
  readonly lifetime?: number;
  readonly revoke?: boolean;
  /** A client that support blocks. */
  readonly disable?: string;
  /** How often each client that is deleted from now on is still to be seen. */
  readonly linger?: number;
  /** How many clients stand on a page of the list. */
  readonly pageSize?: number;
}

/** What is set for the calls to come. */
export interface Controls {
  readonly faults: { fault: Fault; left: number }[];
  budget: Budget;
  /** Requests by token, and when their window ends. */
  readonly windows: Map<string, { count: number; readonly until: number }>;
}

const plenty: Budget = { allowed: 300, seconds: 60 };

export function openControls(): Controls {
  return { faults: [], budget: plenty, windows: new Map() };
}

/** Does what a story asks for. */
export async function grantWish(
  wish: Wish,
  controls: Controls,
  clients: ClientBook,
  login: Login,
  server: AuthorizationServer,
): Promise<void> {
  if (wish.fault) controls.faults.push({ fault: wish.fault, left: wish.fault.times });
  if (wish.calm) controls.faults.length = 0;
  if (wish.budget) {
    controls.budget = wish.budget;
    controls.windows.clear();
  }
  if (wish.lifetime) Object.assign(server, { lifetime: wish.lifetime });
  if (wish.revoke) await login.revokeAll();
  if (wish.linger !== undefined) Object.assign(clients, { linger: wish.linger });
  if (wish.pageSize !== undefined) Object.assign(clients, { pageSize: wish.pageSize });
  const blocked = clients.kept.get(wish.disable ?? "");
  if (blocked) clients.kept.set(blocked.id, { ...blocked, state: "disabled" });
}

/** The fault that a call meets, if any. */
export function faultOf({ faults }: Controls, operation: string): Fault | undefined {
  const met = faults.find((one) => one.left > 0 && one.fault.operation === operation);
  if (met) met.left--;
  return met?.fault;
}

/** Counts a request of a token. Tells how far it is within its budget. */
export function countRequest(
  { budget, windows }: Controls,
  token: string,
): { readonly count: number; readonly allowed: number; readonly reset: number } {
  const now = Date.now();
  const known = windows.get(token);
  const window = known && known.until > now ? known : { count: 0, until: now + budget.seconds * 1000 };
  window.count++;
  windows.set(token, window);
  return { count: window.count, allowed: budget.allowed, reset: Math.ceil((window.until - now) / 1000) };
}
