import type { RemoteText } from "../load/document.ts";

/** A description of an API is smaller, and a server that sends more may never stop. */
const mostBytes = 10 * 1024 * 1024;
const patience = 10_000;
const mostRedirects = 5;

/**
 * Get the text at an address, with LF line ends. A redirect is followed on the same host only: the host is what the
 * settings allow.
 */
export async function fetchText(address: string): Promise<RemoteText> {
  try {
    return await getText(address, AbortSignal.timeout(patience));
  } catch (error) {
    return { why: reasonOf(error) };
  }
}

async function getText(address: string, signal: AbortSignal): Promise<RemoteText> {
  let url = new URL(address);
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const response = await fetch(url.href, { redirect: "manual", signal });
    if (response.status < 300 || response.status > 399) return textOf(response);
    await response.body?.cancel();
    const next = nextAfter(url, response.headers.get("location"));
    if ("why" in next) return next;
    url = next;
  }
  return { why: "it is redirected over and over" };
}

function nextAfter(url: URL, location: string | null): URL | { readonly why: string } {
  if (location === null || !URL.canParse(location, url.href)) return { why: "it is redirected to nowhere" };
  const next = new URL(location, url);
  return next.protocol === url.protocol && next.host === url.host
    ? next
    : { why: `it is redirected to ${next.origin}, and another host has to be allowed by itself` };
}

async function textOf({ ok, status, body }: Response): Promise<RemoteText> {
  if (!ok) {
    await body?.cancel();
    return { why: `the server answers ${status}` };
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop ends the transfer.
  for await (const chunk of chunksOf(body)) {
    size += chunk.length;
    if (size > mostBytes) return { why: "it is larger than 10 MB" };
    chunks.push(chunk);
  }
  return { text: Buffer.concat(chunks).toString("utf8").replaceAll("\r\n", "\n") };
}

function chunksOf(body: Response["body"]): AsyncIterable<Uint8Array> | readonly Uint8Array[] {
  return body ?? [];
}

const reasons: Readonly<Record<string, string>> = {
  ENOTFOUND: "there is no such host",
  EAI_AGAIN: "the name of the host cannot be looked up",
  ECONNREFUSED: "the host refuses the connection",
  ECONNRESET: "the host broke off the connection",
  EHOSTUNREACH: "the host cannot be reached",
  ENETUNREACH: "the network cannot be reached",
  UND_ERR_SOCKET: "the host broke off the connection",
};

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return "there was no answer within 10 seconds";
  const { cause } = error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return reasons[code] ?? (cause instanceof Error && cause.message !== "" ? cause.message : error.message);
}
