// How often the properties are tried. With PROPERTY_RUNS=50 each is tried 50 times as often, and with other numbers
// each time; without, the same few runs keep CI quick and certain.
const times = Number(process.env["PROPERTY_RUNS"] ?? 0);

/** Whether somebody has the time to look for what nobody has found yet. */
export const isSearch = times > 0;

const fixedSeed = 20_26;

/** The parameters of fast-check for a property that CI tries so often. */
export function runs(numRuns: number): { readonly numRuns: number; readonly seed: number } {
  return { numRuns: isSearch ? numRuns * times : numRuns, seed: seedOf() };
}

/** The number that decides what is tried; it is printed with what fails. */
export function seedOf(): number {
  return isSearch ? Math.floor(Math.random() * 2 ** 31) : fixedSeed;
}

/** How long a test may take, in milliseconds. */
export const patience = isSearch ? 3_600_000 : 120_000;
