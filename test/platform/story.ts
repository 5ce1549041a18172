import { authorizations, beginning, ending } from "./chapters/life-of-a-client.ts";
import { doors, functions } from "./chapters/functions.ts";
import { faults, limits, silence, tokens } from "./chapters/trouble.ts";
import { usage } from "./chapters/usage.ts";
import { check, openStage, type Stage } from "./stage.ts";

/**
 * Lives through everything that a program does with the generated client, from the login to the deletion, against a
 * platform at that URL. It needs nothing but what every runtime has. Gives the chapters with the time that each
 * took in milliseconds; throws where one does not go as it should.
 */
export async function tellStory(url: string): Promise<Readonly<Record<string, number>>> {
  const stage = await openStage(url);
  const api = stage.client();
  const times: Record<string, number> = {};
  async function chapter<T>(name: string, act: () => Promise<T>): Promise<T> {
    const started = Date.now();
    try {
      return await act();
    } catch (error) {
      throw new Error(`${name}: ${String(error)}`, { cause: error });
    } finally {
      times[name] = Date.now() - started;
    }
  }
  const made = await chapter("beginning", () => beginning(stage, api));
  await chapter("usage", () =>
    usage(stage.client({ middleware: [(request, next) => next(request)] }), made.id ?? ""),
  );
  await chapter("authorizations", () => authorizations(stage, api, made));
  await chapter("tokens", () => tokens(stage));
  await chapter("limits", () => limits(stage, api));
  await chapter("faults", () => faults(stage, api));
  await chapter("silence", () => silence(stage, api));
  await chapter("ending", () => ending(stage, api, made));
  await chapter("functions", () => functions(stage));
  await chapter("doors", () => doors(stage));
  await chapter("logs", async () => keepsSecrets(stage));
  return times;
}

/** Nothing that went over the wire as a secret stands in any line. */
function keepsSecrets({ lines, secrets }: Stage): void {
  check(lines.length > 100 && secrets.size > 8, `there is much to be told (${lines.length}) and to be kept`);
  check(
    lines.some((line) => line.includes("Nightly report")),
    "bodies are logged",
  );
  for (const secret of secrets) {
    const [leak] = lines.filter((line) => line.includes(secret) || line.includes(encodeURIComponent(secret)));
    check(leak === undefined, `no secret stands in: ${leak}`);
  }
}
