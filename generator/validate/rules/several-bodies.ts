import { diagnostic } from "../../diagnostic.ts";
import { isInBody, readParameters } from "../parameters.ts";
import type { Rule } from "../rule.ts";

/** A request has one body: one parameter `in: body`, or the fields of one form (Swagger 2.0, Parameter Object). */
export const severalBodies: Rule = function* ({ document, paths }) {
  if (document.version !== "2.0") return;
  for (const path of paths) {
    for (const { parameters } of path.operations) {
      const list = readParameters(document, [...path.parameters, ...parameters]).filter(isInBody);
      const body = list.find((parameter) => parameter.in === "body");
      const other = list.find(
        (parameter) => body !== undefined && `${parameter.in} ${parameter.name}` !== `body ${body.name}`,
      );
      if (body === undefined || other === undefined) continue;
      const [first, second] = list.indexOf(body) < list.indexOf(other) ? [body, other] : [other, body];
      const related = [{ message: "first declared", place: first.written.place }];
      const params = { name: second.name, first: first.name };
      yield diagnostic("several-bodies", second.written.place, params, { related });
    }
  }
};
