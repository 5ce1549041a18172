import { flagsOf } from "./parse-pattern.ts";

/**
 * What is surely no text of a format (JSON Schema 2020-12 validation, section 7; OpenAPI format registry):
 * each test passes more than the standard does, and none refuses what the standard allows.
 */
const tests: ReadonlyMap<string, (text: string) => boolean> = new Map([
  ["date-time", isDateTime],
  ["date", isDate],
  ["time", isTime],
  ["uuid", (text) => /^(urn:uuid:)?[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)],
  ["uri", (text) => /^[a-z][a-z\d+.-]*:/i.test(text) && isReference(text)],
  ["uri-reference", isReference],
  ["email", (text) => /^(\S+|".*")@[^\s@]+$/.test(text)],
  ["ipv4", isIpv4],
  ["ipv6", isIpv6],
  ["hostname", isHostname],
  ["byte", isBase64],
  ["base64", isBase64],
  ["base64url", isBase64],
  ["regex", (text) => flagsOf(text) !== undefined],
  ["duration", isDuration],
  ["json-pointer", (text) => /^(?:\/(?:[^~/]|~[01])*)*$/.test(text)],
  ["binary", () => true],
  ["password", () => true],
]);

/** Is the text of this format? Undefined for a format that we do not know. */
export function fitsFormat(format: string, text: string): boolean | undefined {
  return tests.get(format)?.(text);
}

function isReference(text: string): boolean {
  return !/[\s\\<>"]/.test(text);
}

/** RFC 3339, 5.6; the offset may be written without its colon. */
function isDateTime(text: string): boolean {
  const [, date, time] = /^([^t ]+)[t ](.+)$/i.exec(text) ?? [];
  return (
    date !== undefined &&
    time !== undefined &&
    isDate(date) &&
    /(z|[+-]\d\d(:?\d\d)?)$/i.test(time) &&
    isTime(time)
  );
}

function isDate(text: string): boolean {
  const [, year, month, day] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2) return isLeap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** RFC 3339, 5.6 asks for an offset; so many people write the time of a wall clock that we do not. */
function isTime(text: string): boolean {
  const [, hour, minute, second] =
    /^(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)?$/i.exec(text) ?? [];
  return Number(hour) <= 23 && Number(minute) <= 59 && Number(second) <= 60;
}

/** RFC 3339, appendix A; fractions are let through as ISO 8601 does. */
function isDuration(text: string): boolean {
  const number = String.raw`\d+(?:[.,]\d+)?`;
  const date = `(?:${number}Y)?(?:${number}M)?(?:${number}W)?(?:${number}D)?`;
  const time = `(?:T(?=\\d)(?:${number}H)?(?:${number}M)?(?:${number}S)?)?`;
  return new RegExp(`^P(?=\\d|T)${date}${time}$`).test(text);
}

function isIpv4(text: string): boolean {
  const parts = text.split(".");
  return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255);
}

/** RFC 4291, 2.2: eight groups, one run of zeros left out, the last two perhaps as IPv4. */
function isIpv6(text: string): boolean {
  const halves = text.split("::");
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
  const last = groups.at(-1) ?? "";
  const isMixed = last.includes(".");
  const hex = isMixed ? groups.slice(0, -1) : groups;
  const width = groups.length + (isMixed ? 1 : 0);
  if ((isMixed && !isIpv4(last)) || !hex.every((part) => /^[\da-f]{1,4}$/i.test(part))) return false;
  return halves.length === 2 ? width <= 8 : width === 8;
}

/** RFC 1123, 2.1. */
function isHostname(text: string): boolean {
  const labels = text.replace(/\.$/, "").split(".");
  return text.length <= 254 && labels.every((label) => /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i.test(label));
}

/** RFC 4648, both alphabets, padded or not, in lines or not. */
function isBase64(text: string): boolean {
  const [, letters] = /^([\w+/-]*)=*$/.exec(text.replaceAll(/\s/g, "")) ?? [];
  return letters !== undefined && letters.length % 4 !== 1;
}
