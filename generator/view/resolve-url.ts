import type { Server } from "../model/api.ts";

const scheme = /^[a-z][a-z0-9+.-]*:/i;

/**
 * A URL of a flow or of discovery, which may be relative to the server (OpenAPI 3.1, 4.6). Both are templates, so they
 * are taken apart by hand (RFC 3986, 5.2). It stays as it is where the server is relative, too.
 */
export function resolveUrl(url: string, server: Server | undefined): string {
  const [base] = [server?.url ?? "", defaultsIn(server?.url ?? "", server)].filter((text) =>
    /^[^/?#]+:\/\//.test(text),
  );
  if (url === "" || base === undefined || scheme.test(defaultsIn(url, server))) return url;
  const [, start = "", authority = "", path = ""] = /^([^/]+:)(\/\/[^/?#]*)([^?#]*)/.exec(base) ?? [];
  if (url.startsWith("//")) return `${start}${url}`;
  const [, own = "", rest = ""] = /^([^?#]*)([^]*)$/.exec(url) ?? [];
  const whole = own.startsWith("/") ? own : own === "" ? path : `${path.replace(/[^/]*$/, "")}${own}`;
  return `${start}${authority}${withoutDots(whole)}${rest}`;
}

function defaultsIn(template: string, server: Server | undefined): string {
  const defaults = new Map((server?.variables ?? []).map(({ name, default: text }) => [name, text]));
  return template.replace(/{([^}]+)}/g, (variable, name: string) => defaults.get(name) ?? variable);
}

/** RFC 3986, 5.2.4. */
function withoutDots(path: string): string {
  const segments = path.replace(/^\//, "").split("/");
  const kept: string[] = [];
  for (const segment of segments) {
    if (segment === "..") kept.pop();
    else if (segment !== ".") kept.push(segment);
  }
  if (/^\.{1,2}$/.test(segments.at(-1) ?? "")) kept.push("");
  return `/${kept.join("/")}`;
}
