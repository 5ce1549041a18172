import { diagnostic, type Diagnostic } from "../../diagnostic.ts";
import type { SpecNode } from "../../load/document.ts";
import { items, member, members, textOf } from "../../load/node.ts";
import { exampleOf } from "../own-extensions.ts";
import type { Rule, Subject } from "../rule.ts";
import { namesIn } from "../template.ts";

/** What the values of our extensions must be beyond their kind. */
export const extensionValues: Rule = function* (subject) {
  yield* checkNames(subject);
  yield* checkFlows(subject);
  for (const operation of subject.of("Operation")) {
    const permissions = member(member(operation, "x-permissions"), "permissions");
    if (isEmptyList(permissions)) yield complain("x-permissions", permissions, "permissions", "is empty");
  }
  for (const link of subject.of("Link")) {
    const polling = member(link, "x-polling");
    const state = member(polling, "state");
    const done = member(polling, "done");
    if (typeof state?.value === "string" && !/^#(\/|$)/.test(state.value)) {
      yield complain("x-polling", state, "state", "must be a JSON pointer behind a #, such as #/status");
    }
    if (isEmptyList(done))
      yield complain("x-polling", done, "done", "is empty, so that nothing would end it");
  }
};

/** A name that is to stand in code is one that code can hold. */
function* checkNames({ of }: Subject): Iterable<Diagnostic> {
  const owners = [...of("Operation"), ...of("Parameter"), ...of("Schema"), ...of("Tag")];
  for (const owner of owners) {
    const name = member(owner, "x-name");
    if (typeof name?.value !== "string" || /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name.value))
      continue;
    yield complain("x-name", name, "", `cannot be ${JSON.stringify(name.value)}: that is no name in code`);
  }
}

/** The addresses of an OAuth flow may hold the variables of the API's servers. */
function* checkFlows({ document, of }: Subject): Iterable<Diagnostic> {
  const servers = items(member(document.root, "servers"));
  const declared = new Set(
    servers.flatMap((server) => members(member(server, "variables")).map(([name]) => name)),
  );
  for (const flow of of("OAuth Flow")) {
    for (const extension of ["x-token-url", "x-authorization-url"]) {
      const url = member(flow, extension);
      for (const name of namesIn(textOf(flow, extension) ?? "")) {
        if (url === undefined || declared.has(name)) continue;
        yield complain(extension, url, "", `names {${name}}, which is no variable of a server`);
      }
    }
  }
}

function isEmptyList(node: SpecNode | undefined): node is SpecNode {
  return Array.isArray(node?.value) && node.value.length === 0;
}

function complain(extension: string, { place }: SpecNode, field: string, why: string): Diagnostic {
  const what = `\`${field === "" ? extension : `${extension}.${field}`}\``;
  return diagnostic("wrong-extension", place, { what, why, example: exampleOf(extension) });
}
