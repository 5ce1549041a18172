import Handlebars from "handlebars";
import type { Page } from "../view/page.ts";
import { guard } from "./guard.ts";
import { TemplateFault } from "./template-fault.ts";
import type { TextFile } from "./text-file.ts";

/**
 * Draw each page with its template. Templates print the words of their view and repeat or leave out what the view
 * says; no helper beside `if`, `unless` and `each` is known. Nothing is escaped here: every word of a view has
 * come through the door of its language.
 *
 * @param templates by their path in the folder of templates
 */
export function renderPages(
  pages: readonly Page[],
  templates: ReadonlyMap<string, string>,
): readonly TextFile[] {
  const engine = Handlebars.create();
  for (const name of Object.keys(engine.helpers)) {
    if (!["if", "unless", "each", "helperMissing", "blockHelperMissing"].includes(name))
      engine.unregisterHelper(name);
  }
  const compile = (text: string): HandlebarsTemplateDelegate =>
    engine.compile(text, { noEscape: true, strict: true, knownHelpersOnly: true });
  for (const [path, text] of templates) {
    if (path.endsWith(".hbs")) engine.registerPartial(path.replace(/\.hbs$/, ""), compile(text));
  }
  const compiled = new Map<string, HandlebarsTemplateDelegate>();
  return pages.map(({ path, template, view }) => {
    try {
      const draw = compiled.get(template) ?? compile(textOf(template, templates));
      compiled.set(template, draw);
      return { path, text: draw(guard(view, template)) };
    } catch (error) {
      throw new TemplateFault(template, error);
    }
  });
}

function textOf(template: string, templates: ReadonlyMap<string, string>): string {
  const text = templates.get(template);
  if (text === undefined) throw new Error(`There is no template ${template}.`);
  return text;
}
