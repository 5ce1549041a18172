import { createServer } from "node:http";
import type { IncomingHttpHeaders, ServerResponse } from "node:http";
import { setTimeout } from "node:timers/promises";
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
  /** What the server says to the requests from now on, the last to all others; what it was sent so far is forgotten. */
  expectRequests(...responds: readonly Respond[]): readonly Sent[];
  close(): void;
}

/** Each piece a while after the one before it, so that they do not arrive as one. */
async function sendAll(chunks: readonly string[], response: ServerResponse): Promise<void> {
  for (const chunk of chunks) {
    response.write(chunk);
    await setTimeout(10);
  }
}

/** A real server on loopback for many calls, one after the other. */
export async function openLoopback(): Promise<Loopback> {
  let answers: readonly Respond[] = [];
  let received: Sent[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      const answer = answers[received.length] ?? answers.at(-1) ?? { status: 204 };
      received.push({ method, url, headers, bytes: Buffer.concat(chunks) });
      response.writeHead(answer.status, answer.headers ?? {});
      void sendAll(answer.chunks ?? [], response).then(() => response.end(answer.body ?? ""));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    expectRequests(...responds) {
      answers = responds;
      received = [];
      return received;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
