/** An answer with what came around its data. The body of `response` has been read, unless the data is a stream. */
export interface ApiResponse<Status extends number, Data> {
  readonly status: Status;
  readonly data: Data;
  readonly headers: Headers;
  readonly response: Response;
  /** Names the call in the server's logs. */
  readonly correlationId: string | undefined;
}

/** How far the answer of a call is read. */
export interface Reading {
  /** The body of a success is left to the caller. */
  isRaw: boolean;
}

/** A call under way: the promise of its data, which can also tell of the whole answer. */
export interface ApiPromise<T, R extends ApiResponse<number, T> = ApiResponse<number, T>> extends Promise<T> {
  /** The data together with status, headers and correlation id. Does not send anything again. */
  withResponse(): Promise<R>;
  /**
   * The answer as `fetch` gives it, as soon as its headers are there, its body unread. Ask at once: once the
   * call has read the body, it stays read.
   */
  asResponse(): Promise<Response>;
}

/**
 * Makes the promise that a call returns. Each branch reports its own rejection, so the data's counts as
 * handled once the caller has asked for the whole answer instead.
 */
export function apiPromise<T, R extends ApiResponse<number, T>>(
  answer: Promise<R>,
  reading: Reading,
): ApiPromise<T, R> {
  const data = answer.then((response): T => response.data);
  const whole = (): Promise<R> => {
    data.catch(() => undefined);
    return answer.then((response) => response);
  };
  return Object.assign(data, {
    withResponse: whole,
    asResponse(): Promise<Response> {
      reading.isRaw = true;
      return whole().then(({ response }) => response);
    },
  });
}
