interface ErrorDetails {
  readonly type: 'invalid_request_error' | 'card_error' | 'idempotency_error' | 'api_error';
  readonly code?: string;
  readonly decline_code?: string;
  readonly param?: string;
  readonly message: string;
  readonly payment_intent?: object;
  readonly charge?: string;
}

/** An answer that is not 2xx, in the shape that the SDK turns into its error classes. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly status: number,
    readonly details: ErrorDetails,
    /** Whether the work had begun: only then is the answer kept for the idempotency key. */
    readonly begun = true,
  ) {
    super(details.message);
  }

  body(requestId: string): object {
    const { code } = this.details;
    const docs = code ? { doc_url: `https://docs.stripe.com/error-codes/${code}` } : {};
    return { error: { ...docs, ...this.details, request_log_url: null, request_id: requestId } };
  }
}

/** The request makes no sense as it is written; nothing has been begun. */
export function invalidParameter(param: string, message: string, code?: string): ApiError {
  return new ApiError(
    400,
    { type: 'invalid_request_error', message, param, ...(code && { code }) },
    false,
  );
}

/** The request is well formed, but the object is in a state that does not allow it. */
export function refused(code: string, message: string, param?: string): ApiError {
  const details = { type: 'invalid_request_error', code, message } as const;
  return new ApiError(400, { ...details, ...(param && { param }) });
}

export function noSuch(type: string, id: string, param = 'id'): ApiError {
  return new ApiError(
    404,
    {
      type: 'invalid_request_error',
      code: 'resource_missing',
      message: `No such ${type}: '${id}'`,
      param,
    },
    false,
  );
}
