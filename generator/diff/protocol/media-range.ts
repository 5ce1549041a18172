/** Case, spaces and the order of parameters do not count (RFC 9110, 8.3.1). */
function normal(type: string): string {
  const [name = "", ...parameters] = type.split(";").map((part) => part.trim().toLowerCase());
  return [name, ...parameters.filter((part) => part !== "charset=utf-8").sort()].join(";");
}

export function isSameType(one: string, other: string): boolean {
  return normal(one) === normal(other);
}

/** Whether a range holds a type: `*` and `application/*` as media ranges do (RFC 9110, 12.5.1). */
export function holds(range: string, type: string): boolean {
  const [wide = "", ...asked] = normal(range).split(";");
  const [narrow = "", ...given] = normal(type).split(";");
  if (!asked.every((parameter) => given.includes(parameter))) return false;
  if (wide === "*/*" || wide === narrow) return true;
  return wide.endsWith("/*") && narrow.startsWith(wide.slice(0, -1));
}

const samples = [
  "application/json application/xml text/plain text/csv image/png image/jpeg audio/mpeg audio/ogg",
  "video/mp4 video/webm",
].flatMap((line) => line.split(" "));

/** A type that the range holds and none of the others does; undefined where none comes to mind. */
export function typeOnlyIn(range: string, others: readonly string[]): string | undefined {
  const candidates = range.includes("*") ? samples.filter((type) => holds(range, type)) : [range];
  return candidates.find((type) => !others.some((other) => holds(other, type)));
}
