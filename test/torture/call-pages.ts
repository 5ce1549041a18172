import { isDeepStrictEqual } from "node:util";
import type { Generated } from "../../generator/generate.ts";
import type { GeneratedModule } from "./call-vector.ts";
import { fillArguments } from "./fill-arguments.ts";
import type { Loopback } from "./loopback.ts";
import type { PageScript, Plain } from "./torture-spec.ts";

/** What each error of a script is called here: the words of its message. */
const errors: Readonly<Record<string, RegExp>> = { "repeated-cursor": /circle.*cursor/ };

/** Iterate over all items of a listing against a server that answers as the script says; tells what is not as it says. */
export async function pageFaults(
  script: PageScript,
  module: GeneratedModule,
  made: Generated,
  raw: Plain,
  loopback: Loopback,
): Promise<readonly string[]> {
  const operation = made.operations.find(({ operationId }) => operationId === script.call);
  if (operation === undefined) throw new Error(`There is no operation ${script.call}.`);
  const headers = { "content-type": "application/json" };
  const received = loopback.expectRequests(
    ...script.responses.map((body) => ({ status: 200, headers, body: JSON.stringify(body) })),
  );
  const client = module.createClient({ baseUrl: loopback.url });
  const params = fillArguments(script.args ?? {}, operation, raw);
  const listing = client[operation.group]?.[operation.function]?.(params);
  const items: unknown[] = [];
  let failed: unknown;
  try {
    // A client that does not page gives a promise, which is no iterable: that is a fault like any other.
    for await (const item of listing as unknown as AsyncIterable<unknown>) items.push(item);
  } catch (error) {
    failed = error;
  }
  const urls = received.map(({ url }) => url);
  return [
    ...compared("items", items, script.items),
    ...compared("urls", urls, script.urls),
    ...errorFaults(failed, script.error),
  ];
}

function compared(what: string, found: readonly unknown[], wanted: readonly unknown[] | undefined): string[] {
  if (wanted === undefined || isDeepStrictEqual(found, wanted)) return [];
  return [`the ${what} are ${JSON.stringify(found)}`];
}

function errorFaults(failed: unknown, wanted: string | undefined): readonly string[] {
  const said = failed === undefined ? "" : String(failed);
  if (wanted === undefined) return failed === undefined ? [] : [said];
  return errors[wanted]?.test(said) === true ? [] : [`no error about ${wanted}, but "${said}"`];
}
