/**
 * The strongly connected parts of a graph (Tarjan, 1972): nodes that lead to each other stand together, every other one
 * stands alone. What a part leads to comes before it.
 */
export function findRings(links: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const search: Search = {
    links,
    order: new Map(),
    lowest: new Map(),
    open: [],
    isOpen: new Set(),
    rings: [],
  };
  for (const id of links.keys()) if (!search.order.has(id)) visit(search, id);
  return search.rings;
}

interface Search {
  readonly links: ReadonlyMap<string, readonly string[]>;
  /** When each node was met. */
  readonly order: Map<string, number>;
  /** The first node on the way that each node leads back to. */
  readonly lowest: Map<string, number>;
  readonly open: string[];
  readonly isOpen: Set<string>;
  readonly rings: (readonly string[])[];
}

/** Visit all that a node leads to. The way is a list of its own, for it may be longer than the stack is high. */
function visit(search: Search, start: string): void {
  const way = [enter(search, start)];
  for (let here = way.at(-1); here !== undefined; here = way.at(-1)) {
    const { value: next, done } = here.rest.next();
    if (done === true) {
      way.pop();
      leave(search, here.id, way.at(-1)?.id);
    } else if (!search.order.has(next)) {
      if (search.links.has(next)) way.push(enter(search, next));
    } else if (search.isOpen.has(next)) lower(search, here.id, search.order.get(next));
  }
}

function enter(
  search: Search,
  id: string,
): { readonly id: string; readonly rest: Iterator<string, undefined> } {
  search.order.set(id, search.order.size);
  search.lowest.set(id, search.order.get(id) ?? 0);
  search.open.push(id);
  search.isOpen.add(id);
  const links = search.links.get(id) ?? [];
  return { id, rest: links[Symbol.iterator]() };
}

function lower({ lowest }: Search, id: string, by = Infinity): void {
  lowest.set(id, Math.min(lowest.get(id) ?? Infinity, by));
}

/** A node that leads no further back than to itself closes a ring. */
function leave(search: Search, id: string, before: string | undefined): void {
  const { lowest, order, open, isOpen, rings } = search;
  if (before !== undefined) lower(search, before, lowest.get(id));
  if (lowest.get(id) !== order.get(id)) return;
  const ring = open.splice(open.lastIndexOf(id));
  for (const each of ring) isOpen.delete(each);
  rings.push(ring);
}
