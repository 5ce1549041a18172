import type { Encoding, Media } from "../../model/operation.ts";
import { type Face, faceOf } from "../walk/face.ts";
import type { Told } from "./finding.ts";
import { holds } from "./media-range.ts";
import type { OperationContext } from "./operation-context.ts";

/** How the properties of a form are written (OpenAPI 3.1, 4.8.15). */
export function compareEncodings({ note, walk }: OperationContext, told: Told, was: Media, is: Media): void {
  const [old, now] = [byProperty(was), byProperty(is)];
  if (old.size + now.size === 0) return;
  const { objects } = faceOf(walk.models, was.shape === undefined ? [] : [was.shape]);
  const shapes = new Map(
    objects.flatMap(({ properties }) => properties.map(({ name, shape }) => [name, shape] as const)),
  );
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    const shape = shapes.get(name);
    if (shape === undefined) continue;
    const face = faceOf(walk.models, [shape]);
    const writings = { old: writingOf(face, old.get(name)), new: writingOf(face, now.get(name)) };
    if (isSameWriting(writings.old, writings.new)) continue;
    const subject = `the property \`${name}\` of ${told.subject}`;
    const about = `${told.about} ${was.type} ${name}`;
    const level = levelOf(told, writings);
    const texts = { old: writings.old.text, new: writings.new.text };
    note({ ...told, code: "encoding-changed", subject, about, ...texts, level });
  }
}

function byProperty({ encodings }: Media): ReadonlyMap<string, Encoding> {
  return new Map(encodings.map((encoding) => [encoding.property, encoding]));
}

/** A list of types that holds the other one does no harm to whoever has to keep to that. */
function levelOf({ direction }: Told, writings: { readonly old: Writing; readonly new: Writing }) {
  const [narrow, wide] =
    direction === "request" ? [writings.old, writings.new] : [writings.new, writings.old];
  const [some, others] = [typesIn(narrow), typesIn(wide)];
  const isHeld = some.length > 0 && some.every((type) => others.some((range) => holds(range, type)));
  if (isHeld) return "info";
  const isGuess = (narrow.isGuess && others.length > 0) || (wide.isGuess && some.length > 0);
  return direction === "response" || isGuess ? "warning" : undefined;
}

function typesIn({ text }: Writing): readonly string[] {
  return text.includes("/") ? text.split(",") : [];
}

interface Writing {
  readonly text: string;
  /** Not written down: what it means has changed from one edition of the standard to the next. */
  readonly isGuess: boolean;
}

/** A content type counts where no style is given; for one scalar value the styles do not differ. */
function writingOf({ lists, objects, core }: Face, encoding: Encoding | undefined): Writing {
  const { contentType, style, explode, allowReserved } = encoding ?? {};
  const reserved = allowReserved === true ? ", with reserved characters" : "";
  const isScalar = core.length > 0 && lists.length === 0 && objects.length === 0;
  const isStyled = style !== undefined || explode !== undefined || allowReserved !== undefined;
  if (!isStyled && contentType !== undefined) return { text: contentType, isGuess: false };
  if (isScalar) return { text: `text/plain${reserved}`, isGuess: !isStyled };
  const form = style ?? "form";
  const exploded = (explode ?? form === "form") ? ", exploded" : "";
  return { text: `${form}${exploded}${reserved}`, isGuess: !isStyled };
}

/** What is written down only says more clearly what was meant, if it is one of the usual ways. */
function isSameWriting(one: Writing, other: Writing): boolean {
  if (one.text === other.text) return true;
  if (one.isGuess === other.isGuess) return false;
  const written = one.isGuess ? other : one;
  return /^(?:application\/(?:json|octet-stream)|text\/plain|form, exploded)$/.test(written.text);
}
