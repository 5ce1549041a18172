import { isMap, type Json, printJson } from "../../generator/json.ts";
import { readJson } from "../../generator/load/read-json.ts";
import { readYaml, writeYaml } from "../../generator/yaml.ts";
import { damaged } from "../builders/damage.ts";
import type { Draw } from "./draw.ts";

/** The files of a spec by their path, the entry first. */
export type SpecFiles = ReadonlyMap<string, string>;

/** A spec with one of its files broken in one way or in several. */
export function mutated(draw: Draw, files: SpecFiles): SpecFiles {
  const path = draw.one([...files.keys()]);
  const text = files.get(path) ?? "";
  const change = draw.chance(0.5) ? inTree : inText;
  return new Map([...files].map(([file, old]) => [file, file === path ? change(draw, text, path) : old]));
}

/** The tree of a text changed in a few places and written anew, as YAML or as JSON. */
function inTree(draw: Draw, text: string, path: string): string {
  const read = path.endsWith(".json") ? readJson : readYaml;
  let { value } = read(text);
  if (value === undefined) return inText(draw, text);
  const dice = (): number => draw.upTo(9999) / 10_000;
  for (let left = draw.upTo(3); left >= 0; left--) {
    const isDamaged: boolean = isMap(value) && value.size > 1 && draw.chance(0.5);
    value = isDamaged ? damaged(dice, value) : rearranged(draw, value);
  }
  return draw.chance(0.5) && !path.endsWith(".json")
    ? writeYaml(value)
    : printJson(value, draw.one(["", "  "]));
}

/** A value with one node deleted, doubled, renamed, moved up or wrapped. */
function rearranged(draw: Draw, value: Json): Json {
  const entries = isMap(value) ? [...value] : [];
  if (Array.isArray(value) && value.length > 0) {
    const index = draw.upTo(value.length - 1);
    const item = value[index] as Json;
    return draw.one<readonly Json[]>([
      value.toSpliced(index, 1),
      value.toSpliced(index, 0, item),
      value.with(index, rearranged(draw, item)),
      value.with(index, rearranged(draw, item)),
    ]);
  }
  if (entries.length === 0) return draw.one<Json>([value, [value], new Map([["a", value]])]);
  const index = draw.upTo(entries.length - 1);
  const [key, member] = entries[index] as [string, Json];
  const [other] = draw.one(entries);
  const deeper = (): Json => new Map(entries.with(index, [key, rearranged(draw, member)]));
  return draw.one<() => Json>([
    deeper,
    deeper,
    deeper,
    deeper,
    () => new Map(entries.toSpliced(index, 1)),
    () => new Map([...entries, [`${key}2`, member]]),
    () => new Map(entries.with(index, [draw.one([...words, other]), member])),
    () => new Map([...entries, [draw.one(words), draw.one(entries)[1]]]),
    () => member,
    () => new Map([[key, value]]),
  ])();
}

const words = [
  ..."$ref $id $anchor allOf oneOf anyOf not if properties items prefixItems required enum const type".split(
    " ",
  ),
  ..."discriminator mapping parameters responses schema content security tags servers default 200 get".split(
    " ",
  ),
  ..."components schemas paths webhooks callbacks links __proto__ constructor x-name openapi $dynamicRef".split(
    " ",
  ),
];

const pieces = [
  "\t",
  "\n",
  ": ",
  "- ",
  "{",
  "}",
  "[",
  "]",
  "&a ",
  "*a",
  "<<: ",
  "!!x ",
  "|",
  ">",
  "#",
  '"',
  "'",
  "\\",
];
const signs = [
  "\0",
  "\uFEFF",
  "\uFFFD",
  "\u2028",
  "\r",
  "\u0085",
  "%",
  "@",
  "`",
  "---\n",
  "...\n",
  "? ",
  "\\ud800",
  "0x",
];

/** A text cut, torn, flipped or spliced. */
function inText(draw: Draw, text: string): string {
  const at = draw.upTo(text.length);
  const to = Math.min(text.length, at + draw.upTo(draw.one([1, 20, 400])));
  return draw.one<() => string>([
    () => text.slice(0, at),
    () => text.slice(at),
    () => text.slice(0, at) + text.slice(to),
    () => text.slice(0, to) + text.slice(at),
    () => text.slice(0, at) + draw.one([...pieces, ...signs]) + text.slice(at),
    () => text.slice(0, at) + draw.one([...pieces, ...signs]) + text.slice(to),
    () => flipped(draw, text, at),
  ])();
}

/** A text with bits of its bytes flipped; what is no UTF-8 any more is read as it is from a disk. */
function flipped(draw: Draw, text: string, at: number): string {
  const bytes = Buffer.from(text);
  for (let left = draw.upTo(4); left >= 0 && bytes.length > 0; left--) {
    const index = Math.min(bytes.length - 1, Math.max(0, at + draw.upTo(60)));
    bytes[index] = (bytes[index] ?? 0) ^ (1 << draw.upTo(7));
  }
  return bytes.toString("utf8");
}
