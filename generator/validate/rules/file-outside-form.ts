import { diagnostic } from "../../diagnostic.ts";
import { member, textOf } from "../../load/node.ts";
import type { Rule } from "../rule.ts";

/** A file travels in a form (Swagger 2.0, Parameter Object: `type`). */
export const fileOutsideForm: Rule = function* ({ document, of }) {
  if (document.version !== "2.0") return;
  for (const parameter of of("Parameter")) {
    const type = member(parameter, "type");
    if (type?.value !== "file" || textOf(parameter, "in") === "formData") continue;
    yield diagnostic("file-outside-form", type.place, { name: textOf(parameter, "name") ?? "" });
  }
};
