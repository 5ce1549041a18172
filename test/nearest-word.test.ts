import { expect, it } from "vitest";
import { nearestFile, nearestWord } from "../generator/nearest-word.ts";

it.each([
  ["modles", "models"],
  ["Model", "models"],
  ["clinet", "client"],
  ["doc", "docs"],
  ["scheam", "schema"],
  ["xyz", undefined],
  ["", undefined],
])("%j is near %j", (word, near) => {
  expect(nearestWord(word, ["client", "models", "docs", "schema"])).toBe(near);
});

it.each([
  ["openapi.yml", "openapi.yaml"],
  ["paths/ordes.yaml", "paths/orders.yaml"],
  ["client/clinet.ts.hbs", "client/client.ts.hbs"],
  ["zebra.yaml", undefined],
  [".hbs", undefined],
])("%j is near %j, whatever its extension", (path, near) => {
  const paths = ["openapi.yaml", "b.yaml", "paths/orders.yaml", "paths/orders.json", "client/client.ts.hbs"];
  expect(nearestFile(path, paths)).toBe(near);
});
