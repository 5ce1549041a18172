import type { Generated } from "../../generator/generate.ts";
import type { SecurityScheme, Server } from "../../generator/model/api.ts";
import { fillArguments } from "./fill-arguments.ts";
import type { Exchange } from "./judge-exchange.ts";
import type { Loopback } from "./loopback.ts";
import type { Plain, Vector } from "./torture-spec.ts";

/** A generated package once it is imported: its groups of operations are objects of the client. */
export interface GeneratedModule {
  readonly createClient: (options: Plain) => Readonly<Record<string, Readonly<Record<string, Method>>>>;
}

type Method = (params: Plain) => Promise<unknown>;

/** Call an operation of a generated package as its vector says, against a server on loopback. */
export async function callVector(
  vector: Vector,
  module: GeneratedModule,
  made: Generated,
  raw: Plain,
  loopback: Loopback,
): Promise<Exchange> {
  const operation = made.operations.find(({ operationId }) => operationId === vector.call);
  if (operation === undefined) throw new Error(`There is no operation ${vector.call}.`);
  const params = fillArguments(vector.args ?? {}, operation, raw);
  const received = loopback.expectRequests(vector.respond ?? { status: 204 });
  let absoluteUrl: string | undefined;
  // The URL of a server elsewhere is written down, and its request comes to ours all the same.
  const fetchHere: typeof fetch = (input, init) => {
    absoluteUrl = String(input);
    const { pathname, search } = new URL(absoluteUrl);
    return fetch(loopback.url + pathname + search, init);
  };
  const options = clientOptions(vector, made, loopback.url);
  const client = module.createClient({ fetch: fetchHere, ...options });
  const outcome = await Promise.resolve(client[operation.group]?.[operation.function]?.(params)).then(
    (value) => (vector.items === undefined ? { value } : itemsOf(value)),
    (error: unknown) => ({ error }),
  );
  return { sent: received[0], absoluteUrl, outcome };
}

/** What comes of a stream, and what it ends with. */
async function itemsOf(stream: unknown): Promise<Exchange["outcome"]> {
  const items: unknown[] = [];
  try {
    for await (const item of stream as AsyncIterable<unknown>) items.push(item);
  } catch (error) {
    return { items, error };
  }
  return { items, value: undefined };
}

/** The options of the client: where it sends, and as whom. */
function clientOptions({ auth, client, expect }: Vector, { api, names }: Generated, here: string): Plain {
  const variables = Object.entries(client?.server ?? {}).map(
    ([name, value]) => [names?.variables.get(name) ?? name, value] as const,
  );
  const isElsewhere = client?.baseUrl !== undefined || expect?.absoluteUrl !== undefined;
  return {
    ...Object.fromEntries(variables),
    ...(isElsewhere ? {} : { baseUrl: here + basePath(api?.servers[0]) }),
    ...(client?.baseUrl === undefined ? {} : { baseUrl: client.baseUrl }),
    ...(auth === undefined ? {} : { auth: credentials(auth, api?.schemes ?? []) }),
  };
}

/** What stands between the host and the paths of the operations. */
function basePath(server: Server | undefined): string {
  const { pathname } = new URL(server?.url ?? "/", "http://localhost");
  return pathname.replace(/\/$/, "");
}

/** One credential where the API has one scheme, else one for each by its name. */
function credentials(auth: NonNullable<Vector["auth"]>, schemes: readonly SecurityScheme[]): unknown {
  const given = Object.entries(auth).map(([name, one]) => [name, credentialOf(one)] as const);
  return schemes.length > 1 ? Object.fromEntries(given) : given[0]?.[1];
}

function credentialOf(given: Plain | string): unknown {
  return typeof given !== "string" && "token" in given ? given["token"] : given;
}
