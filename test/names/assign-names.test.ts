import { expect, it } from "vitest";
import { assignNames, type Candidate } from "../../generator/names/assign-names.ts";

const wants = (spelling: string, target: string, more: Partial<Candidate> = {}): Candidate => ({
  spelling,
  target,
  ...more,
});

/** Every order of a list. */
function orders<T>(list: readonly T[]): T[][] {
  if (list.length === 0) return [[]];
  return list.flatMap((item, index) =>
    orders(list.filter((_, at) => at !== index)).map((rest) => [item, ...rest]),
  );
}

const rivals = [
  wants("get_client", "getClient"),
  wants("getClient", "getClient"),
  wants("get-client", "getClient"),
  wants("GetClient", "getClient"),
];

it("leaves alone what clashes with nothing", () => {
  const { names, clashes } = assignNames([wants("a_b", "aB"), wants("c", "c")]);
  expect([...names]).toEqual([
    ["a_b", "aB"],
    ["c", "c"],
  ]);
  expect(clashes).toEqual([]);
});

it("gives the name to the one that is spelled like it, and four digits to each other one", () => {
  const { names, clashes } = assignNames(rivals);
  expect(names.get("getClient")).toBe("getClient");
  const others = ["get_client", "get-client", "GetClient"].map((spelling) => names.get(spelling));
  for (const name of others) expect(name).toMatch(/^getClient[0-9a-f]{4}$/);
  expect(new Set(others).size).toBe(3);
  expect(clashes.map(({ owner }) => owner)).toEqual(["getClient", "getClient", "getClient"]);
});

it("names alike in whatever order they come", () => {
  const first = assignNames(rivals).names;
  for (const order of orders(rivals)) {
    const { names } = assignNames(order);
    for (const { spelling } of rivals) expect(names.get(spelling)).toBe(first.get(spelling));
  }
});

it("renames nobody when another one comes", () => {
  const before = assignNames(rivals.slice(0, 3)).names;
  const after = assignNames([...rivals, wants("Get Client", "getClient"), wants("other", "other")]).names;
  for (const [spelling, name] of before) expect(after.get(spelling)).toBe(name);
});

it("gives the name to the first by code unit where nobody is spelled like it", () => {
  const { names } = assignNames([wants("b_c", "bC"), wants("B-c", "bC")]);
  expect(names.get("B-c")).toBe("bC");
});

it("lets a name that the author fixed stand above all, and one that we made up below all", () => {
  const fixed = wants("x", "getClient", { isFixed: true });
  expect(assignNames([...rivals, fixed]).names.get("x")).toBe("getClient");
  const derived = wants("GET /client", "getClient", { isDerived: true });
  expect(assignNames([wants("get_client", "getClient"), derived]).names.get("get_client")).toBe("getClient");
});

it("takes names for one that differ only in what does not count", () => {
  const fold = (name: string): string => name.toLowerCase();
  const { names } = assignNames([wants("Client", "Client"), wants("CLIENT", "CLIENT")], fold);
  expect(names.get("CLIENT")).toBe("CLIENT");
  expect(names.get("Client")).toMatch(/^Client[0-9a-f]{4}$/);
});

it("tells apart two that yield and whose digits begin alike", () => {
  // The hashes of these two begin with the same four digits.
  const twins = [wants("b206", "a"), wants("b453", "a")];
  const { names, clashes } = assignNames([wants("a", "a"), ...twins]);
  const [first = "", second = ""] = twins.map(({ spelling }) => names.get(spelling));
  expect(first).toMatch(/^a[0-9a-f]{8}$/);
  expect(second).toMatch(/^a[0-9a-f]{8}$/);
  expect(first.slice(0, 5)).toBe(second.slice(0, 5));
  expect(first).not.toBe(second);
  expect(clashes.map(({ name }) => name)).toEqual([first, second]);
});

it("gives names to a hundred thousand that all want one", () => {
  const all = Array.from({ length: 100_000 }, (_, index) => wants(`a${index}`, "a"));
  const { names } = assignNames(all);
  expect(new Set(names.values()).size).toBe(all.length);
}, 20_000);

it("looks out for a name that is taken with its digits", () => {
  const loser = wants("b", "a");
  const first = assignNames([wants("a", "a"), loser]).names.get("b") ?? "";
  const { names } = assignNames([wants("a", "a"), loser, wants(first, first)]);
  expect(names.get(first)).toBe(first);
  expect(names.get("b")).toMatch(/^a[0-9a-f]{8}$/);
});
