/** What a person does on the way: signs in and agrees, or gives up at one of the pages. */
export type Person = { readonly login: string; readonly givesUpAt?: "login" | "consent" };

/**
 * Follows the login pages of the authorization server as a browser would, with a cookie jar, until they lead away
 * from it. Tells where to.
 */
export async function browse(start: string, person: Person): Promise<string> {
  const home = new URL(start).origin;
  const cookies = new Map<string, string>();
  let url = start;
  let form: URLSearchParams | undefined;
  for (let hop = 0; hop < 20; hop++) {
    if (new URL(url).origin !== home) return url;
    const response: Response = await fetch(url, {
      method: form ? "POST" : "GET",
      body: form ?? null,
      redirect: "manual",
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "") cookies.delete(name);
      else cookies.set(name, value);
    }
    form = undefined;
    const location = response.headers.get("location");
    const page = await response.text();
    if (location !== null) {
      url = new URL(location, url).href;
      continue;
    }
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    if (prompt === undefined) throw new Error(`No form on the page ${response.status}: ${page}`);
    if (prompt === person.givesUpAt) {
      url = `${url}/abort`;
      continue;
    }
    form = new URLSearchParams({ prompt, login: person.login, password: "any" });
  }
  throw new Error("The login has no end.");
}
