import type { Operation, ParameterPlace } from "../model/operation.ts";

/** Every name that the generated package gives to something of the spec. */
export interface Names {
  /** By the model's id, in the order of the models. */
  readonly models: ReadonlyMap<string, ModelNames>;
  /** The properties of the client, in the order of the spec's tags. */
  readonly groups: readonly Group[];
  /** By `operationKey`, in the order of the operations. */
  readonly operations: ReadonlyMap<string, OperationNames>;
  readonly webhooks: WebhookNames;
  /** The option for each server variable, by the variable's name. */
  readonly variables: ReadonlyMap<string, string>;
}

export interface ModelNames {
  /** The type, and the file that holds it. */
  readonly type: string;
  /** The type of what a request may hold, where that is another one. */
  readonly input?: string;
}

/** The operations of one tag, or those without any. */
export interface Group {
  readonly tag: string | undefined;
  /** The property of the client, and the file that holds the operations: `orders`. */
  readonly property: string;
  /** The type of the property, and the page that documents it: `OrdersApi`. */
  readonly type: string;
}

export interface OperationNames {
  readonly function: string;
  /** The `property` of its group. */
  readonly group: string;
  readonly params: string;
  readonly result: string;
  readonly response: string;
  /** The field of each parameter, by `parameterKey`. */
  readonly fields: ReadonlyMap<string, string>;
  /** The type of each request that the API is told to make, by the name of the callback, then by `operationKey`. */
  readonly callbacks: CallbackNames;
}

export type CallbackNames = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The types of what the API calls on its user's side. */
export interface WebhookNames {
  /** The type that lists all others by what the spec calls them. */
  readonly list: string;
  /** The type of what any of them sends. */
  readonly body: string;
  /** The type of each, by `operationKey`, in the order of the webhooks. */
  readonly types: ReadonlyMap<string, string>;
}

/** Tells operations apart: two of one method and path are an error of the spec. */
export function operationKey({ method, path }: Pick<Operation, "method" | "path">): string {
  return `${method} ${path}`;
}

/** Tells the parameters of one operation apart. */
export function parameterKey(parameter: { readonly in: ParameterPlace; readonly name: string }): string {
  return `${parameter.in} ${parameter.name}`;
}
