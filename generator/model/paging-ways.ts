import type { Model } from "./api.ts";
import type { Parameter } from "./operation.ts";
import { foldedName, type PageMember, plainShape } from "./page-members.ts";
import type { PagingEnds, PagingParameter, PagingWay, ValuePath } from "./paging.ts";
import {
  addressNames,
  cursorNames,
  lastIdNames,
  likelyAddressNames,
  moreNames,
  offsetNames,
  pageCountNames,
  pageNames,
  pageNumberNames,
  sizeNames,
  totalNames,
} from "./paging-words.ts";
import type { Shape } from "./shape.ts";

/** What there is to tell the way of paging by. */
export interface PageFacts {
  /** The parameters of the query. */
  readonly query: readonly Parameter[];
  /** What a page says of itself. */
  readonly members: readonly PageMember[];
  /** Whether the Link header is described. */
  readonly hasLink: boolean;
  /** Whether the list is all that there is in a page. */
  readonly isList: boolean;
  readonly itemMembers: readonly PageMember[];
  readonly models: ReadonlyMap<string, Model>;
  /** What the author says about it. */
  readonly declared: {
    readonly style?: string | undefined;
    readonly next?: ValuePath | undefined;
    readonly parameter?: string | undefined;
  };
}

/** Every way from page to page that shows, the surest first. */
export function waysOf(facts: PageFacts): readonly PagingWay[] {
  const counted = pageWay(facts);
  const hasCount = counted?.style === "page" && counted.pages !== undefined;
  return [
    hasCount ? counted : undefined,
    addressWay(facts),
    cursorWay(facts),
    lastIdWay(facts),
    linkWay(facts),
    counted,
    offsetWay(facts),
  ].filter((way) => way !== undefined);
}

function addressWay({ members, declared }: PageFacts): PagingWay | undefined {
  const sure = members.find((member) => isText(member.shape) && addressNames.has(nameOf(member)));
  const likely = members.find(
    (member) => isText(member.shape) && likelyAddressNames.has(nameOf(member)) && isAddress(member),
  );
  const inLinks = members.find(
    ({ path, shape }) => isText(shape) && /^_?links\/(?:[a-z_]+\/)?next(?:\/href)?$/i.test(path.join("/")),
  );
  const next = declared.next ?? (sure ?? inLinks ?? likely)?.path;
  return next === undefined ? undefined : { style: "nextUri", next };
}

/** Whether something besides its name says that a text is an address. */
function isAddress({ written, shape }: PageMember): boolean {
  if (shape.kind === "string" && /^(?:ur[il]|uri-reference|iri)/.test(shape.format ?? "")) return true;
  return [written.notes, shape.notes].some((notes) => {
    const said = (notes?.examples ?? []).filter((example) => typeof example === "string");
    return (
      said.some((text) => /^(?:https?:\/\/|\/|\?)/.test(text)) ||
      /\b(?:ur[il]s?|https?|href|hyperlinks?|links?)\b/i.test(notes?.description ?? "")
    );
  });
}

function cursorWay(facts: PageFacts): PagingWay | undefined {
  const { members, query, declared } = facts;
  for (const parameter of query) {
    if (declared.parameter !== undefined && parameter.name !== declared.parameter) continue;
    const shape = plainShape(parameter.shape, facts.models);
    const names = cursorNames.get(foldedName(parameter.name)) ?? [];
    const candidates = names.flatMap((name) => members.filter((member) => cursorName(member) === name));
    const found = candidates.find((member) => fits(shape, member));
    const next = declared.next ?? found?.path;
    const isCursor = declared.parameter !== undefined || names.length > 0;
    if (next !== undefined && isCursor) {
      return { style: "cursor", parameter: asked(parameter), next, ...moreOf(facts) };
    }
  }
  return undefined;
}

/** `cursors.after` is two words, `paging.next` is one. */
function cursorName(member: PageMember): string {
  const [parent = ""] = member.path.slice(-2, -1);
  return (/^cursors?$/i.test(parent) ? foldedName(parent) : "") + nameOf(member);
}

/** Whether a parameter takes what an answer gives, and neither is a time or an address. */
function fits(shape: Shape | undefined, member: PageMember): boolean {
  if (isNumber(shape)) return isNumber(member.shape) && !/^(?:after|cursor)/.test(nameOf(member));
  return isText(shape) && isText(member.shape) && !isTime(shape) && !isUri(member.shape);
}

