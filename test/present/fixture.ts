import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Change, Comparison, ReachedOperation, Witness } from "../../generator/diff/change.ts";
import type { Json } from "../../generator/json.ts";
import type { Location, Place } from "../../generator/location.ts";
import type { Presentation, SideOf } from "../../generator/present/presentation.ts";
import { documentFrom } from "../builders/spec-texts.ts";

const file = "spec/openapi.yaml";
const texts: Readonly<Record<SideOf, string>> = {
  base: readFileSync(join(import.meta.dirname, "specs/before", file), "utf8"),
  revision: readFileSync(join(import.meta.dirname, "specs/after", file), "utf8"),
};
const documents = {
  base: documentFrom({ [file]: texts.base }),
  revision: documentFrom({ [file]: texts.revision }),
};

/** Where something stands in either spec of the fixture. */
export function at(pointer: string): Place {
  return { file, pointer };
}

/** A change with what nobody says set to nothing. */
export function change(said: Partial<Change> & Pick<Change, "code" | "level" | "message" | "why">): Change {
  return {
    id: `${said.code} ${said.operations?.[0]?.operation ?? said.schema ?? "api"}`,
    direction: "none",
    operations: [],
    schema: null,
    before: null,
    after: null,
    witness: null,
    unproved: null,
    suggestion: null,
    accepted: null,
    client: [],
    ...said,
  };
}

function reached(operation: string, method: string, path: string): ReachedOperation {
  return { operation, method, path, direction: "request" };
}

/** So many operations that nobody would list. */
export function crowd(size: number): readonly ReachedOperation[] {
  return Array.from({ length: size }, (_, index) => reached(`getThing${index}`, "get", `/things/${index}`));
}

/** An object of a spec. */
export function map(members: Readonly<Record<string, Json>>): Json {
  return new Map(Object.entries(members));
}

const listOrders = reached("listOrders", "get", "/orders");
const createOrder = reached("createOrder", "post", "/orders");
const getLabel = reached("getLabel", "get", "/orders/{id}/label");
const listOrderHistory = reached("listOrderHistory", "get", "/orders/{id}/history");

const nowRejected: Pick<Witness, "before" | "after"> = { before: "accepted", after: "rejected" };
const mayComeNow: Pick<Witness, "before" | "after"> = { before: "rejected", after: "accepted" };

/** A name that tries to be more than a name in every format. */
export const hostileName =
  "<img src=x onerror=alert(1)> @octocat `rm` [x](https://evil.example) #1 ]]> --> </script> ##[error] ::error::a%0Ab \u001b[31m\u202e";

const inParameters = "/paths/~1orders/get/parameters";

