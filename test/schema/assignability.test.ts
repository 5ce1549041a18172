import { expect, it } from "vitest";
import { defaultConfig } from "../../generator/config/config.ts";
import { readerWithin } from "../../generator/disk.ts";
import { repository } from "../source-tree.ts";
import { judgedSpecs } from "./judged-specs.ts";
import { type Case, caseOf, judge } from "./proof.ts";

// Every claim that does not hold, with the reason why it need not.
const long = "a request may hold a bigint, which the wire type knows nothing of";
const big = "the configuration wants bigints, which the wire type knows nothing of";
const oneWay = "the wire type has what is only read and what is only written in one type";
const index = "an index signature has to allow for the named properties, the wire type makes no such promise";
const tuple = "the wire type of a list that may be shorter than its tuple is a list of any of its items";
const wrong = "made wrong on purpose";

/** What holds an integer of 64 bits. */
const bigTypes = ["Counter", "Big", "SentCounter", "AnsweredCounter"];

const differences: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    bigTypes.flatMap((type) => [
      [`bigint: ${type} fits the schema`, big],
      [`bigint: the schema fits ${type}`, big],
    ]),
  ),
  "ours: OAuthClientRequest fits the schema": long,
  "int64: SentCounter fits the schema": long,
  "maps: Typed fits the schema": index,
  "recursion: the schema fits Value": "the wire type of a list inside of itself holds anything",
  "read and write: Account fits the schema": oneWay,
  "read and write: AccountInput fits the schema": oneWay,
  "read and write: Holder fits the schema": oneWay,
  "read and write: HolderInput fits the schema": oneWay,
  "tuples: Short fits the schema": tuple,
  "tuples: the schema fits Short": tuple,
  "tuples: the schema fits Long": tuple,
  "tuples: the schema fits Loose": tuple,
  "control: the schema fits Order": wrong,
  "control: Order fits the schema": wrong,
};

const order = `
openapi: 3.1.0
info: { title: Control, version: "1" }
paths: {}
components: { schemas: { Order: { type: object, properties: { count: { type: integer } } } } }
`;

it("has models that openapi-typescript's wire types fit, and that fit them once their enums are closed", async () => {
  const cases = await Promise.all([
    caseOf("ours", "spec/openapi.yaml", readerWithin(repository), ["OAuthClientRequest"]),
    caseOf("bigint", "openapi.yaml", () => judgedSpecs["int64"] ?? "", bigTypes, {
      ...defaultConfig,
      int64: "bigint",
    }),
    ...Object.entries(judgedSpecs).map(([name, text]) =>
      caseOf(name, "openapi.yaml", () => text, ["SentCounter"]),
    ),
  ]);
  const control = await caseOf("control", "openapi.yaml", () => order);
  const { failed, faults } = judge([...cases, withWrongModel(control)]);
  expect(faults).toEqual([]);
  expect(failed.toSorted()).toEqual(Object.keys(differences).toSorted());
  expect(cases.flatMap(({ claims }) => claims).length).toBeGreaterThan(200);
});

/** The judge has to notice when a model says something else. */
function withWrongModel({ files, claims }: Case): Case {
  const changed = [...files].map(([path, text]) => {
    const isModel = path.includes("/models/");
    return [path, isModel ? text.replace("count?: number", "count?: string") : text] as const;
  });
  return { files: new Map(changed), claims };
}
