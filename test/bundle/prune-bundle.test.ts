import { expect, it } from "vitest";
import { pruneBundle } from "../../generator/bundle/prune-bundle.ts";
import { json, plain } from "../values/spec.ts";

const ref = (way: string): object => ({ $ref: `#/components/${way}` });
const sends = (schema: string): object => ({
  requestBody: { content: { "application/json": { schema: ref(`schemas/${schema}`) } } },
});

it("leaves of paths and webhooks what is wanted, and what these lead to", () => {
  const bundle = {
    openapi: "3.1.0",
    paths: { "/a": { summary: "x", post: sends("A"), put: sends("B") }, "/b": { post: sends("B") } },
    webhooks: {
      came: { post: sends("C"), put: sends("B") },
      left: ref("pathItems/Left"),
      old: ref("pathItems/Old"),
    },
    components: {
      pathItems: { Left: { post: sends("D") }, Old: { post: sends("B") } },
      schemas: { A: {}, B: {}, C: {}, D: {} },
    },
  };
  expect(plain(pruneBundle(json(bundle), new Set(["POST /a", "POST came", "POST left"])))).toEqual({
    openapi: "3.1.0",
    paths: { "/a": { summary: "x", post: sends("A") } },
    webhooks: { came: { post: sends("C") }, left: ref("pathItems/Left") },
    components: { pathItems: { Left: { post: sends("D") } }, schemas: { A: {}, C: {}, D: {} } },
  });
});
