// What APIs call the parts of a page, without case and signs; what says most stands first.

const words = (text: string): readonly string[] => text.split(" ");

/** Lists that are what a page is about. */
export const itemNames = words(
  "entities items data results values records entries elements list content value rows resources hits objects",
);

/** Lists that stand beside what a page is about. */
export const besideNames: ReadonlySet<string> = new Set(
  words(
    "errors warnings messages links facets aggregations included fields columns sort filters headers tags",
  ),
);

/** Objects in which a page speaks of itself. */
export const aboutNames: ReadonlySet<string> = new Set(
  words(
    "meta metadata paging pagination page pageinfo pagemetadata responsemetadata cursor cursors links pages",
  ),
);

/** Addresses of the next page, whatever they are in. */
export const addressNames: ReadonlySet<string> = new Set(
  words("nexturi nexturl nextlink nexthref nextpageuri nextpageurl nextpagelink odatanextlink"),
);

/** The same, if something else says that it is an address. */
export const likelyAddressNames: ReadonlySet<string> = new Set(words("next nextpage"));

export const pageNames: ReadonlySet<string> = new Set(
  words("page pagenumber pageno pagenum pageindex currentpage"),
);
export const pageNumberNames: ReadonlySet<string> = new Set(
  words("pagenumber page number currentpage pageno pagenum pageindex"),
);
export const pageCountNames: ReadonlySet<string> = new Set(
  words("pagecount totalpages totalpagecount pagestotal numpages lastpage pages"),
);
export const totalNames: ReadonlySet<string> = new Set(
  words("total totalcount totalitems totalelements totalresults totalrecords totalsize totalhits itemcount"),
);
export const moreNames: ReadonlySet<string> = new Set(
  words("hasmore hasnext hasnextpage hasmorepages hasmoreitems"),
);

/** Parameters that say how much a page holds. */
export const sizeNames: ReadonlySet<string> = new Set(
  words("limit size pagesize perpage count maxresults pagelimit itemsperpage resultsperpage top take"),
);
export const offsetNames: ReadonlySet<string> = new Set(words("offset skip startoffset"));

/** Parameters that take a cursor, each with what an answer calls the one to be given next. */
export const cursorNames: ReadonlyMap<string, readonly string[]> = new Map([
  ["cursor", words("nextcursor next cursorsafter cursornext endcursor")],
  ["pagecursor", words("nextpagecursor nextcursor next")],
  ["nextcursor", words("nextcursor")],
  ["after", words("cursorsafter after nextafter nextcursor endcursor next lastid")],
  ["afterid", words("lastid")],
  ["startingafter", words("nextstartingafter nextcursor lastid")],
  ["startcursor", words("nextcursor")],
  ["pagetoken", words("nextpagetoken nexttoken nextpage")],
  ["nextpagetoken", words("nextpagetoken")],
  ["nexttoken", words("nexttoken")],
  ["continuationtoken", words("continuationtoken nextcontinuationtoken")],
  ["continuation", words("continuation nextcontinuation")],
  ["paginationtoken", words("paginationtoken nextpaginationtoken nexttoken")],
  ["bookmark", words("bookmark nextbookmark")],
  ["marker", words("nextmarker")],
  ["page", words("nextpage nextpagenumber")],
  ["pagenumber", words("nextpage nextpagenumber")],
]);

/** Parameters that take the id of the last item of a page. */
export const lastIdNames: ReadonlySet<string> = new Set(words("startingafter after afterid"));
