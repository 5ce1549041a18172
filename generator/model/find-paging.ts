import { isMap, type Json } from "../json.ts";
import type { Model } from "./api.ts";
import type { Operation, Response } from "./operation.ts";
import { foldedName, listOf, type PageMember, pageMembers } from "./page-members.ts";
import type { Paging, PagingFinding, PagingWay, ValuePath } from "./paging.ts";
import { aboutNames, besideNames, itemNames } from "./paging-words.ts";
import { type PageFacts, waysOf } from "./paging-ways.ts";
import type { Shape } from "./shape.ts";

type Models = ReadonlyMap<string, Model>;

/**
 * How an operation gives its list in pages: as `x-pagination` says, else as what many APIs do alike shows. Where it is
 * not plain that following it would lead through the list it is no paging; `x-pagination: false` says so too.
 */
export function findPaging(operation: Operation, models: Models): PagingFinding {
  const declared = operation.pagination;
  if (declared === false) return {};
  if (declared === true) return faulty("", "cannot be true; false says that there are no pages");
  const isDeclared = isMap(declared);
  if (!isDeclared && operation.method !== "GET") return {};
  const body = pageShape(operation);
  if (body === undefined) {
    return isDeclared ? faulty("", "stands beside no answer that is one kind of JSON") : {};
  }
  return isDeclared ? declaredPaging(declared, operation, body, models) : seenPaging(operation, body, models);
}

function faulty(field: string, why: string): PagingFinding {
  return { fault: { field, why } };
}

/** What a page is: the JSON that every success with a body has. */
function pageShape({ responses, method }: Operation): Shape | undefined {
  if (method === "HEAD") return undefined;
  const exact = responses.filter(({ status }) => /^2(?:\d\d|XX)$/.test(status));
  const good = exact.length > 0 ? exact : responses.filter(({ status }) => status === "default");
  const media = good.flatMap((response) => response.media);
  const [shape, ...others] = media.map((one) => (/^[^;]*[/+]json\b/i.test(one.type) ? one.shape : undefined));
  return others.every((other) => other !== undefined && isSame(other, shape)) ? shape : undefined;
}

function isSame(one: Shape, other: Shape | undefined): boolean {
  if (one.kind === "reference" && other?.kind === "reference") return one.id === other.id;
  return one.place.file === other?.place.file && one.place.pointer === other.place.pointer;
}

function seenPaging(operation: Operation, body: Shape, models: Models): PagingFinding {
  const list = itemsOf(body, models);
  if (list === undefined) return {};
  const [way] = waysOf(factsOf(operation, body, list, models));
  return way === undefined ? {} : { paging: { ...list, way } };
}

function declaredPaging(
  declared: ReadonlyMap<string, Json>,
  operation: Operation,
  body: Shape,
  models: Models,
): PagingFinding {
  const text = (field: string): string | undefined => {
    const value = declared.get(field);
    return typeof value === "string" ? value : undefined;
  };
  const items = text("items");
  const list = items === undefined ? itemsOf(body, models) : listAt(items, body, models);
  if (list === undefined) {
    return items === undefined
      ? faulty("", "does not say which of the answer's lists holds the items")
      : faulty("items", `names "${items}", which is no list in the answer`);
  }
  const next = text("next");
  const at = next === undefined ? undefined : pathTo(next, body, models);
  if (next !== undefined && at === undefined) {
    return faulty("next", `names "${next}", which the answer does not have`);
  }
  const parameter = text("parameter");
  const isKnown = operation.parameters.some((one) => one.in === "query" && one.name === parameter);
  if (parameter !== undefined && !isKnown) {
    return faulty("parameter", `names "${parameter}", which is no parameter of the query`);
  }
  const style = text("style");
  const facts = factsOf(operation, body, list, models);
  const chosen: PageFacts = { ...facts, declared: { style, next: at, parameter } };
  const way = waysOf(chosen).find((one): one is PagingWay => one.style === style);
  return way === undefined
    ? faulty("style", `is ${style ?? "nothing"}, and nothing in the operation shows how: ${missing(style)}`)
    : { paging: { ...list, way } };
}