const breaking: readonly Change[] = [
  change({
    id: "listOrders query:days maximum",
    code: "request-maximum-lowered",
    level: "breaking",
    direction: "request",
    operations: [listOrders],
    message: 'The query parameter "days" may be at most 4, no longer 30.',
    why: "A client that sends more is turned away.",
    before: at(`${inParameters}/0/schema/maximum`),
    after: at(`${inParameters}/0/schema/maximum`),
    witness: {
      kind: "value",
      value: 5,
      ...nowRejected,
      schemas: { before: at(`${inParameters}/0/schema`), after: at(`${inParameters}/0/schema`) },
    },
    suggestion: "Keep 30 as the maximum, and answer with the last 4 days where more were asked for.",
  }),
  change({
    id: "listOrders query:status required",
    code: "request-parameter-became-required",
    level: "breaking",
    direction: "request",
    operations: [listOrders],
    message: 'The query parameter "status" became required.',
    why: "A client that leaves it out is turned away.",
    before: at(`${inParameters}/1/required`),
    after: at(`${inParameters}/1/required`),
    witness: { kind: "request", value: map({ method: "GET", path: "/orders?days=3" }), ...nowRejected },
    suggestion: 'Leave it optional, and say with "default" what a request without it means.',
    client: [
      {
        symbol: "api.orders.listOrders",
        level: "breaking",
        message: 'the field "status" has to be given',
        consumer: [
          {
            file: "app/src/report.ts",
            line: 12,
            column: 31,
            message: "Property 'status' is missing in type '{}' but required in type 'ListOrdersParams'.",
          },
          { file: "app/src/nightly.ts", line: 4, column: 9, message: "Expected 1-2 arguments, but got 0." },
        ],
      },
    ],
  }),
  change({
    id: "getLabel",
    code: "operation-removed",
    level: "breaking",
    operations: [getLabel],
    message: 'The operation "getLabel" is gone.',
    why: "A client that calls it gets an error.",
    before: at("/paths/~1orders~1{id}~1label/get"),
    witness: { kind: "request", value: map({ method: "GET", path: "/orders/7/label" }), ...nowRejected },
    suggestion: "Keep it, marked as deprecated, until its sunset has passed.",
    client: [{ symbol: "api.orders.getLabel", level: "breaking", message: "is gone", consumer: [] }],
  }),
  change({
    id: "listOrders 200 header:X-Total required",
    code: "response-header-became-optional",
    level: "breaking",
    direction: "response",
    operations: [listOrders],
    message: 'The header "X-Total" of the answer 200 may be left out now.',
    why: "A client that counts on it reads nothing.",
    before: at("/paths/~1orders/get/responses/200/headers/X-Total/required"),
    after: at("/paths/~1orders/get/responses/200/headers/X-Total/required"),
    witness: {
      kind: "response",
      value: map({ status: "200", headers: map({ "Content-Type": "application/json" }), body: [] }),
      ...mayComeNow,
    },
    client: [
      {
        symbol: "ListOrdersHeaders.X-Total",
        level: "warning",
        message: "may be undefined",
        consumer: [],
      },
    ],
  }),
];

