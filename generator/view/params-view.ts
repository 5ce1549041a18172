import type { Operation, Parameter } from "../model/operation.ts";
import { type OperationNames, parameterKey } from "../names/names.ts";
import { docComment } from "./doc-comment.ts";
import { factTags, factWords } from "./facts.ts";
import { requestBodyType } from "./media-type-text.ts";
import type { MemberView } from "./page.ts";
import { membersText } from "./object-text.ts";
import { mustBeGiven } from "./path-default.ts";
import { successes } from "./result-view.ts";
import { propertyKey, stringLiteral } from "./text.ts";
import type { TypeContext } from "./type-context.ts";
import { typeText } from "./type-text.ts";

/** What a call is given: the declaration of its parameters. */
export interface ParamsView {
  readonly name: string;
  readonly doc: readonly string[];
  /** Whether it is an interface with these members, else an alias of `text`. */
  readonly isInterface: boolean;
  readonly members: readonly MemberView[];
  readonly text: string;
  /** Whether a call may leave the whole object out. */
  readonly isOptional: boolean;
}

/** The parameters of one operation as fields of one object, in the order of the spec; then the body. */
export function paramsView(operation: Operation, names: OperationNames, context: TypeContext): ParamsView {
  const fields = operation.parameters.map((parameter) => fieldMember(parameter, names, context));
  const bodies = bodyVariants(operation, context);
  const accepts = acceptMember(operation);
  const [only] = bodies;
  const members = [...fields, ...(bodies.length === 1 ? (only ?? []) : []), ...accepts];
  const isOptional = !operation.parameters.some(mustBeGiven) && operation.body?.required !== true;
  const common = {
    name: names.params,
    doc: docComment([{ own: `Parameters of {@link ${names.function}}.` }]),
    isOptional,
  };
  if (bodies.length > 1) {
    const variants = bodies.map(membersText).join(" | ");
    const text = members.length === 0 ? variants : `${membersText(members)} & (${variants})`;
    return { ...common, isInterface: false, members: [], text };
  }
  if (members.length === 0) return { ...common, isInterface: false, members, text: "Record<string, never>" };
  return { ...common, isInterface: true, members, text: "" };
}

function fieldMember(parameter: Parameter, names: OperationNames, context: TypeContext): MemberView {
  const { shape, description, deprecated } = parameter;
  const isGiven = mustBeGiven(parameter);
  const key = propertyKey(names.fields.get(parameterKey(parameter)) ?? parameter.name);
  const tags = deprecated === true ? ["@deprecated"] : factTags(shape);
  const { text } = typeText(shape, context);
  return {
    doc: docComment([description ?? shape.notes?.description, factWords(shape)], tags),
    key: isGiven ? key : `${key}?`,
    text: isGiven || text === "unknown" ? text : `${text} | undefined`,
  };
}

/** For each type of body the fields that go together; one variant if all media types take the same. */
function bodyVariants({ body }: Operation, context: TypeContext): readonly (readonly MemberView[])[] {
  const media = body?.media ?? [];
  const typesByBody = new Map<string, string[]>();
  for (const one of media) {
    const { text } = requestBodyType(one, context);
    typesByBody.set(text, [...(typesByBody.get(text) ?? []), mediaTypeType(one.type)]);
  }
  const first = media[0]?.type;
  return [...typesByBody].map(([text, types], index) => {
    const isFirst = index === 0;
    const field = body?.required === true || !isFirst ? "body" : "body?";
    const needsType = media.length > 1 || first?.includes("*") === true;
    const contentType = {
      doc: docComment([isFirst ? `Media type of the body; \`${first ?? ""}\` if absent.` : undefined]),
      key: isFirst ? "contentType?" : "contentType",
      text: isFirst ? `${types.join(" | ")} | undefined` : types.join(" | "),
    };
    return [
      {
        doc: docComment([body?.description]),
        key: field,
        text: field === "body" || text === "unknown" ? text : `${text} | undefined`,
      },
      ...(needsType ? [contentType] : []),
    ];
  });
}

/** A choice between the media types of the answer, where the spec offers several. */
function acceptMember(operation: Operation): readonly MemberView[] {
  const media = successes(operation).flatMap((response) => response.media);
  const types = [...new Set(media.map(({ type }) => type))];
  if (types.length < 2) return [];
  const text = [...types.map(mediaTypeType), "undefined"].join(" | ");
  return [{ doc: docComment(["Media types to ask for; all of them if absent."]), key: "accept?", text }];
}

/** `image/*` is any media type that starts so. */
function mediaTypeType(type: string): string {
  if (!type.includes("*")) return stringLiteral(type);
  const [main = "*"] = type.split("/");
  return main.includes("*") ? "`${string}/${string}`" : `\`${main.replace(/[^\w.+-]/g, "")}/\${string}\``;
}
