import type { Json } from "../json.ts";
import { pointerKeys, placeKey } from "../location.ts";
import type { Api, Model } from "./api.ts";
import type { Link, Operation, Response } from "./operation.ts";
import { pageMembers, plainShape } from "./page-members.ts";
import type { PollingFinding, PollingPlan, PollingSource } from "./polling.ts";
import type { Shape } from "./shape.ts";

type Models = ReadonlyMap<string, Model>;

/**
 * How to wait for the end of what an operation begins: by the link with an `x-polling` in its successes. The operation
 * that the link names has to be one of the spec, and to be told all that it needs.
 */
export function findPolling(
  operation: Operation,
  { operations }: Pick<Api, "operations">,
  models: Models,
): PollingFinding {
  const good = successesOf(operation);
  const link = good.flatMap(({ links }) => links).find(({ polling }) => polling !== undefined);
  if (link?.polling === undefined) return {};
  const faulty = (why: string): PollingFinding => ({ fault: { link, why } });
  const target = operations.find((other) => isTarget(other, link));
  if (target === undefined) return faulty("belongs to a link whose operation the client does not have");
  const { polling } = link;
  const state = pointerKeys(polling.state);
  const bodies = successesOf(target).flatMap(({ media }) => media.flatMap(({ shape }) => shape ?? []));
  if (!bodies.some((body) => mayHave(body, state, models))) {
    return faulty(`names a state "#${polling.state}" that the answer of the link's operation does not have`);
  }
  const given = givenBy(link, operation, target);
  if (typeof given === "string") return faulty(given);
  const body = link.body === undefined ? undefined : sourceOf(link.body, operation);
  const after = good.filter(({ links }) => links.some((other) => leadsTo(other, target)));
  return {
    plan: {
      link,
      target,
      given,
      ...(body && { body }),
      state,
      done: polling.done,
      failed: polling.failed,
      isSame: isSameAnswer(good, successesOf(target)),
      ...(after.length < good.length && { after: after.map(({ status }) => status) }),
    },
  };
}

function successesOf({ responses }: Operation): readonly Response[] {
  const exact = responses.filter(({ status }) => /^2(?:\d\d|XX)$/.test(status));
  return exact.length > 0 ? exact : responses.filter(({ status }) => status === "default");
}

function isTarget({ operationId, place }: Operation, link: Link): boolean {
  if (link.operationId !== undefined) return operationId === link.operationId;
  return placeKey(place) === link.operationRef;
}

function leadsTo(link: Link, target: Operation): boolean {
  return link.polling !== undefined && isTarget(target, link);
}

/** Whether there may be something at the end of a path, as far as the shape tells. */
function mayHave(shape: Shape, [key, ...path]: readonly string[], models: Models): boolean {
  const plain = plainShape(shape, models);
  if (key === undefined || plain === undefined || (plain.kind !== "object" && plain.kind !== "all"))
    return true;
  const member = pageMembers(plain, models).find((one) => one.path[0] === key);
  return member !== undefined && mayHave(member.written, path, models);
}

/** What the operation is given that tells how far it has come; the reason if that is not enough or not known. */
function givenBy(link: Link, from: Operation, target: Operation): PollingPlan["given"] | string {
  const given = link.parameters.map(({ name, value }) => ({
    name,
    parameter: target.parameters.find((one) => one.name === name || `${one.in}.${one.name}` === name),
    source: sourceOf(value, from),
  }));
  const strange = given.find(({ parameter }) => parameter === undefined);
  if (strange !== undefined) return `belongs to a link that gives "${strange.name}", which is no parameter`;
  const unknown = given.find(({ source }) => source === undefined);
  if (unknown !== undefined) return `belongs to a link that takes "${unknown.name}" from nowhere`;
  const missing = target.parameters.find(
    (one) => one.required && !given.some(({ parameter }) => parameter === one),
  );
  if (missing !== undefined) return `belongs to a link that does not give "${missing.name}"`;
  if (target.body?.required === true && link.body === undefined)
    return "belongs to a link that gives no body";
  return given.flatMap(({ parameter, source }) =>
    parameter === undefined || source === undefined
      ? []
      : [{ parameter: { in: parameter.in, name: parameter.name }, source }],
  );
}

/** What an expression stands for (OpenAPI 3.1, "Runtime Expressions"); undefined for one that says nothing known. */
function sourceOf(value: Json, from: Operation): PollingSource | undefined {
  if (typeof value !== "string" || !value.startsWith("$")) {
    return typeof value === "string" && value.includes("{$") ? undefined : { kind: "value", value };
  }
  const [, side, place = "", rest = ""] =
    /^\$(request|response)\.(path|query|header|body)([.#].*)?$/s.exec(value) ?? [];
  const path = pointerKeys(rest.replace(/^#/, ""));
  if (place === "body") return { kind: side === "request" ? "requestBody" : "answer", path };
  const name = rest.slice(1);
  if (side === "response") return place === "header" ? { kind: "header", name } : undefined;
  const parameter = from.parameters.find(
    (one) =>
      one.in === place &&
      (place === "header" ? one.name.toLowerCase() === name.toLowerCase() : one.name === name),
  );
  return parameter === undefined ? undefined : { kind: "parameter", in: parameter.in, name: parameter.name };
}

/** Whether some answer of the one may be of the same kind as some answer of the other. */
function isSameAnswer(own: readonly Response[], others: readonly Response[]): boolean {
  const shapes = (responses: readonly Response[]): readonly Shape[] =>
    responses.flatMap(({ media }) => media.flatMap(({ shape }) => shape ?? []));
  const keys = new Set(shapes(others).map(keyOf));
  return shapes(own).some((shape) => keys.has(keyOf(shape)));
}

function keyOf(shape: Shape): string {
  return shape.kind === "reference" ? shape.id : placeKey(shape.place);
}
