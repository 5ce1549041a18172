import { isTelling, type Plain, type PlainObject } from "./plain.ts";

/** Plain schemas by the references that lead to them. */
export type PlainSchemas = ReadonlyMap<string, PlainObject>;

// A member of an interface may meet itself again inside an object, and nowhere else: `A: B & C` needs to know right away
// what B is. Schemas refer to each other more freely: a base lists its variants, and each variant is made of the base.

/** A schema without what makes it consist of itself; `self` is the reference that leads to it. */
export function withoutCycle(schema: PlainObject, self: string, schemas: PlainSchemas): PlainObject {
  const cut: Cut = { self, schemas, written: new Set() };
  if (!leadsBack(cut, schema, "all")) return schema;
  const whole = withoutOwnItems(cut, schema);
  if (!leadsBack(cut, whole, "compositions")) return whole;
  const { anyOf, allOf } = whole;
  if (anyOf !== undefined)
    return {
      ...whole,
      anyOf: partsIn(anyOf)
        .flatMap((branch) => branches(cut, branch))
        .map(withoutSelf(cut)),
    };
  if (allOf !== undefined)
    return { ...whole, allOf: partsIn(allOf).map((part) => withoutVariants(cut, part)) };
  // Where a bare reference leads, the circle is cut; one that leads to nothing but references says nothing.
  const { $ref: _, ...words } = whole;
  return isBareCircle(cut, whole) ? words : whole;
}

/** Whether a reference leads to references alone, and so back to the schema in the making. */
function isBareCircle({ self, schemas }: Cut, schema: PlainObject): boolean {
  const seen = new Set<string>();
  let next = schema["$ref"];
  while (typeof next === "string" && next !== self && !seen.has(next)) {
    seen.add(next);
    next = schemas.get(next)?.["$ref"];
  }
  return next === self;
}

interface Cut {
  readonly self: string;
  readonly schemas: PlainSchemas;
  /** The references whose schemas have been written out: once is enough. */
  readonly written: Set<string>;
}

/** Lists whose items are the schema again hold anything. */
function withoutOwnItems(cut: Cut, schema: PlainObject): PlainObject {
  if (!leadsBack(cut, schema, "all")) return schema;
  const { type, anyOf, allOf } = schema;
  if (type === "array") return { type, items: {} };
  const inner = (parts: Plain): readonly PlainObject[] =>
    partsIn(parts).map((part) => withoutOwnItems(cut, part));
  if (anyOf !== undefined) return { ...schema, anyOf: inner(anyOf) };
  return allOf === undefined ? schema : { ...schema, allOf: inner(allOf) };
}

/** A branch that is written out and made of the union itself is so no more; one of a name has its own circle cut. */
function withoutSelf(cut: Cut): (branch: PlainObject) => PlainObject {
  return (branch) => (branch["$ref"] === undefined ? withoutVariants(cut, branch) : branch);
}

/** A branch; a union that comes back to the one it is a branch of adds its other branches. */
function branches(cut: Cut, branch: PlainObject): readonly PlainObject[] {
  const found: PlainObject[] = [];
  // The way round may be longer than the stack is high.
  const pending = [branch];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (!leadsBack(cut, next, "unions")) found.push(next);
    else if (next["$ref"] === undefined) {
      for (const inner of partsIn(next["anyOf"]).toReversed()) pending.push(inner);
    } else {
      const target = writtenOut(cut, next);
      if (target !== undefined) pending.push(target);
    }
  }
  return found;
}

/**
 * What a schema adds to one that is made of it and that it lists as a variant: all but the list. A value of the variant
 * is on the list by itself.
 */
function withoutVariants(cut: Cut, schema: PlainObject): PlainObject {
  if (!leadsBack(cut, schema, "compositions")) return schema;
  const parts: PlainObject[] = [];
  const pending = [schema];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (!leadsBack(cut, next, "compositions")) parts.push(next);
    else if (next["$ref"] !== undefined) pending.push(writtenOut(cut, next) ?? {});
    else for (const part of partsIn(next["allOf"]).toReversed()) pending.push(part);
  }
  const telling = parts.filter(isTelling);
  return telling.length === 0 ? {} : { allOf: telling };
}

/** The schema that a reference leads to; undefined for the schema in the making, and the second time. */
function writtenOut({ self, schemas, written }: Cut, { $ref }: PlainObject): PlainObject | undefined {
  if (typeof $ref !== "string" || $ref === self || written.has($ref)) return undefined;
  written.add($ref);
  return schemas.get($ref);
}

/** Whether a schema comes back to the one in the making: through unions, intersections too, or lists as well. */
function leadsBack(
  { self, schemas }: Cut,
  schema: PlainObject,
  through: "unions" | "compositions" | "all",
): boolean {
  const seen = new Set<string>();
  const pending = [schema];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { $ref, anyOf, allOf, items, prefixItems } = next;
    if ($ref === self) return true;
    for (const branch of partsIn(anyOf)) pending.push(branch);
    if (through !== "unions") for (const part of partsIn(allOf)) pending.push(part);
    if (through === "all") {
      for (const item of partsIn(prefixItems)) pending.push(item);
      pending.push(...partsIn(items === undefined ? [] : [items]));
    }
    if (typeof $ref !== "string" || seen.has($ref)) continue;
    seen.add($ref);
    pending.push(schemas.get($ref) ?? {});
  }
  return false;
}

function partsIn(list: Plain | undefined): readonly PlainObject[] {
  return isList(list) ? list.filter(isObject) : [];
}

function isList(value: Plain | undefined): value is readonly Plain[] {
  return Array.isArray(value);
}

function isObject(value: Plain): value is PlainObject {
  return typeof value === "object" && value !== null && !isList(value);
}
