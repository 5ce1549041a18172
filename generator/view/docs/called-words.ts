import type { Media, Operation, Response } from "../../model/operation.ts";
import type { ViewContext } from "../view-context.ts";
import { answerKind } from "../wire-text.ts";
import { codeSpan } from "./code-text.ts";
import type { Folder } from "./docs-context.ts";
import { listFields } from "./list-fields.ts";
import { itemTextAfter } from "./markdown-text.ts";
import { bodyType } from "./parameter-table.ts";
import type { TypePlace } from "./type-words.ts";

/** A place where what the API sends is told. */
export function receivedPlace(views: ViewContext, folder: Folder, isCell = false): TypePlace {
  return { views, direction: "response", folder, isCell, isBinary: false };
}

/** A place where what the API wants to be answered is told. */
export function answeredPlace(views: ViewContext, folder: Folder): TypePlace {
  return { ...receivedPlace(views, folder), direction: "request" };
}

/** The types of the body that the API sends, each once; none if it sends none. */
export function sentWords({ body }: Operation, views: ViewContext, folder: Folder): readonly string[] {
  const types = (body?.media ?? []).map((media) => receivedType(media, receivedPlace(views, folder)));
  return [...new Set(types)];
}

/** The same, with the names of the fields where a type has no page that tells them. */
export function sentFieldWords({ body }: Operation, views: ViewContext, folder: Folder): readonly string[] {
  const words = (body?.media ?? []).map((media) => {
    const { fields } = media.shape?.kind === "object" ? listFields(media.shape, views) : { fields: [] };
    const names = fields.map(({ path, required }) => codeSpan(required ? path : `${path}?`));
    const type = receivedType(media, receivedPlace(views, folder));
    return names.length === 0 ? type : `${type} of ${names.join(", ")}`;
  });
  return [...new Set(words)];
}

/** The type of a body that the API sends as one media type. */
export function receivedType(media: Media, place: TypePlace): string {
  return ["binary", "lines"].includes(answerKind(media)) ? codeSpan("Blob") : bodyType(media, place);
}

/** One line for each answer that the API understands. */
export function answerLines(
  responses: readonly Response[],
  views: ViewContext,
  folder: Folder,
): readonly string[] {
  return responses.map(({ status, media, headers, description, summary }) => {
    const types = [...new Set(media.map((one) => bodyType(one, answeredPlace(views, folder))))];
    const names = headers.map(({ name }) => codeSpan(name));
    const lead = [
      codeSpan(status === "default" ? "any status" : status),
      ...(types.length === 0 ? [] : [types.join(" | ")]),
      ...(names.length === 0 ? [] : [`with ${names.join(", ")}`]),
    ].join(" ");
    const told = itemTextAfter(`${lead}:`, description ?? summary);
    return told === `${lead}:` ? lead : told;
  });
}
