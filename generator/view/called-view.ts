import type { Operation, Parameter, Response } from "../model/operation.ts";
import { type CallbackNames, operationKey, type OperationNames } from "../names/names.ts";
import { docComment } from "./doc-comment.ts";
import { factTags, factWords } from "./facts.ts";
import { receivedBodyTypes, sentBodyTypes } from "./media-type-text.ts";
import { membersText } from "./object-text.ts";
import type { MemberView } from "./page.ts";
import { statusType } from "./result-view.ts";
import { propertyKey, stringLiteral } from "./text.ts";
import { tight, type TypeContext, unionOf } from "./type-context.ts";
import { typeText } from "./type-text.ts";

/** The declaration of what travels when the API calls its user: a webhook or a callback. */
export interface CalledView {
  readonly name: string;
  readonly doc: readonly string[];
  readonly members: readonly MemberView[];
}

/** A request that an operation makes the API send, with the name of its type. */
export interface CalledBack {
  readonly callback: string;
  readonly called: Operation;
  readonly type: string;
}

/** The requests that an operation makes the API send, in the order of the spec. */
export function calledBack({ callbacks }: Operation, names: OperationNames): readonly CalledBack[] {
  return callbacks.flatMap(({ name, operations }) =>
    operations.flatMap((called) => {
      const type = names.callbacks.get(name)?.get(operationKey(called));
      return type === undefined ? [] : [{ callback: name, called, type }];
    }),
  );
}

/** The types of the requests that an operation makes the API send. */
export function callbackTypes(callbacks: CallbackNames): readonly string[] {
  return [...callbacks.values()].flatMap((types) => [...types.values()]);
}

/**
 * Everything about a request that the API sends. What it holds is to its user what an answer is, and what the user
 * answers is to the API what a request is. It is said of parameters and headers only if there are any.
 */
export function calledView(
  called: Operation,
  name: string,
  doc: readonly string[],
  context: Omit<TypeContext, "direction" | "isOpen">,
): CalledView {
  const received: TypeContext = { ...context, direction: "response", isOpen: true };
  const sent: TypeContext = { ...context, direction: "request", isOpen: false };
  const media = called.body?.media ?? [];
  const members: readonly MemberView[] = [
    { doc: [], key: "method", text: stringLiteral(called.method) },
    ...parameterMembers(called.parameters, received),
    {
      doc: docComment([called.body?.description]),
      key: "body",
      text: media.length === 0 ? "undefined" : receivedBodyTypes(media, received).text,
    },
    {
      doc: docComment([{ own: "What the API expects to be answered." }]),
      key: "answer",
      text: answersText(called.responses, sent),
    },
  ];
  return { name, doc, members };
}

const places = [
  ["path", "path", ""],
  ["query", "query", ""],
  ["header", "headers", "By their names in lower case."],
  ["cookie", "cookies", ""],
] as const;

/** A member for each place that parameters stand in. */
function parameterMembers(parameters: readonly Parameter[], context: TypeContext): readonly MemberView[] {
  const members = places.flatMap(([place, key, words]): MemberView[] => {
    const fields = new Map(
      parameters
        .filter((parameter) => parameter.in === place)
        .map((parameter) => [nameOf(parameter), fieldMember(parameter, context)]),
    );
    if (fields.size === 0) return [];
    return [{ doc: docComment([{ own: words }]), key, text: membersText([...fields.values()]) }];
  });
  const whole = parameters.find((parameter) => parameter.in === "querystring");
  if (whole === undefined || members.some(({ key }) => key === "query")) return members;
  return [
    ...members,
    { doc: docComment([whole.description]), key: "query", text: typeText(whole.shape, context).text },
  ];
}

/** The case of a header means nothing, and whoever reads a request finds it in lower case. */
function nameOf({ in: place, name }: Parameter): string {
  return place === "header" ? name.toLowerCase() : name;
}

function fieldMember(parameter: Parameter, context: TypeContext): MemberView {
  const { required, shape, description, deprecated } = parameter;
  const key = propertyKey(nameOf(parameter));
  return {
    doc: docComment(
      [description ?? shape.notes?.description, factWords(shape)],
      deprecated === true ? ["@deprecated"] : factTags(shape),
    ),
    key: required ? key : `${key}?`,
    text: typeText(shape, context).text,
  };
}

/** The answers that the API understands, told apart by their status. */
function answersText(responses: readonly Response[], context: TypeContext): string {
  const answers = responses.map((response) => tight(answerText(response, context)));
  return answers.length === 0 ? "{ status: number }" : unionOf(answers).text;
}

function answerText({ status, headers, media }: Response, context: TypeContext): string {
  const fields = headers.map(({ name, required, shape }) => {
    const key = propertyKey(name);
    const { text } = typeText(shape, context);
    return required ? `${key}: ${text}` : `${key}?: ${text} | undefined`;
  });
  const isNeeded = headers.some(({ required }) => required);
  const object = `{ ${fields.join("; ")} }`;
  return `{ ${[
    `status: ${statusType(status)}`,
    ...(fields.length === 0 ? [] : [isNeeded ? `headers: ${object}` : `headers?: ${object} | undefined`]),
    ...(media.length === 0 ? [] : [`body: ${sentBodyTypes(media, context).text}`]),
  ].join("; ")} }`;
}
