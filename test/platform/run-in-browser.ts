// A process of its own: tells the story in a page of a browser, whose origin is not the platform's.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** The little that is used of Playwright and of the package that brings the browser. */
interface Playwright {
  readonly chromium: { launch(options: object): Promise<Browser> };
}

interface Browser {
  newPage(): Promise<Page>;
  close(): Promise<void>;
}

interface Page {
  goto(url: string): Promise<unknown>;
  waitForFunction(script: string): Promise<unknown>;
  evaluate(script: string): Promise<unknown>;
  on(event: "console", act: (message: { text(): string }) => void): void;
}

const [, , installed = "", folder = "", url = ""] = process.argv;
const { resolve } = createRequire(join(installed, "any.js"));

/** What a package exports by default; its types are not installed where the tests are checked. */
async function load<T>(name: string): Promise<T> {
  const module = (await import(pathToFileURL(resolve(name)).href)) as { readonly default: T };
  return module.default;
}

const story = readFileSync(join(folder, "page.mjs"), "utf8");
const server = createServer((request, response) => {
  const isScript = request.url === "/page.mjs";
  response.writeHead(200, { "content-type": isScript ? "text/javascript" : "text/html" });
  response.end(isScript ? story : `<!doctype html><script type="module" src="page.mjs"></script>`);
});
await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
const address = server.address();
const port = typeof address === "object" ? address?.port : undefined;

const { chromium } = await load<Playwright>("playwright-core");
const packed = await load<{ executablePath(): Promise<string> }>("@sparticuz/chromium");
const browser = await chromium.launch({
  executablePath: await packed.executablePath(),
  // Neither a sandbox nor a graphics card is there where tests run; whatever concerns requests stays as it is.
  args: ["--no-sandbox", "--no-zygote", "--disable-gpu", "--headless=shell"],
});
try {
  const page = await browser.newPage();
  page.on("console", (message) => console.error(message.text()));
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.waitForFunction("globalThis.tellStory");
  console.log(JSON.stringify(await page.evaluate(`tellStory(${JSON.stringify(url)})`)));
} finally {
  await browser.close();
  server.close();
}