const others: readonly Change[] = [
  change({
    id: "schema:Address renamed PostalAddress",
    code: "schema-renamed",
    level: "info",
    operations: crowd(300),
    schema: "PostalAddress",
    message: 'The schema "Address" is called "PostalAddress" now.',
    why: "The name of a schema is not part of what travels.",
    before: at("/components/schemas/Address"),
    after: at("/components/schemas/PostalAddress"),
    client: [{ symbol: "Address", level: "breaking", message: "is called PostalAddress now", consumer: [] }],
    suggestion: "Fix its name in the client with `x-name: Address`.",
  }),
  change({
    id: "schema:Order state enum +returned",
    code: "response-enum-value-added",
    level: "warning",
    direction: "response",
    operations: [listOrders, createOrder, getLabel, listOrderHistory, ...crowd(8)],
    schema: "Order",
    message: 'The property "state" may be "returned" now.',
    why: "A client that handles each known value meets one that it does not know.",
    before: at("/components/schemas/Order/properties/state/enum"),
    after: at("/components/schemas/Order/properties/state/enum/2"),
    witness: {
      kind: "value",
      value: map({ id: "7", state: "returned" }),
      ...mayComeNow,
      schemas: { before: at("/components/schemas/Order"), after: at("/components/schemas/Order") },
    },
    suggestion: "Announce with `x-extensible-enum` that more values will come.",
  }),
  change({
    id: "schema:PostalAddress code pattern",
    code: "pattern-changed",
    level: "warning",
    direction: "request",
    operations: [createOrder],
    schema: "PostalAddress",
    message: 'The pattern of the property "code" changed from `^[0-9]{5}$` to `^[0-9]{4,5}(?=$)`.',
    why: "If a text fits the old pattern and not the new one, it is rejected now.",
    before: at("/components/schemas/Address/properties/code/pattern"),
    after: at("/components/schemas/PostalAddress/properties/code/pattern"),
    unproved: "the new pattern looks ahead, so the two cannot be compared",
  }),
  change({
    id: "listOrders query:hostile",
    code: "request-parameter-added",
    level: "info",
    direction: "request",
    operations: [listOrders],
    message: `The query parameter "${hostileName}" can be given.`,
    why: "A client that does not know it leaves it out.",
    after: at(`${inParameters}/2/name`),
  }),
  change({
    id: "createOrder 429",
    code: "response-status-added",
    level: "info",
    direction: "response",
    operations: [createOrder],
    message: "The answer 429 is described now.",
    why: "A client has to expect any status; now it can read more in this one.",
    after: at("/paths/~1orders/post/responses/429"),
  }),
  change({
    id: "listOrderHistory",
    code: "operation-added",
    level: "info",
    operations: [listOrderHistory],
    message: 'The operation "listOrderHistory" is new.',
    why: "No client calls it yet.",
    after: at("/paths/~1orders~1{id}~1history/get"),
    client: [{ symbol: "api.orders.listOrderHistory", level: "info", message: "is new", consumer: [] }],
  }),
  change({
    id: "listOrderHistory deprecated",
    code: "operation-deprecated",
    level: "info",
    operations: [listOrderHistory],
    message: 'The operation "listOrderHistory" is deprecated.',
    why: "It works as before.",
    after: at("/paths/~1orders~1{id}~1history/get/deprecated"),
  }),
  change({
    id: "schema:Order +tracking",
    code: "response-property-added",
    level: "info",
    direction: "response",
    operations: [listOrders, createOrder, getLabel, listOrderHistory],
    schema: "Order",
    message: 'The property "tracking" may come.',
    why: "A client passes over what it does not know.",
    after: at("/components/schemas/Order/properties/tracking"),
  }),
  change({
    id: "api version",
    code: "version-changed",
    level: "info",
    message: 'The version of the API went from "1.4.0" to "2.0.0".',
    why: "It is for people to read.",
    before: at("/info/version"),
    after: at("/info/version"),
  }),
  change({
    id: "createOrder body optional",
    code: "request-body-narrowed",
    level: "breaking",
    direction: "request",
    operations: [createOrder, listOrders],
    message: "A body of more than 1 MB is rejected.",
    why: "A client that sends more is turned away.",
    before: at("/paths/~1orders/post/requestBody"),
    after: at("/paths/~1orders/post/requestBody"),
    accepted: { reason: "Nobody ever sent one: see the access log of May.", expires: "2027-01-31" },
  }),
  change({
    id: "schema:Order note",
    code: "response-bound-lifted",
    level: "warning",
    direction: "response",
    operations: [listOrders],
    schema: "Order",
    message: 'The property "note" may be longer than 500 characters.',
    why: "A client that keeps it in 500 characters cuts it off.",
    before: at("/components/schemas/Order/properties/note/maxLength"),
    after: at("/components/schemas/Order/properties/note/maxLength"),
    accepted: { reason: "@team-web: agreed in #812" },
  }),
];

/** All levels, directions and kinds of witness; a change with 300 operations, and one whose text is hostile. */
export const richComparison: Comparison = {
  verdict: "breaking",
  bump: "major",
  changes: [...breaking, ...others],
};

/** Two versions of the fixture's spec, and this comparison of them. */
export function presentation(comparison: Comparison, more: Partial<Presentation> = {}): Presentation {
  return {
    base: { revision: "0123456789abcdef0123456789abcdef01234567", file },
    revision: { revision: null, file },
    comparison,
    idle: [],
    locate: (side, place) => documents[side].locate(place, "key"),
    sourceLine: (side, name, line) => (name === file ? texts[side].split("\n")[line - 1] : undefined),
    ...more,
  };
}

/** The rich comparison with all that can be known beside it. */
export const rich = presentation(richComparison, {
  idle: ['"getStock required" is accepted, but nothing like it changed; take the entry out.'],
  linkTo: (side, { file: name, line }: Location) =>
    `https://git.example/shop/blob/${side === "base" ? "0123456" : "feature"}/${name}#L${line}`,
  callsOf: ({ id }) =>
    id === "listOrders query:status required"
      ? {
          before: "const orders = await api.orders.listOrders();",
          after: 'const orders = await api.orders.listOrders({ status: "open" });',
        }
      : undefined,
  knowsClient: true,
  knowsConsumer: true,
});

export const nothing = presentation({ verdict: "none", bump: "none", changes: [] });
