import { of, specWith } from "../rule-stories/story.ts";

/** A harmful edit of a small spec, and the edit that is suggested instead of it. */
export interface Suggestion {
  /** The rule whose suggestion it is. */
  readonly code: string;
  /** What the better spec does, where the sentence leaves several ways. */
  readonly way?: string;
  /** Whole specs, as text. */
  readonly before: string;
  readonly after: string;
  readonly better: string;
  /** The day on which the harmful edit has become harmless, for those who have taken the better spec first. */
  readonly end?: string;
  /** What the better spec begins with, where it is too late for those who have the one before. */
  readonly start?: string;
}

/** Three versions of a spec, each as what is merged into the small one. */
export function suggest(
  code: string,
  before: string,
  after: string,
  better: string,
  more: Pick<Suggestion, "way" | "end"> = {},
): Suggestion {
  const specs = { before: specWith(before), after: specWith(after), better: specWith(better) };
  return { code, ...specs, ...more };
}

/** A version of the operation with one list of parameters. */
export function parameters(...list: readonly string[]): string {
  return of(`{parameters: [${list.join(", ")}]}`);
}

/** A version of the operation with a request body of a schema. */
export function sent(schema: string): string {
  return of(`{requestBody: {required: true, content: {application/json: {schema: ${schema}}}}}`);
}

/** A version of the operation whose answer has some members more. */
export function answered(members: string): string {
  return of(`{responses: {'200': {${members}}}}`);
}
