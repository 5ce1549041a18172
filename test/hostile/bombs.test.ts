// A hostile spec ends in a complaint or in a client, soon and in little room, and never in a crash.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Config } from "../../generator/config/config.ts";
import type { Bomb } from "./bombs.ts";
import { openPit, type Pit } from "./pit.ts";
import { schemaBombs } from "./schema-bombs.ts";
import { surfaceBombs } from "./surface-bombs.ts";
import { textBombs } from "./text-bombs.ts";

let pit: Pit;
beforeAll(async () => {
  pit = await openPit();
});
afterAll(() => pit.close());

/** What is wide and not deep has nothing to tell to those who make the wire types and those who break lines. */
const lean: Partial<Config> = { outputs: ["client", "models", "docs"], formatter: "none" };

describe.each([
  ["a text", textBombs],
  ["schemas", schemaBombs],
  ["an API", surfaceBombs],
] satisfies [string, readonly Bomb[]][])("%s", (_, bombs) => {
  it.each(bombs.map((bomb) => [bomb.name, bomb] as const))(
    "%s",
    async (_name, { text, codes, isFinished, isDeep }) => {
      const spec = text();
      const texts = { [spec.startsWith("{") ? "spec/a.json" : "spec/a.yaml"]: spec };
      const blast = await pit.run({ texts, config: isDeep === true ? {} : lean });
      if (process.env["SHOW"] !== undefined) console.log(_name, spec.length, blast.length, blast.seconds);
      expect(blast.codes).toEqual(codes);
      expect(blast.paths.length > 0).toBe(isFinished);
      // What comes out of a spec is larger than the spec, but not by far.
      expect(blast.length).toBeLessThan(1_000_000 + 60 * spec.length);
    },
    180_000,
  );
});
