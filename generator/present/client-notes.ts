import type { Change } from "../diff/change.ts";
import { breaksInSilence, weightOf } from "./change-weight.ts";
import type { Presentation } from "./presentation.ts";

/** What is worth saying of the client beside what happens to its symbols, each as a sentence. */
export function clientNotes(
  change: Change,
  { knowsClient, knowsConsumer }: Pick<Presentation, "knowsClient" | "knowsConsumer">,
): readonly string[] {
  const weight = weightOf(change);
  if (weight !== "breaking" && weight !== "code") return [];
  const isSilent = knowsClient === true && breaksInSilence(change);
  const isUnused = knowsConsumer === true && change.client.every(({ consumer }) => consumer.length === 0);
  return [
    ...(isSilent ? ["Code that uses the client still compiles, so no compiler warns of this."] : []),
    ...(isUnused && !isSilent ? ["The consumer that was checked still compiles."] : []),
  ];
}
