import { expect, it } from "vitest";
import { ajvJudge } from "./ajv.ts";
import { judged } from "./spec.ts";

// Both judges agree on these. Where the standard is stricter than what people write we are lenient; see below.
it.each<readonly [format: string, good: readonly string[], bad: readonly string[]]>([
  [
    "date-time",
    ["2024-02-29T23:59:59Z", "2024-01-01t00:00:00.123+02:00", "2016-12-31T23:59:60Z"],
    ["2023-02-29T00:00:00Z", "2024-01-01", "2024-01-01T25:00:00Z", "2024-01-01T00:00:00", "now"],
  ],
  [
    "date",
    ["2024-02-29", "2000-02-29"],
    ["1900-02-29", "2024-13-01", "2024-04-31", "2024-1-1", "01.02.2024"],
  ],
  ["time", ["10:00:00Z", "23:59:59.5+01:00"], ["24:00:00Z", "10:60:00Z", "10:00", "ten"]],
  [
    "uuid",
    ["123e4567-e89b-12d3-a456-426614174000", "123E4567-E89B-12D3-A456-426614174000"],
    ["123e4567e89b12d3a456426614174000", "g23e4567-e89b-12d3-a456-426614174000", ""],
  ],
  [
    "uri",
    ["https://example.com/a?b#c", "urn:a:b", "mailto:a@example.com"],
    ["/a", "example.com", "", "https://a b"],
  ],
  ["uri-reference", ["/a/b?c", "", "../a", "https://example.com"], ["a b", "\\a"]],
  ["email", ["a@example.com", "a.b+c@example.co"], ["a", "a@", "@example.com", "a b@example.com"]],
  ["ipv4", ["192.0.2.1", "0.0.0.0"], ["256.0.0.1", "1.2.3", "1.2.3.4.5"]],
  [
    "ipv6",
    ["::", "::1", "2001:db8::1", "1:2:3:4:5:6:7:8", "::ffff:192.0.2.1"],
    ["1:2:3", "1::2::3", "1:2:3:4:5:6:7:8:9", "12345::", "::256.0.0.1", ":"],
  ],
  ["hostname", ["example.com", "a", "a-b.example"], ["-a.com", "a..b", `${"a".repeat(64)}.com`, "a b"]],
  ["byte", ["aGVsbG8=", "", "aGk="], ["a", "*", "aGVsbG8 !"]],
  ["regex", ["^a+$", "[a-z]"], ["(", "[", "*"]],
])("knows a %s", (format, good, bad) => {
  const schema = { type: "string", format };
  const { misfitOf } = judged(schema);
  const judge = ajvJudge(schema);
  expect([good.map(judge), bad.map(judge)]).toEqual([good.map(() => true), bad.map(() => false)]);
  expect(good.map((text) => misfitOf(text))).toEqual(good.map(() => undefined));
  expect(bad.filter((text) => misfitOf(text)?.why.endsWith(` is no ${format}`) !== true)).toEqual([]);
});

it.each([
  ["time", "12:30:00"],
  ["uri", "https://example.com/{id}"],
  ["email", "jörg@exämple.com"],
  ["byte", "aGVsbG8"],
  ["byte", "_-8="],
  ["base64", "aGVs\nbG8="],
  ["password", "x"],
  ["binary", "x"],
  ["idn-email", "not one, perhaps"],
])("does not quarrel about the %s %s", (format, text) => {
  expect(judged({ type: "string", format }).misfitOf(text)).toBeUndefined();
});

it.each([
  ["int32", 2 ** 31 - 1, 2 ** 31],
  ["int32", -(2 ** 31), -(2 ** 31) - 1],
  ["int32", 1, 1.5],
  ["int64", 2 ** 53, 2 ** 64],
])("knows the range of %s: %d and not %d", (format, good, bad) => {
  const { misfitOf } = judged({ type: "number", format });
  expect([misfitOf(good), misfitOf(bad) === undefined]).toEqual([undefined, false]);
});
