import { createServer } from "node:http";
import type { IncomingHttpHeaders } from "node:http";
import type { Respond } from "./torture-spec.ts";

/** A request as it came over the wire, its body byte for byte. */
export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}

export interface Loopback {
  readonly url: string;
  /** What the server says to every request from now on; what it was sent so far is forgotten. */
  expectRequests(respond: Respond): readonly Sent[];
  close(): void;
}

/** A real server on loopback for many calls, one after the other. */
export async function openLoopback(): Promise<Loopback> {
  let answer: Respond = { status: 204 };
  let received: Sent[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      received.push({ method, url, headers, bytes: Buffer.concat(chunks) });
      response.writeHead(answer.status, answer.headers ?? {}).end(answer.body ?? "");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    expectRequests(respond) {
      answer = respond;
      received = [];
      return received;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
