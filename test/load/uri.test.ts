import { expect, it } from "vitest";
import { decodePercent, isRemote, normalPath, resolveUri, splitReference } from "../../generator/load/uri.ts";

// The examples of RFC 3986, section 5.4, but for those with a fragment.
const base = "http://a/b/c/d;p?q";

it.each([
  ["g:h", "g:h"],
  ["g", "http://a/b/c/g"],
  ["./g", "http://a/b/c/g"],
  ["g/", "http://a/b/c/g/"],
  ["/g", "http://a/g"],
  ["//g", "http://g"],
  ["?y", "http://a/b/c/d;p?y"],
  ["g?y", "http://a/b/c/g?y"],
  [";x", "http://a/b/c/;x"],
  ["", "http://a/b/c/d;p?q"],
  [".", "http://a/b/c/"],
  ["./", "http://a/b/c/"],
  ["..", "http://a/b/"],
  ["../", "http://a/b/"],
  ["../g", "http://a/b/g"],
  ["../..", "http://a/"],
  ["../../", "http://a/"],
  ["../../g", "http://a/g"],
  ["../../../g", "http://a/g"],
  ["../../../../g", "http://a/g"],
  ["/./g", "http://a/g"],
  ["/../g", "http://a/g"],
  ["g.", "http://a/b/c/g."],
  ["..g", "http://a/b/c/..g"],
  ["./../g", "http://a/b/g"],
  ["./g/.", "http://a/b/c/g/"],
  ["g/./h", "http://a/b/c/g/h"],
  ["g/../h", "http://a/b/c/h"],
  ["g;x=1/../y", "http://a/b/c/y"],
  ["g?y/../x", "http://a/b/c/g?y/../x"],
])("takes %j beside a URI for %s", (reference, uri) => {
  expect(resolveUri(reference, base)).toBe(uri);
});

it.each([
  ["b.yaml", "spec/a.yaml", "spec/b.yaml"],
  ["../b.yaml", "spec/a.yaml", "b.yaml"],
  ["../../b.yaml", "spec/a.yaml", "../b.yaml"],
  ["../../../b.yaml", "spec/a.yaml", "../../b.yaml"],
  ["x/../../b.yaml", "spec/a.yaml", "b.yaml"],
  ["/b.yaml", "spec/a.yaml", "b.yaml"],
  ["", "spec/a.yaml", "spec/a.yaml"],
  ["g", "http://a", "http://a/g"],
  ["b", "urn:x:a", "urn:b"],
])("takes %j beside %s for %s", (reference, beside, uri) => {
  expect(resolveUri(reference, beside)).toBe(uri);
});

it("tells files from what lies elsewhere", () => {
  expect(["a.yaml", "a/b:c.yaml", "../a", "/a", ""].filter(isRemote)).toEqual([]);
  const elsewhere = ["http://a", "urn:a", "//a/b", "C:/a", "file:///a"];
  expect(elsewhere.filter(isRemote)).toEqual(elsewhere);
});

it.each([
  ["./spec/./a.yaml", "spec/a.yaml"],
  ["spec//a.yaml", "spec/a.yaml"],
  ["a/../../b", "../b"],
  ["../../b", "../../b"],
  ["a/..", ""],
])("makes %j the path %j", (path, normal) => {
  expect(normalPath(path)).toBe(normal);
});

it("leaves broken percent-encoding as it is", () => {
  expect(["%C3%BC", "100%", "%zz", "%ff", "a+b"].map(decodePercent)).toEqual([
    "ü",
    "100%",
    "%zz",
    "%ff",
    "a+b",
  ]);
});

it("splits at the first #", () => {
  expect(splitReference("a#b#c")).toEqual({ uri: "a", fragment: "b#c" });
  expect(splitReference("a#")).toEqual({ uri: "a", fragment: "" });
  expect(splitReference("a")).toEqual({ uri: "a", fragment: undefined });
});
