import type { Json } from "../../json.ts";
import type { Extension } from "../../model/shape.ts";
import type { OperationContext } from "./operation-context.ts";
import type { Finding } from "./finding.ts";

/** What is said of how long something lasts. */
export interface Lasting {
  readonly deprecated?: true;
  readonly sunset?: string;
  readonly stability?: string;
  readonly extensions?: readonly Extension[];
}

export type LifeSubject = Pick<
  Finding,
  "subject" | "about" | "before" | "after" | "operations" | "direction"
> & {
  readonly kind: "operation" | "parameter" | "response-header";
};

const levels = ["draft", "alpha", "beta", "stable"];

/** Deprecation, the day from which it may be gone (RFC 8594), and how stable it is. */
export function compareLifeOf(
  { note, today }: OperationContext,
  { kind, ...told }: LifeSubject,
  was: Lasting,
  is: Lasting,
): void {
  if (was.deprecated !== is.deprecated) {
    const code = is.deprecated === true ? `${kind}-deprecated` : `${kind}-reinstated`;
    note({ ...told, code, about: `${told.about} deprecated`, new: sunsetOf(is) });
  }
  const old = sunsetOf(was);
  const now = sunsetOf(is);
  compareSunsets({ note, today }, { ...told, about: `${told.about} sunset` }, { was, is, old, now });
  const [before, after] = [levels.indexOf(stabilityOf(was)), levels.indexOf(stabilityOf(is))];
  if (before >= 0 && after >= 0 && before !== after) {
    const code = after < before ? "stability-decreased" : "stability-increased";
    note({ ...told, code, about: `${told.about} stability`, old: levels[before], new: levels[after] });
  }
}

interface Sunsets {
  readonly was: Lasting;
  readonly is: Lasting;
  readonly old: string | undefined;
  readonly now: string | undefined;
}

/** What is not deprecated has no sunset that counts. */
function compareSunsets(
  { note, today }: Pick<OperationContext, "note" | "today">,
  told: Omit<LifeSubject, "kind">,
  { was, is, old, now }: Sunsets,
): void {
  if (is.deprecated !== true || old === now) return;
  const day = old === undefined ? undefined : dayOf(old);
  const isUnreadable = now !== undefined && dayOf(now) === undefined;
  const wasUnreadable = was.deprecated === true && old !== undefined && day === undefined;
  if (isUnreadable || wasUnreadable) {
    const unread = isUnreadable ? { new: now } : { old };
    note({ ...told, code: "sunset-unreadable", ...unread });
    return;
  }
  if (was.deprecated !== true) return;
  const isEarlier =
    day !== undefined &&
    (now === undefined || (dayOf(now) ?? now) < day) &&
    (today === undefined || day > today);
  note({ ...told, code: isEarlier ? "sunset-brought-forward" : "sunset-changed", old, new: now });
}

export function sunsetOf({ sunset, extensions = [] }: Lasting): string | undefined {
  if (sunset !== undefined) return sunset;
  const value: Json | undefined = extensions.find(({ name }) => name === "x-sunset")?.value;
  return typeof value === "string" ? value : undefined;
}

/** The day of a date or of a point in time; undefined for what is neither. */
export function dayOf(text: string): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}(?=$|T)/.exec(text)?.[0];
  return day !== undefined && !Number.isNaN(Date.parse(day)) ? day : undefined;
}

/** What is not said is stable. */
export function stabilityOf({ stability, extensions = [] }: Lasting): string {
  const value = stability ?? extensions.find(({ name }) => name === "x-stability-level")?.value;
  return typeof value === "string" ? value : "stable";
}
