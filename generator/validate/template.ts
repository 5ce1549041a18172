/** The names between the braces of a path or of a server's URL, each once. */
export function namesIn(template: string): readonly string[] {
  return [...new Set([...template.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name))];
}

/** Whether each brace has its partner, and a name between the two. */
export function isWellFormed(template: string): boolean {
  return !/[{}]/.test(template.replace(/\{[^{}]+\}/g, ""));
}
