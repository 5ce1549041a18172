import type { Imports } from "./imports.ts";
import type { StreamView } from "./stream-of.ts";
import { stringLiteral } from "./text.ts";

/** The expression that reads an answer which is one of these streams. Events have one form, whatever their number. */
export function streamReader(streams: readonly StreamView[], imports: Imports): string {
  const use = (name: string): string => imports.value(name, "runtime/streaming");
  const events = streams.find(({ form }) => form !== "lines");
  if (events === undefined) return use("readJsonLines");
  const reader = eventReader(events, use);
  const isBoth = streams.some(({ form }) => form === "lines");
  return isBoth ? `/* @__PURE__ */ ${use("eventsOrLines")}(${reader})` : reader;
}

function eventReader({ form, names }: StreamView, use: (name: string) => string): string {
  if (form === "data") return use("readEventData");
  if (form === "events") return use("readEvents");
  return `/* @__PURE__ */ ${use("eventsOfJson")}(${names.map(stringLiteral).join(", ")})`;
}
