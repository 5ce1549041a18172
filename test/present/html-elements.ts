/** An element of a page, in the order of the page. */
export interface PageElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** The names of the elements around it, the outermost first. */
  readonly around: readonly string[];
  /** The text up to its end tag, or up to the next tag if it has none. */
  readonly text: string;
}

const empty = new Set(["meta", "input"]);
const tag = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)>/g;

/** The elements of a page that is written as strictly as ours; anything else in it is an error. */
export function elementsOf(page: string): readonly PageElement[] {
  const html = page
    .replace(/^<!doctype html>\n/, "")
    .replace(/(<script>)[^]*?(<\/script>)/, "$1$2")
    .replace(/(<style>)[^]*?(<\/style>)/, "$1$2");
  const elements: PageElement[] = [];
  const open: { readonly name: string; readonly at: number; readonly index: number }[] = [];
  let end = 0;
  for (const match of html.matchAll(tag)) {
    const [whole, slash = "", name = "", written = ""] = match;
    const between = html.slice(end, match.index);
    if (/[<>]/.test(between)) throw new Error(`Neither text nor a tag: ${between}`);
    end = match.index + whole.length;
    if (slash === "/") {
      const last = open.pop();
      if (last?.name !== name) throw new Error(`<${last?.name}> ends with ${whole}`);
      const element = elements[last.index];
      const text = html.slice(last.at, match.index).replace(/<[^>]*>/g, "");
      if (element !== undefined) elements[last.index] = { ...element, text };
      continue;
    }
    const attributes = [...written.matchAll(/([a-z-]+)(?:="([^"]*)")?/g)];
    elements.push({
      name,
      attributes: new Map(attributes.map(([, key = "", value = ""]) => [key, value])),
      around: open.map((element) => element.name),
      text: "",
    });
    if (!empty.has(name)) open.push({ name, at: end, index: elements.length - 1 });
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)?.name}> has no end`);
  return elements;
}