/** What a style needs that is not where it is looked for. */
function missing(style: string | undefined): string {
  switch (style) {
    case "nextUri":
      return "name the field that holds the address as `next`";
    case "page":
    case "offset":
      return "name the parameter that asks for another page as `parameter`";
    case "cursor":
      return "name the field that holds the cursor as `next`, and the parameter that takes it as `parameter`";
    default:
      return "describe the header Link of the answer";
  }
}

/** The list that a page is about: the body itself, or the one list in it that cannot be something else. */
function itemsOf(body: Shape, models: Models): Pick<Paging, "items" | "item"> | undefined {
  const whole = itemOf(body, models);
  if (whole !== undefined) return { items: [], item: whole };
  const members = pageMembers(body, models);
  const own = onlyList(members, models);
  if (own !== undefined) return own;
  const embedded = members.find(({ path }) => path[0] === "_embedded");
  return embedded && onlyList(pageMembers(embedded.shape, models, embedded.path), models);
}

function onlyList(
  members: readonly PageMember[],
  models: Models,
): Pick<Paging, "items" | "item"> | undefined {
  const lists = members.flatMap(({ path, written }) => {
    const item = itemOf(written, models);
    const name = foldedName(path.at(-1) ?? "");
    return item === undefined || besideNames.has(name) ? [] : [{ items: path, item, name }];
  });
  const usual = lists.filter(({ name }) => itemNames.includes(name));
  const [only, ...others] = usual.length === 0 ? lists : usual;
  return only === undefined || others.length > 0 ? undefined : { items: only.items, item: only.item };
}

/** What the items of a list are; undefined if it is none, or a tuple. */
function itemOf(shape: Shape, models: Models): Shape | undefined {
  const list = listOf(shape, models);
  if (list === undefined || (list.prefix ?? []).length > 0) return undefined;
  return list.items ?? { kind: "any", place: list.place };
}

function listAt(name: string, body: Shape, models: Models): Pick<Paging, "items" | "item"> | undefined {
  const items = pathTo(name, body, models);
  const shape = items && shapeAt(items, body, models);
  const item = shape && itemOf(shape, models);
  return items === undefined || item === undefined ? undefined : { items, item };
}

/** Where a name leads: a property, a JSON pointer behind a `#`, or properties with dots between them. */
function pathTo(name: string, body: Shape, models: Models): ValuePath | undefined {
  const pointer = name
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  const paths = /^#(?:\/|$)/.test(name) ? [pointer] : [[name], name.split(".")];
  return paths.find((path) => shapeAt(path, body, models) !== undefined);
}

function shapeAt(path: ValuePath, body: Shape, models: Models): Shape | undefined {
  return path.reduce<Shape | undefined>((shape, key) => {
    const members = shape === undefined ? [] : pageMembers(shape, models);
    return members.find((member) => member.path[0] === key)?.written;
  }, body);
}

function factsOf(
  operation: Operation,
  body: Shape,
  { items, item }: Pick<Paging, "items" | "item">,
  models: Models,
): PageFacts {
  const own = pageMembers(body, models);
  const about = own.filter(
    ({ path, shape }) => shape.kind !== "list" && aboutNames.has(foldedName(path[0] ?? "")),
  );
  const inner = about.flatMap((member) => pageMembers(member.shape, models, member.path));
  // Links in links, as `links.pages.next`.
  const deeper = inner
    .filter(({ path }) => aboutNames.has(foldedName(path[1] ?? "")))
    .flatMap((member) => pageMembers(member.shape, models, member.path));
  const addresses = [...inner, ...deeper]
    .filter(({ path }) => path.at(-1) === "next")
    .flatMap((member) => pageMembers(member.shape, models, member.path))
    .filter(({ path }) => path.at(-1) === "href");
  return {
    query: operation.parameters.filter((parameter) => parameter.in === "query"),
    members: [...own, ...inner, ...deeper, ...addresses],
    hasLink: responsesOf(operation).some(({ headers }) =>
      headers.some(({ name }) => name.toLowerCase() === "link"),
    ),
    isList: items.length === 0,
    itemMembers: pageMembers(item, models),
    models,
    declared: {},
  };
}

function responsesOf({ responses }: Operation): readonly Response[] {
  return responses.filter(({ status }) => status.startsWith("2") || status === "default");
}
