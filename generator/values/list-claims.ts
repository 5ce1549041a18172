import type { Json } from "../json.ts";
import { childPointer, type Place } from "../location.ts";
import type { Api } from "../model/api.ts";
import type { Example, Header, Media, Operation, Parameter } from "../model/operation.ts";
import type { Shape } from "../model/shape.ts";
import { shapesIn } from "./shapes-in.ts";
import type { Direction } from "./verdict.ts";

/** What the spec says of a value: that it belongs to a shape. */
export interface Claim {
  readonly what: "example" | "default";
  readonly value: Json;
  readonly place: Place;
  readonly shape: Shape;
  /** The value may fit in any of these. */
  readonly directions: readonly Direction[];
  /** A text may stand for what it spells: `5`, `a,b`, `{"id":1}`. */
  readonly maySpell: boolean;
}

type Directions = Claim["directions"];

const request: Directions = ["request"];
const response: Directions = ["response"];
const either: Directions = ["request", "response"];

/** All examples and defaults of an API, those of shared parts as often as they are used. */
export function* listClaims(api: Api): Iterable<Claim> {
  for (const model of api.models) yield* claimsOfShape(model.shape, either);
  for (const operation of api.operations) yield* claimsOfOperation(operation, request, response);
  // Who sends and who answers is the other way round here, and authors differ in what they call read-only then.
  for (const webhook of api.webhooks) yield* claimsOfOperation(webhook, either, either);
}

function* claimsOfOperation(operation: Operation, asked: Directions, answered: Directions): Iterable<Claim> {
  for (const parameter of operation.parameters) yield* claimsOfParameter(parameter, asked);
  for (const media of operation.body?.media ?? []) yield* claimsOfMedia(media, asked);
  for (const { headers, media } of operation.responses) {
    for (const header of headers) yield* claimsOfParameter(header, answered);
    for (const each of media) yield* claimsOfMedia(each, answered);
  }
  for (const { operations } of operation.callbacks) {
    for (const callback of operations) yield* claimsOfOperation(callback, either, either);
  }
}

function* claimsOfParameter(
  { shape, examples }: Parameter | Header,
  directions: Directions,
): Iterable<Claim> {
  yield* claimsOfShape(shape, directions);
  for (const example of examples) yield* claimsOfExample(example, shape, directions);
}

function* claimsOfMedia(media: Media, directions: Directions): Iterable<Claim> {
  const { shape, itemShape, encodings, examples, type } = media;
  if (itemShape !== undefined) yield* claimsOfShape(itemShape, directions);
  for (const header of encodings.flatMap(({ headers }) => headers))
    yield* claimsOfParameter(header, directions);
  if (shape === undefined) return;
  yield* claimsOfShape(shape, directions);
  if (isReadable(type)) for (const example of examples) yield* claimsOfExample(example, shape, directions);
}

/** Examples of other media types are texts in a language of their own. */
function isReadable(type: string): boolean {
  return /^\s*(?:(?:application|text)\/(?:[\w.+-]*\+)?json|application\/x-www-form-urlencoded|multipart\/[\w-]+)\s*(?:;|$)/i.test(
    type,
  );
}

function* claimsOfExample({ place, value }: Example, shape: Shape, directions: Directions): Iterable<Claim> {
  if (place === undefined || value === undefined) return;
  yield { what: "example", value, place, shape, directions, maySpell: true };
}

function* claimsOfShape(whole: Shape, directions: Directions): Iterable<Claim> {
  for (const shape of shapesIn(whole)) {
    const { examples = [], examplesAt = [], default: fallback } = shape.notes ?? {};
    for (const [index, value] of examples.entries()) {
      const place = examplesAt[index];
      if (place !== undefined) yield { what: "example", value, place, shape, directions, maySpell: false };
    }
    if (fallback === undefined) continue;
    const { file, pointer } = shape.place;
    const place = { file, pointer: childPointer(pointer, "default") };
    yield { what: "default", value: fallback, place, shape, directions, maySpell: false };
  }
}
