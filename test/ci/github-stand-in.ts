import type { ServerResponse } from "node:http";
import { type Received, serve, type TestServer } from "../runtime/server.ts";

export interface Comment {
  readonly id: number;
  readonly body: string;
  readonly user: { readonly login: string } | null;
}

export interface GithubStandIn extends TestServer {
  /** The comments as they are by now. */
  readonly comments: Comment[];
}

/** Answers instead, where it gives true. */
export type Trouble = (response: ServerResponse, request: Received) => boolean;

export const token = "a-token-to-keep-quiet-about";
export const bot = "github-actions[bot]";
const comments = /^\/repos\/acme\/shop\/issues\/7\/comments$/;
const oneComment = /^\/repos\/acme\/shop\/issues\/comments\/(\d+)$/;

/** What GitHub does with the comments of pull request 7 of acme/shop, two of them on a page. */
export async function standInForGithub(
  old: readonly Omit<Comment, "id">[] = [],
  trouble: Trouble = () => false,
): Promise<GithubStandIn> {
  const kept: Comment[] = old.map((comment, index) => ({ id: 100 + index, ...comment }));
  const server = await serve((response, request) => {
    if (trouble(response, request)) return;
    if (request.headers.authorization !== `Bearer ${token}`) return void response.writeHead(401).end("{}");
    const { pathname, searchParams } = new URL(request.url, "http://localhost");
    const id = Number(oneComment.exec(pathname)?.[1]);
    if (request.method === "GET" && comments.test(pathname)) {
      const page = Number(searchParams.get("page") ?? 1);
      const next = `http://${request.headers.host}${pathname}?page=${page + 1}`;
      const link = page * 2 < kept.length ? { link: `<${next}>; rel="next", <${next}0>; rel="last"` } : {};
      return void response.writeHead(200, link).end(JSON.stringify(kept.slice(page * 2 - 2, page * 2)));
    }
    const { body = "" } = JSON.parse(request.body || "{}") as { body?: string };
    if (body.length > 65_536) return void response.writeHead(422).end("{}");
    if (request.method === "POST" && comments.test(pathname)) {
      const comment = { id: 100 + kept.length, body, user: { login: bot } };
      kept.push(comment);
      return void response.writeHead(201).end(JSON.stringify(shown(comment)));
    }
    const index = kept.findIndex((comment) => comment.id === id);
    const found = kept[index];
    if (request.method === "PATCH" && found !== undefined) {
      kept[index] = { ...found, body };
      return void response.writeHead(200).end(JSON.stringify(shown(found)));
    }
    response.writeHead(404).end("{}");
  });
  return { ...server, comments: kept };
}

function shown(comment: Comment): object {
  return { ...comment, html_url: addressOf(comment.id) };
}

/** Where a person reads a comment. */
export function addressOf(id: number): string {
  return `https://github.example/acme/shop/pull/7#issuecomment-${id}`;
}
