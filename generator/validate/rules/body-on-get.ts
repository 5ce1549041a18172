import { diagnostic } from "../../diagnostic.ts";
import type { SpecNode } from "../../load/document.ts";
import { member } from "../../load/node.ts";
import { isInBody, readParameters } from "../parameters.ts";
import type { Rule, Subject } from "../rule.ts";

/** A body has no meaning on GET and HEAD (RFC 9110, section 9.3), and `fetch` sends none. */
export const bodyOnGet: Rule = function* (subject) {
  const bodies = subject.document.version === "2.0" ? bodiesIn20(subject) : requestBodies(subject);
  for (const { method, body, on } of bodies) {
    if (method === "GET" || method === "HEAD")
      yield diagnostic("body-on-get", body.place, { method }, { on });
  }
};

interface MethodBody {
  readonly method: string;
  readonly body: SpecNode;
  readonly on: "key" | "value";
}

function requestBodies({ of }: Subject): readonly MethodBody[] {
  return of("Path Item").flatMap((item) =>
    ["get", "head"].flatMap((method) => {
      const body = member(member(item, method), "requestBody");
      return body === undefined ? [] : [{ method: method.toUpperCase(), body, on: "key" as const }];
    }),
  );
}

function bodiesIn20({ document, paths }: Subject): readonly MethodBody[] {
  return paths.flatMap((path) =>
    path.operations.flatMap(({ method, parameters }) =>
      readParameters(document, [...path.parameters, ...parameters])
        .filter(isInBody)
        .slice(0, 1)
        .map(({ written }) => ({ method, body: written, on: "value" as const })),
    ),
  );
}
