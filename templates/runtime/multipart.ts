import { present } from "./draft.js";
import { jsonText } from "./int64.js";
import type { BodyWriter } from "./operation.js";
import { isComposite, textOf } from "./parameters.js";

/** Bytes, or text, as one part of a body. */
export type BinaryPart = Blob | ArrayBuffer | ArrayBufferView | string;

/** How one part travels. */
export interface PartEncoding {
  /** Of a part that does not say itself what it is. Of a list of types the first is taken. */
  readonly contentType?: string;
  /** What stands between the items of a list that is one part. */
  readonly join?: string;
}

/**
 * Makes the writer of a `multipart/form-data` body. Blobs, files and bytes stay what they are, lists repeat
 * their name unless they are joined, objects are JSON parts, anything else is text; `undefined` and `null` are left out. OpenAPI,
 * "Encoding Object". A part with a media type is a `Blob` to `FormData`, so it travels with a file name
 * ("blob" where it has none).
 */
export function multipartBody(encoding: Readonly<Record<string, PartEncoding>> = {}): BodyWriter {
  const encodings = new Map(Object.entries(encoding));
  return (value, _contentType, site) => {
    const body = new FormData();
    for (const [name, field] of Object.entries(present(value, site) ?? {})) {
      const { contentType, join } = encodings.get(name) ?? {};
      const type = contentType?.split(",")[0]?.trim();
      const isJoined = Array.isArray(field) && join !== undefined && field.length > 0;
      const items = isJoined ? [field.map(itemText).join(join)] : Array.isArray(field) ? field : [field];
      for (const item of items) {
        if (item != null) append(body, name, item, type);
      }
    }
    return { body };
  };
}

function itemText(item: unknown): string {
  return isComposite(item) ? jsonText(item) : textOf(item);
}

function append(form: FormData, name: string, value: unknown, type: string | undefined): void {
  const part = partOf(value, type?.includes("*") ? undefined : type);
  if (typeof part === "string") form.append(name, part);
  else if (value instanceof Blob && "name" in value) form.append(name, part, String(value.name));
  else form.append(name, part);
}

/** The type that a `Blob` has of its own is the truth about it; the spec's only fills in. */
function partOf(value: unknown, type: string | undefined): string | Blob {
  if (value instanceof Blob) return value.type || !type ? value : new Blob([value], { type });
  if (isBytes(value)) {
    return new Blob([value], { type: type ?? "application/octet-stream" });
  }
  if (isComposite(value)) return new Blob([jsonText(value)], { type: type ?? "application/json" });
  return type === undefined ? textOf(value) : new Blob([textOf(value)], { type });
}

/** What a `Blob` is made of, whichever library of types names it. */
type BlobPiece = NonNullable<ConstructorParameters<typeof Blob>[0]>[number];

function isBytes(value: unknown): value is BlobPiece {
  return value instanceof ArrayBuffer || ArrayBuffer.isView(value);
}
