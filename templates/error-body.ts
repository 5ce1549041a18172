/**
 * What the API's errors carry. Stands in for the union of the spec's error schemas, which the generator
 * writes here.
 */
export type ErrorResponseBody = Readonly<Record<string, unknown>>;
