/**
 * A view that throws when a template asks for a word it does not have. Handlebars in strict mode does so for
 * `{{word}}` but forgives `{{#if word}}` and `{{#each word}}`.
 *
 * @param path names the view in the message
 */
export function guard<T>(value: T, path: string): T {
  if (typeof value !== "object" || value === null) return value;
  return new Proxy(value, {
    get(target, key) {
      const name = `${path}.${String(key)}`;
      // Handlebars asks any value whether it is a text or a function in disguise.
      const isProbe =
        typeof key === "symbol" || ["toHTML", "call", "apply", "then", "toString"].includes(key);
      if (!isProbe && !(key in target)) throw new Error(`${name} is not in the view.`);
      return guard(Reflect.get(target, key) as unknown, name);
    },
  });
}