/** The cursor is the id of the last item, and the page says whether there are more. */
function lastIdWay(facts: PageFacts): PagingWay | undefined {
  const more = moreOf(facts);
  const parameter = facts.query.find(({ name }) => lastIdNames.has(foldedName(name)));
  const shape = parameter && plainShape(parameter.shape, facts.models);
  const id = facts.itemMembers.find((member) => nameOf(member) === "id" && isText(member.shape));
  if (parameter === undefined || id === undefined || more.more === undefined) return undefined;
  if (!isText(shape) || isTime(shape)) return undefined;
  return { style: "cursor", parameter: asked(parameter), last: id.path, ...more };
}

/** Where the list is but a part of the answer, a parameter has to say that it comes in pages. */
function linkWay({ hasLink, isList, query, declared }: PageFacts): PagingWay | undefined {
  const isPaged = query.some(({ name }) => {
    const word = foldedName(name);
    return pageNames.has(word) || sizeNames.has(word) || offsetNames.has(word) || cursorNames.has(word);
  });
  const isSure = isList || isPaged || declared.style === "link";
  return hasLink && isSure ? { style: "link" } : undefined;
}

function pageWay(facts: PageFacts): PagingWay | undefined {
  const parameter = parameterOf(facts, pageNames);
  const pages = numberAt(facts, pageCountNames);
  const ends = endsOf(facts);
  if (parameter === undefined) return undefined;
  const isSized = facts.query.some(({ name }) => sizeNames.has(foldedName(name)));
  const isTold = [pages, ends.total, ends.more].some((path) => path !== undefined);
  if (!isTold && !isSized && facts.declared.style === undefined) return undefined;
  const number = numberAt(facts, pageNumberNames);
  return {
    style: "page",
    parameter: asked(parameter),
    start: isFromZero(parameter, facts) ? 0 : 1,
    ...(number && { number }),
    ...(pages && { pages }),
    ...ends,
  };
}

function isFromZero({ shape }: Parameter, { models }: PageFacts): boolean {
  const plain = plainShape(shape, models);
  const first = shape.notes?.default ?? plain?.notes?.default;
  return first === 0 || first === 0n;
}

function offsetWay(facts: PageFacts): PagingWay | undefined {
  const parameter = parameterOf(facts, offsetNames);
  const isSized = facts.query.some(({ name }) => sizeNames.has(foldedName(name)));
  if (parameter === undefined || (!isSized && facts.declared.style === undefined)) return undefined;
  return { style: "offset", parameter: asked(parameter), ...endsOf(facts) };
}

/** The parameter that the author names, else the one that is called like this and takes a number. */
function parameterOf(
  { query, declared, models }: PageFacts,
  names: ReadonlySet<string>,
): Parameter | undefined {
  return query.find(({ name, shape }) =>
    declared.parameter === undefined
      ? names.has(foldedName(name)) && isNumber(plainShape(shape, models))
      : name === declared.parameter,
  );
}

function asked({ in: place, name }: Parameter): PagingParameter {
  return { in: place, name };
}

function endsOf(facts: PageFacts): PagingEnds {
  const total = numberAt(facts, totalNames);
  return { ...(total && { total }), ...moreOf(facts) };
}

function moreOf({ members }: PageFacts): Pick<PagingEnds, "more"> {
  const more = members.find((member) => member.shape.kind === "boolean" && moreNames.has(nameOf(member)));
  return more === undefined ? {} : { more: more.path };
}

function numberAt({ members }: PageFacts, names: ReadonlySet<string>): ValuePath | undefined {
  const found = [...names].flatMap((name) =>
    members.filter((member) => isNumber(member.shape) && nameOf(member) === name),
  );
  return found[0]?.path;
}

function nameOf({ path }: PageMember): string {
  return foldedName(path.at(-1) ?? "");
}

function isText(shape: Shape | undefined): boolean {
  return shape?.kind === "string";
}

function isNumber(shape: Shape | undefined): boolean {
  return shape?.kind === "number";
}

function isTime(shape: Shape | undefined): boolean {
  return shape?.kind === "string" && /^(?:date|time|duration)/.test(shape.format ?? "");
}

function isUri(shape: Shape): boolean {
  return shape.kind === "string" && /^(?:ur[il]|iri)/.test(shape.format ?? "");
}
