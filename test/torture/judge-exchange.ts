import { isDeepStrictEqual } from "node:util";
import type { Sent } from "./loopback.ts";
import type { Expectation, ExpectedPart, Vector } from "./torture-spec.ts";

/** What came of one call. */
export interface Exchange {
  /** Nothing where the call was refused. */
  readonly sent: Sent | undefined;
  /** The URL as it was handed to `fetch`. */
  readonly absoluteUrl: string | undefined;
  readonly outcome: ({ readonly value: unknown } | { readonly error: unknown }) & {
    /** Of a stream, up to its end or its error. */
    readonly items?: readonly unknown[];
  };
}

/** What is wrong with a call by its vector; empty if nothing is. */
export async function judgeExchange(vector: Vector, exchange: Exchange): Promise<readonly string[]> {
  return [...(await requestFaults(vector.expect ?? {}, exchange)), ...outcomeFaults(vector, exchange)];
}

async function requestFaults(expected: Expectation, exchange: Exchange): Promise<readonly string[]> {
  const { sent, outcome } = exchange;
  if (expected.anyOf !== undefined) {
    const each = await Promise.all(expected.anyOf.map((one) => requestFaults(one, exchange)));
    return each.some((faults) => faults.length === 0) ? [] : each.flat();
  }
  if (expected.throws === true) {
    const refused = "error" in outcome ? [] : ["the call was not refused"];
    return sent === undefined ? refused : [...refused, `${sent.method} ${sent.url} was sent`];
  }
  if (sent === undefined) return [`nothing was sent: ${"error" in outcome ? String(outcome.error) : ""}`];
  return [
    ...differs("method", sent.method, [expected.method]),
    ...differs("url", sent.url, [expected.url, ...(expected.urlAlso ?? [])]),
    ...differs("absolute url", exchange.absoluteUrl, [expected.absoluteUrl]),
    ...headerFaults(expected, sent),
    ...(await bodyFaults(expected, sent)),
  ];
}

/** Empty where nothing is demanded, or one of what is. */
function differs(
  what: string,
  found: string | undefined,
  wanted: readonly (string | undefined)[],
): readonly string[] {
  const demanded = wanted.filter((one) => one !== undefined);
  if (demanded.length === 0 || demanded.some((one) => one === found)) return [];
  return [`${what} is ${found}, not ${demanded.join(" or ")}`];
}

function headerFaults({ headers = {}, noHeaders = [] }: Expectation, sent: Sent): readonly string[] {
  // The blank after a comma is no part of the value.
  const tidy = (text: string): string => text.replaceAll(", ", ",");
  const valueOf = (name: string): string => tidy(String(sent.headers[name.toLowerCase()]));
  return [
    ...Object.entries(headers).flatMap(([name, wanted]) => {
      if (!wanted.startsWith("~")) return differs(name, valueOf(name), [tidy(wanted)]);
      return new RegExp(wanted.slice(1)).test(valueOf(name))
        ? []
        : [`${name} is ${valueOf(name)}, not ${wanted}`];
    }),
    ...noHeaders
      .filter((name) => sent.headers[name.toLowerCase()] !== undefined)
      .map((name) => `${name} was sent: ${valueOf(name)}`),
  ];
}

async function bodyFaults(expected: Expectation, sent: Sent): Promise<readonly string[]> {
  const { jsonBody, rawBody, rawBodyAlso = [], bodyBase64, noBody, parts } = expected;
  const text = sent.bytes.toString();
  return [
    ...(jsonBody === undefined ? [] : jsonFaults(text, jsonBody)),
    ...differs("body", text, [rawBody, ...rawBodyAlso]),
    ...differs("body", sent.bytes.toString("base64"), [bodyBase64]),
    ...(noBody === true ? differs("body", text, [""]) : []),
    ...(parts === undefined ? [] : await partFaults(sent, parts)),
  ];
}

function jsonFaults(text: string, wanted: string): readonly string[] {
  try {
    return isDeepStrictEqual(JSON.parse(text), JSON.parse(wanted)) ? [] : [`body is ${text}, not ${wanted}`];
  } catch {
    return [`body is no JSON: ${text}`];
  }
}

async function partFaults(
  { bytes, headers }: Sent,
  wanted: readonly ExpectedPart[],
): Promise<readonly string[]> {
  const type = headers["content-type"] ?? "";
  const form = await new Response(new Uint8Array(bytes), { headers: { "content-type": type } }).formData();
  const found = await Promise.all(
    [...form].map(async ([name, part]) =>
      typeof part === "string"
        ? { name, text: part }
        : { name, filename: part.name, type: part.type, text: await part.text() },
    ),
  );
  const names = (parts: readonly { readonly name: string }[]): string => parts.map(({ name }) => name).join();
  return [
    ...differs("list of parts", names(found), [names(wanted)]),
    ...wanted.flatMap((part, index) =>
      isDeepStrictEqual({ ...found[index], ...part }, found[index])
        ? []
        : [`part ${index} is ${JSON.stringify(found[index])}, not ${JSON.stringify(part)}`],
    ),
  ];
}

function outcomeFaults(vector: Vector, exchange: Exchange): readonly string[] {
  const { items } = exchange.outcome;
  if (vector.items === undefined) return resultFaults(vector, exchange);
  const isSame = isDeepStrictEqual(items, vector.items);
  return [...(isSame ? [] : [`the items are ${JSON.stringify(items)}`]), ...resultFaults(vector, exchange)];
}

function resultFaults(vector: Vector, { outcome }: Exchange): readonly string[] {
  const value = "value" in outcome ? outcome.value : undefined;
  const error = "error" in outcome ? outcome.error : undefined;
  const failed = "error" in outcome ? [`the call failed: ${String(error)}`] : [];
  const shown = `the result is ${JSON.stringify(value)}`;
  if (vector.noResult === true) return value === undefined ? failed : [shown];
  if (vector.result !== undefined) return isDeepStrictEqual(value, vector.result) ? [] : [...failed, shown];
  if (vector.resultNot === "throws-syntax-error") return error instanceof SyntaxError ? failed : [];
  if (vector.error !== undefined) {
    const wanted = Object.entries(vector.error);
    const known = wanted.every(([name, one]) => isDeepStrictEqual(Reflect.get(Object(error), name), one));
    return known ? [] : [...failed, shown];
  }
  return vector.expect?.throws === true || vector.expect?.anyOf !== undefined ? [] : failed;
}
