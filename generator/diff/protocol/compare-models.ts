import type { Api, Model } from "../../model/api.ts";
import type { Walk } from "../walk/walk.ts";
import type { Note } from "./finding.ts";

/**
 * The components by their names, which no request tells and which a client of ours is made of; and those that no
 * operation leads to. Called when all operations have been compared.
 */
export function compareModels(walk: Walk, note: Note, before: Api, after: Api): void {
  const old = named(before);
  const fresh = named(after);
  const gone = new Map([...old].filter(([key]) => !fresh.has(key)));
  const added = new Map([...fresh].filter(([key]) => !old.has(key)));
  const told = { operations: [], direction: "none" } as const;
  for (const [was, is] of renamedModels(walk, gone, added)) {
    gone.delete(was.key ?? "");
    added.delete(is.key ?? "");
    const subject = `the schema \`${was.key ?? ""}\``;
    const names = { about: was.key ?? "", subject, old: was.key, new: is.key };
    note({ code: "schema-renamed", ...names, before: was.place, after: is.place, ...told });
  }
  for (const [key, { place }] of gone)
    note({
      code: "schema-removed",
      about: key,
      subject: `the schema \`${key}\``,
      before: place,
      after: null,
      ...told,
    });
  for (const [key, { place }] of added)
    note({
      code: "schema-added",
      about: key,
      subject: `the schema \`${key}\``,
      before: null,
      after: place,
      ...told,
    });
  const met = new Set([...walk.nodes.values()].flatMap(({ home }) => home.before));
  for (const [key, was] of old) {
    const is = fresh.get(key);
    if (is !== undefined && !met.has(was.shape)) visitUnused(walk, was, is);
  }
}

function named({ models }: Api): ReadonlyMap<string, Model> {
  return new Map(models.flatMap((model) => (model.key === undefined ? [] : [[model.key, model] as const])));
}

/** Pairs that stand for one another in some operation, else pairs that say the same. */
function renamedModels(
  walk: Walk,
  gone: ReadonlyMap<string, Model>,
  added: ReadonlyMap<string, Model>,
): readonly (readonly [Model, Model])[] {
  const byShape = new Map([...gone.values(), ...added.values()].map((model) => [model.shape, model]));
  const pairs = new Map<Model, Model>();
  const taken = new Set<Model>();
  const pair = (was: Model | undefined, is: Model | undefined): void => {
    if (was === undefined || is === undefined || pairs.has(was) || taken.has(is)) return;
    if (gone.get(was.key ?? "") !== was || added.get(is.key ?? "") !== is) return;
    pairs.set(was, is);
    taken.add(is);
  };
  for (const { home } of walk.nodes.values()) {
    const [before, after] = [home.before[0], home.after[0]];
    if (before !== undefined && after !== undefined) pair(byShape.get(before), byShape.get(after));
  }
  for (const was of gone.values()) {
    if (pairs.has(was)) continue;
    pair(
      was,
      [...added.values()].find((is) => !taken.has(is) && walk.isSame(was.shape, is.shape)),
    );
  }
  return [...pairs];
}

function visitUnused(walk: Walk, was: Model, is: Model): void {
  walk.visit({
    label: `the schema \`${is.key ?? ""}\``,
    before: { kind: "reference", id: was.id, place: was.place },
    after: { kind: "reference", id: is.id, place: is.place },
    direction: "response",
    spelled: false,
  });
}
